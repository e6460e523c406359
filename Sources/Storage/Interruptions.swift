// What may happen to a machine around a transaction: it dies, or its line to the database does. A
// rehearsal makes it happen, at the very instant it chooses; a store that serves has none.

package protocol Interruptions: Sendable {
    /// Called on the thread that has reached the point. What it throws takes the place of what
    /// would have followed.
    func reach(_ point: InterruptionPoint) throws
}

package enum InterruptionPoint: Sendable, CaseIterable {
    /// Before a snapshot is read.
    case reading
    /// Before a transaction begins.
    case writing
    /// When everything is written, and nothing is committed: what is thrown rolls it back.
    case committing
    /// When everything is on disk, and nobody was told.
    case committed
}

/// An engine with interruptions at its points.
struct InterruptedEngine: Engine {
    let engine: any Engine
    let interruptions: any Interruptions

    var dialect: Dialect { engine.dialect }

    func read<T>(_ body: (Reader) throws -> T) throws -> T {
        try interruptions.reach(.reading)
        return try engine.read(body)
    }

    func write<T>(_ body: (Transaction) throws -> T) throws -> T {
        try interruptions.reach(.writing)
        let result = try engine.write { try finishing(body, in: $0) }
        try interruptions.reach(.committed)
        return result
    }

    func writeBatch<T>(_ body: (Transaction) throws -> T) throws -> T {
        try interruptions.reach(.writing)
        let result = try engine.writeBatch { try finishing(body, in: $0) }
        try interruptions.reach(.committed)
        return result
    }

    private func finishing<T>(
        _ body: (Transaction) throws -> T, in transaction: Transaction
    ) throws -> T {
        let result = try body(transaction)
        if transaction.failure == nil { try interruptions.reach(.committing) }
        return result
    }

    func upgrade(_ body: (Transaction) throws -> Void) throws { try engine.upgrade(body) }
    func backup(to path: String) throws { try engine.backup(to: path) }
    func rest() { engine.rest() }
    func close() { engine.close() }
}
