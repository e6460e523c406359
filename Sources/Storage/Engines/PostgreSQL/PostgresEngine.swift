// The database for more than one machine: transactions over libpq, retried where that is safe.
//
// A closure runs again after a deadlock, and after a connection that was lost before its commit was
// sent: the server has rolled it back then. Once the commit is on its way nothing is repeated;
// whoever wrote is told `CommitUnknown`.
import Foundation
import Logging

final class PostgresEngine: Engine {
    let dialect = Dialect.postgres
    private let pool: PostgresPool
    private let logger: Logger

    /// Deadlocks and lost connections that one transaction may meet before it is given up.
    private static let attempts = 8

    init(url: String, sessions: Int, logger: Logger) throws {
        pool = PostgresPool(url: url, limit: sessions, logger: logger)
        self.logger = logger
        try attempting { _ in }
    }

    func read<T>(_ body: (Reader) throws -> T) throws -> T {
        try attempting { session in
            session.begin(["begin isolation level repeatable read read only"])
            return try finishing(Reader(session), on: session, body)
        }
    }

    /// READ COMMITTED, as PostgreSQL has it by default: what must not change is locked by
    /// `for update` or kept by the schema.
    func write<T>(_ body: (Transaction) throws -> T) throws -> T {
        try attempting { session in
            session.begin([Self.beginning])
            return try finishing(Transaction(session), on: session, body)
        }
    }

    private static let beginning = "begin isolation level read committed read write"

    /// The statements of a batch are always the same and ask about rows by their keys, so they are
    /// planned once: to plan them takes longer than to run them. A plan that was made when the
    /// tables were empty must not read whole tables when they are full.
    func writeBatch<T>(_ body: (Transaction) throws -> T) throws -> T {
        try attempting { session in
            session.begin([
                Self.beginning, "set local plan_cache_mode = force_generic_plan",
                "set local enable_seqscan = off",
            ])
            return try finishing(Transaction(session), on: session, body)
        }
    }

    func upgrade(_ body: (Transaction) throws -> Void) throws {
        try write { transaction in
            try transaction.run("set local statement_timeout = 0")
            try transaction.run("set local lock_timeout = '60s'")
            // Any number that nobody else takes for theirs.
            _ = try transaction.all("select pg_advisory_xact_lock(7203920150519)")
            try body(transaction)
        }
    }

    func backup(to path: String) throws {
        throw BackupRefused(
            description: """
                This database is PostgreSQL: back it up with pg_dump, or with the archive of its \
                write-ahead log.
                """)
    }

    /// PostgreSQL looks after itself.
    func rest() {}

    func close() { pool.close() }

    private func finishing<Access: Reader, T>(
        _ access: Access, on session: PostgresSession, _ body: (Access) throws -> T
    ) throws -> T {
        let result: T
        do {
            result = try body(access)
            if let failure = access.failure { throw failure }
        } catch {
            // What the body made of a passing trouble matters less than that it passes.
            let cause = access.failure.flatMap { $0 as? PassingTrouble }
            if cause?.isLoss != true { session.rollBack() }
            throw cause ?? error
        }
        try session.commit()
        return result
    }

    private func attempting<T>(_ body: (PostgresSession) throws -> T) throws -> T {
        for attempt in 1...Self.attempts {
            do {
                return try pool.lending(body)
            } catch let trouble as PassingTrouble {
                if attempt == Self.attempts { throw trouble.atLast }
                logger.warning("PostgreSQL, attempt \(attempt): \(trouble.reason)")
                wait(after: attempt, trouble)
            }
        }
        preconditionFailure("the last attempt neither returned nor threw")
    }

    /// Two that met in a deadlock should not meet again, hence the chance; a server that starts or
    /// hands over needs seconds.
    private func wait(after attempt: Int, _ trouble: PassingTrouble) {
        let base = trouble.isLoss ? 0.05 : 0.002
        let longest = min(base * Double(1 << attempt), 2)
        Thread.sleep(forTimeInterval: Double.random(in: longest / 2...longest))
    }
}
