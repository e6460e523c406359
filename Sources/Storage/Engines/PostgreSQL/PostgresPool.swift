// The connections to PostgreSQL: opened when needed, kept, lent to one thread at a time.
import Foundation
import Logging

final class PostgresPool: @unchecked Sendable {
    // Unchecked: everything below `condition` is only touched while it is locked.
    private let condition = NSCondition()
    private var idle: [PostgresSession] = []
    private var lent = 0
    private var isClosed = false

    private let url: String
    private let limit: Int
    private let logger: Logger

    /// How long a thread waits for a connection when all are lent.
    private static let patienceSeconds = 10.0

    init(url: String, limit: Int, logger: Logger) {
        self.url = url
        self.limit = limit
        self.logger = logger
    }

    /// Throws `PassingTrouble` when there is no connection to be had, or it was lost on the way.
    func lending<T>(_ body: (PostgresSession) throws -> T) throws -> T {
        let kept = try take()
        var session = kept
        defer { giveBack(session) }
        do {
            let lent = try kept ?? PostgresSession(url: url, logger: logger)
            session = lent
            return try body(lent)
        } catch let trouble as PassingTrouble where trouble.isLoss {
            // The others were likely lost with it: a server that restarts drops them all.
            forgetIdle()
            throw trouble
        }
    }

    private func take() throws -> PostgresSession? {
        condition.lock()
        defer { condition.unlock() }
        let patience = Date(timeIntervalSinceNow: Self.patienceSeconds)
        while lent == limit {
            guard condition.wait(until: patience) else {
                throw StorageBusy(reason: "all \(limit) connections are in use")
            }
        }
        if isClosed { throw StorageUnavailable(reason: "the storage is closed") }
        lent += 1
        return idle.popLast()
    }

    private func giveBack(_ session: PostgresSession?) {
        condition.lock()
        defer { condition.unlock() }
        lent -= 1
        if let session, session.isUsable, !isClosed { idle.append(session) }
        condition.signal()
    }

    private func forgetIdle() {
        condition.lock()
        defer { condition.unlock() }
        idle.removeAll()
    }

    func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        idle.removeAll()
    }
}
