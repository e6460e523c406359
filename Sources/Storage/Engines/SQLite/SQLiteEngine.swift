// The embedded database: one file, written ahead to a log that is on disk before anybody is told
// "yes" (WAL with synchronous=FULL), one writer, and readers that never wait for it.
import Foundation
import GRDB
import Logging

final class SQLiteEngine: Engine {
    let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let settler: LogSettler

    /// How many may read at once.
    static let readers = 4

    /// Throws `StatementFailed` when the file is no database or can't be written.
    init(path: String, logger: Logger) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = Self.readers + 2
        configuration.prepareDatabase { database in
            database.add(function: bytesOfHex)
            // As PostgreSQL has it.
            try database.execute(sql: "pragma case_sensitive_like = on")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            settler = try LogSettler(path: path, logger: logger)
            try pool.writeWithoutTransaction { [settler] database in
                // The pool chooses NORMAL for WAL, which may lose the last commits with the power.
                try database.execute(sql: "pragma synchronous = full")
                // 64 MB of pages in the writer's memory: what a rush goes over again and again.
                try database.execute(sql: "pragma cache_size = -65536")
                settler.watch(database)
            }
        } catch let error as DatabaseError {
            throw failure(error, in: "opening \(path)")
        }
    }

    deinit { settler.close() }

    func read<T>(_ body: (Reader) throws -> T) throws -> T {
        try explaining("reading") {
            try pool.read { try body(Reader(SQLiteConnection($0))) }
        }
    }

    func write<T>(_ body: (Transaction) throws -> T) throws -> T {
        try transaction { _, transaction in try body(transaction) }
    }

    func writeBatch<T>(_ body: (Transaction) throws -> T) throws -> T { try write(body) }

    /// One fsync for all of them. When the whole fails, each is tried by itself, so that it fails
    /// alone.
    func writeTogether(_ bodies: [(Transaction) throws -> Void]) -> [(any Error)?] {
        if bodies.count > 1, let outcomes = try? inOneTransaction(bodies) { return outcomes }
        return writeOneByOne(bodies)
    }

    private func inOneTransaction(
        _ bodies: [(Transaction) throws -> Void]
    ) throws -> [(any Error)?] {
        var outcomes: [(any Error)?] = []
        try pool.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                for body in bodies { outcomes.append(try step(body, in: database)) }
                return .commit
            }
        }
        return outcomes
    }

    /// What the body throws undoes its own writes. Throws itself when SQLite gave up the whole.
    private func step(
        _ body: (Transaction) throws -> Void, in database: Database
    ) throws -> (any Error)? {
        let transaction = Transaction(SQLiteConnection(database))
        try database.cachedStatement(sql: "savepoint step").execute()
        var outcome: (any Error)?
        do {
            try body(transaction)
            outcome = transaction.failure
        } catch {
            outcome = error
        }
        if outcome != nil { try database.cachedStatement(sql: "rollback to step").execute() }
        try database.cachedStatement(sql: "release step").execute()
        return outcome
    }

    func upgrade(_ body: (Transaction) throws -> Void) throws {
        try transaction { database, transaction in
            // A table that is rebuilt is missing for a moment; its references are checked at the
            // end.
            try database.execute(sql: "pragma defer_foreign_keys = on")
            try body(transaction)
            // What was prepared before knows the tables as they were.
            database.clearSchemaCache()
        }
    }

    private func transaction<T>(_ body: (Database, Transaction) throws -> T) throws -> T {
        try explaining("committing") {
            let result = try pool.writeWithoutTransaction { database in
                var result: T?
                try database.inTransaction(.immediate) {
                    let transaction = Transaction(SQLiteConnection(database))
                    result = try body(database, transaction)
                    if let failure = transaction.failure { throw failure }
                    return .commit
                }
                return result
            }
            guard let result else { preconditionFailure("a transaction without its result") }
            return result
        }
    }

    func backup(to path: String) throws {
        try explaining("copying to \(path)") { try copy(pool, to: path) }
    }

    func rest() { settler.rest() }

    func close() {
        settler.close()
        // Fails only when a statement is still running, and then the last connection closes it.
        try? pool.close()
    }

    private func explaining<T>(_ what: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw failure(error, in: what)
        }
    }
}

/// SQLite 3.40 can't yet turn digits into bytes by itself.
private let bytesOfHex = DatabaseFunction("bytes_of_hex", argumentCount: 1, pure: true) { values in
    guard case .string(let digits) = values[0].storage else { return nil }
    return bytes(ofHex: digits.utf8).map { Data($0) }
}
