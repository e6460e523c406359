// What an engine does for the storage. Both are blocking; the queues in front of them own the
// threads. Everything an engine's library calls its own stays in that engine's folder.

protocol Engine: Sendable {
    var dialect: Dialect { get }

    /// One consistent snapshot, on the caller's thread.
    func read<T>(_ body: (Reader) throws -> T) throws -> T
    /// One transaction, on the caller's thread. Whatever the body throws rolls it back.
    func write<T>(_ body: (Transaction) throws -> T) throws -> T
    /// Several transactions that may share their commit; what each one threw, or nil. What one
    /// throws rolls back its own writes.
    func writeTogether(_ bodies: [(Transaction) throws -> Void]) -> [(any Error)?]
    /// The same for the batches of the sale path, which must be fast.
    func writeBatch<T>(_ body: (Transaction) throws -> T) throws -> T
    /// Runs the upgrade in one transaction that no other node can be in at the same time.
    func upgrade(_ body: (Transaction) throws -> Void) throws
    /// A copy for safe keeping, of a database that is in use.
    func backup(to path: String) throws
    /// What can wait until nobody writes.
    func rest()
    func close()
}

extension Engine {
    func writeTogether(_ bodies: [(Transaction) throws -> Void]) -> [(any Error)?] {
        writeOneByOne(bodies)
    }

    func writeOneByOne(_ bodies: [(Transaction) throws -> Void]) -> [(any Error)?] {
        bodies.map { body in
            do {
                try write(body)
                return nil
            } catch {
                return error
            }
        }
    }
}

/// One connection, inside a transaction.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    func rows(_ sql: SQL) throws -> [Row]
    /// Several answers on one journey.
    func rows(together statements: [SQL]) throws -> [[Row]]
    func run(_ sql: SQL) throws -> Int
    func insert(_ rows: SQLRows) throws
    /// Carried out with the next statement or the commit, whose error is its error.
    func runLater(_ sql: SQL) throws
    func insertLater(_ rows: SQLRows) throws
}

enum Dialect: Sendable { case sqlite, postgres }
