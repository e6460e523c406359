// Settles the log of the embedded database: moves what was committed into the file itself, on a
// thread and a connection of its own, beside the writer. Left to the writer, a commit in the middle
// of a rush waits while megabytes are copied and the file is fsynced.

import Foundation
import GRDB
import GRDBSQLite
import Logging
import Synchronization

final class LogSettler: Sendable {
    /// Pages of 4 KiB that may gather before they are settled.
    private static let gathered = 2000
    /// From here on the writer settles what is left after each commit, until the log begins anew:
    /// by then nearly all of it is done, and without this a log would grow for as long as a rush.
    private static let most = 8000

    private struct Due {
        /// The length of the log when it was last settled.
        var settled = 0
        var isDue = false
        var hasNew = false
        var isClosed = false
    }

    private let due = Mutex(Due())
    private let work = DispatchSemaphore(value: 0)
    private let settled = DispatchSemaphore(value: 0)

    /// Throws `DatabaseError`.
    init(path: String, logger: Logger) throws {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        let own = try DatabaseQueue(path: path, configuration: configuration)
        let thread = Thread { [self] in
            while waitForWork() { settle(own, logger) }
            try? own.close()
            settled.signal()
        }
        thread.name = "settler"
        thread.start()
    }

    /// Has `writer` tell how long the log is after each commit. The settler must outlive it.
    func watch(_ writer: Database) {
        sqlite3_wal_hook(
            writer.sqliteConnection,
            { settler, connection, name, pages in
                Unmanaged<LogSettler>.fromOpaque(settler!).takeUnretainedValue()
                    .note(pages: Int(pages), on: connection, name)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private func note(
        pages: Int, on connection: OpaquePointer?, _ name: UnsafePointer<CChar>?
    ) -> Int32 {
        let isToBegin = due.withLock { due in
            due.hasNew = true
            // The log began anew.
            if pages < due.settled { due.settled = 0 }
            guard !due.isDue, pages - due.settled >= Self.gathered else { return false }
            due.isDue = true
            due.settled = pages
            return true
        }
        if isToBegin { work.signal() }
        if pages >= Self.most {
            // Passive: where the settler is at work, it comes to nothing.
            sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        }
        return SQLITE_OK
    }

    /// Nobody has written for a while.
    func rest() {
        let isToBegin = due.withLock { due in
            defer { due.isDue = due.isDue || due.hasNew }
            return due.hasNew && !due.isDue
        }
        if isToBegin { work.signal() }
    }

    /// Waits until it is at rest. May be called again.
    func close() {
        due.withLock { $0.isClosed = true }
        work.signal()
        settled.wait()
        settled.signal()
    }

    /// False when there will be no more.
    private func waitForWork() -> Bool {
        work.wait()
        return due.withLock { due in
            due.hasNew = false
            return !due.isClosed
        }
    }

    private func settle(_ own: DatabaseQueue, _ logger: Logger) {
        defer { due.withLock { $0.isDue = false } }
        do {
            // Passive: it does what it can without waiting for anybody.
            try own.inDatabase { _ = try $0.checkpoint(.passive) }
        } catch DatabaseError.SQLITE_BUSY {
            // The writer is at it.
        } catch {
            logger.warning("the log of the database was not settled: \(error)")
        }
    }
}
