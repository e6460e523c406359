// Reads and writes, all of it or nothing. Only a verb of the shop is handed one.
//
// The closure may run more than once (PostgreSQL may find a deadlock, or lose its connection before
// the commit), so it changes nothing but the database. When a statement has failed the transaction
// can only be given up: catch a `ConstraintViolation` to throw a kinder refusal, not to go on. To
// go on, write `on conflict do nothing`.

package final class Transaction: Reader {
    /// Runs a statement; returns how many rows it inserted, changed or deleted.
    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        try noting { try connection.run(sql) }
    }

    /// `run` for who needs no answer: the statement may wait for the next one or for the commit,
    /// and what it violates is thrown there.
    package func runLater(_ sql: SQL) throws {
        try noting { try connection.runLater(sql) }
    }

    /// `insert` in the same way.
    package func insertLater(
        into table: StaticString, _ columns: [StaticString], rows: [[any SQLBindable]]
    ) throws {
        if rows.isEmpty { return }
        let batch = SQLRows(rows, name: "\(table)", columns: columns.map { "\($0)" })
        try noting { try connection.insertLater(batch) }
    }

    /// Inserts many rows with one prepared statement. A column has one type in all rows; nil counts
    /// as its optional's. Rows that must not fail on a conflict go through `on conflict` in SQL.
    package func insert(
        into table: StaticString, _ columns: [StaticString], rows: [[any SQLBindable]]
    ) throws {
        if rows.isEmpty { return }
        let batch = SQLRows(rows, name: "\(table)", columns: columns.map { "\($0)" })
        try noting { try connection.insert(batch) }
    }
}
