// Reads what is stored, in one consistent snapshot. The tables' sentences are extensions of it:
//
//     extension Reader { package func order(_ id: ID<Order>) throws -> Order? { … } }
//
// Confined to the closure it is handed to, on one thread; synchronous, so nothing suspends.

package class Reader {
    let connection: any Connection

    /// The first statement that failed. PostgreSQL gives up a transaction then; so do we on both.
    private(set) var failure: (any Error)?

    init(_ connection: any Connection) { self.connection = connection }

    package final func all(_ sql: SQL) throws -> [Row] {
        try noting { try connection.rows(sql) }
    }

    /// The answers to several questions, asked on one journey: what one answers can't be part of
    /// the next.
    package final func all(together statements: [SQL]) throws -> [[Row]] {
        try noting { try connection.rows(together: statements) }
    }

    /// The first row, if there is any. The statement says `limit 1` where there may be many.
    package final func first(_ sql: SQL) throws -> Row? { try all(sql).first }

    /// Throws `NotOneRow` unless there is exactly one.
    package final func one(_ sql: SQL) throws -> Row {
        let rows = try all(sql)
        guard rows.count == 1 else { throw NotOneRow(found: rows.count) }
        return rows[0]
    }

    /// The number that `select count(*) …` or `select sum(…) …` gives.
    package final func count(_ sql: SQL) throws -> Int { try one(sql).get(0) }

    final func noting<T>(_ statement: () throws -> T) throws -> T {
        do {
            return try statement()
        } catch {
            if failure == nil { failure = error }
            throw error
        }
    }
}
