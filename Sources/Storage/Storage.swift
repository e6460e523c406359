// Everything the shop remembers. Reads are free; writes have names, and only verbs write.
package import Logging
import Synchronization

package final class Storage: Sendable {
    private let engine: any Engine
    private let reads: WorkQueue
    private let writes: WorkQueue
    private let writeLine: WriteLine
    private let location: Location
    private let migrations: [Migration]
    private let logger: Logger

    /// Opens what `location` names. With `schema: .current`, an old SQLite file is backed up and
    /// brought up to date; an old PostgreSQL database throws `SchemaTooOld`, and on both a newer
    /// one throws `SchemaTooNew`. With `.asFound` nothing is looked at: `onsale migrate` is next.
    ///
    /// - Parameter interruptions: what happens to a rehearsed machine; nothing to one that serves.
    package static func open(
        _ location: Location, schema: SchemaPolicy = .current, limits: Limits = Limits(),
        migrations: [Migration] = Migration.all, logger: Logger,
        interruptions: (any Interruptions)? = nil
    ) throws -> Storage {
        let storage = try Storage(
            location, limits: limits, migrations: migrations, logger: logger,
            interruptions: interruptions)
        switch (schema, location) {
        case (.asFound, _): break
        case (.current, .sqlite): try storage.migrate()
        case (.current, .postgres):
            let found = try storage.schemaVersion()
            if found < migrations.latest {
                throw SchemaTooOld(found: found, needed: migrations.latest)
            }
        }
        return storage
    }

    package enum SchemaPolicy: Sendable { case current, asFound }

    /// How much may wait, and how many work.
    package struct Limits: Sendable {
        /// Connections to PostgreSQL that serve pages and verbs, each on a thread of its own.
        package var connections = 8
        /// Jobs that may wait for a thread; the next one throws `StorageBusy`.
        package var waiting = 4096

        /// Connections beyond those, so that `writeBatch` finds one when every page waits.
        static let spareConnections = 2

        package init() {}
    }

    private init(
        _ location: Location, limits: Limits, migrations: [Migration], logger: Logger,
        interruptions: (any Interruptions)?
    ) throws {
        func interrupted(_ engine: some Engine) -> any Engine {
            guard let interruptions else { return engine }
            return InterruptedEngine(engine: engine, interruptions: interruptions)
        }
        self.location = location
        self.migrations = migrations
        self.logger = logger
        let opened: any Engine
        switch location {
        case .sqlite(let path):
            let engine = try SQLiteEngine(path: path, logger: logger)
            opened = interrupted(engine)
            writes = WorkQueue(name: "writer", threads: 1, limit: limits.waiting) { engine.rest() }
            reads = WorkQueue(
                name: "reader", threads: SQLiteEngine.readers, limit: limits.waiting, rest: {})
        case .postgres(let url):
            let engine = try PostgresEngine(
                url: url, sessions: limits.connections + Limits.spareConnections, logger: logger)
            opened = interrupted(engine)
            let queue = WorkQueue(
                name: "postgres", threads: limits.connections, limit: limits.waiting, rest: {})
            reads = queue
            writes = queue
        }
        engine = opened
        writeLine = WriteLine(opened, on: writes)
    }

    /// The threads end by themselves; the last to let go of the engine closes it.
    deinit {
        reads.close()
        writes.close()
    }

    /// Whether other machines may write to it too.
    package var isShared: Bool {
        switch location {
        case .sqlite: false
        case .postgres: true
        }
    }

    /// Reads in one consistent snapshot, on a thread of the storage's own.
    /// Throws `StorageBusy` when too many wait, `StorageUnavailable`, or what the body throws.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (Reader) throws -> T
    ) async throws -> T {
        try await reads.run { [engine] in try engine.read(body) }
    }

    /// Writes in one transaction, on a thread of the storage's own. What the body throws rolls it
    /// back and is thrown on unchanged. The body may run more than once: see `Transaction`. On
    /// SQLite those that wait share a commit, each as if it were alone.
    /// Throws `ConstraintViolation`, `StorageBusy`, `StorageUnavailable` and `CommitUnknown`.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        if isShared { return try await writes.run { [engine] in try engine.write(body) } }
        return try await writeLine.write(body)
    }

    /// `read` on the caller's thread, which waits. Never from a task; for a thread of one's own.
    package func readBlocking<T>(_ body: (Reader) throws -> T) throws -> T {
        try engine.read(body)
    }

    /// `write` on the caller's thread, which waits. For the turnstile, which has a thread of its
    /// own and passes over the queue, and whose statements are always the same.
    @discardableResult
    package func writeBatch<T>(_ body: (Transaction) throws -> T) throws -> T {
        try engine.writeBatch(body)
    }

    /// Copies a SQLite database that is in use to a file that isn't there yet.
    /// Throws `BackupRefused` on PostgreSQL, which has pg_dump.
    package func backup(to path: String) async throws {
        try await reads.run { [engine] in try engine.backup(to: path) }
    }

    /// Brings the schema up to date, in one transaction; `onsale migrate` and the opening of a
    /// SQLite file do it. A file that has anything in it is copied first, next to itself.
    package func migrate() throws {
        let found = try schemaVersion()
        if found == migrations.latest { return }
        try engine.apply(migrations) { reader in
            guard case .sqlite(let path) = location, try reader.hasTables() else { return }
            let copy = try freePath("\(path).before-schema-\(migrations.latest)")
            try engine.backup(to: copy)
            logger.notice("the database was copied before its schema changes: \(copy)")
        }
        logger.notice("the schema is now \(migrations.latest), it was \(found)")
    }

    /// The number of the last migration that was applied; 0 for an empty database.
    package func schemaVersion() throws -> Int { try engine.schemaVersion(knownUpTo: migrations) }

    /// Turns new work away, waits for the work that is in line, and lets go of the database. Not
    /// from inside a `read` or `write`.
    package func close() {
        reads.close()
        writes.close()
        reads.drain()
        writes.drain()
        engine.close()
    }
}
