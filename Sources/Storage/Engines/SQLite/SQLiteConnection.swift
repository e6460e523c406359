// One SQLite connection inside a transaction: runs statements, each prepared once and kept.
import GRDB

final class SQLiteConnection: Connection {
    let dialect = Dialect.sqlite
    private let database: Database

    init(_ database: Database) { self.database = database }

    func rows(_ sql: SQL) throws -> [Row] {
        let statement = Statement(sql, in: .sqlite)
        return try explaining(statement.text) {
            let prepared = try PreparedStatement(statement.text, in: database)
            var rows: [Row] = []
            for values in try bindings(of: statement) {
                try prepared.run(values) { row in
                    rows.append(Row(columns: row.columns, values: try row.values()))
                }
            }
            return rows
        }
    }

    func rows(together statements: [SQL]) throws -> [[Row]] { try statements.map(rows) }

    func run(_ sql: SQL) throws -> Int {
        let statement = Statement(sql, in: .sqlite)
        return try explaining(statement.text) {
            try PreparedStatement(statement.text, in: database)
                .run(try statement.arguments.map { try sqlValue($0) })
            return database.changesCount
        }
    }

    func runLater(_ sql: SQL) throws { _ = try run(sql) }

    func insertLater(_ rows: SQLRows) throws { try insert(rows) }

    func insert(_ rows: SQLRows) throws {
        let names = rows.columns.map(\.name).joined(separator: ", ")
        let marks = rows.columns.map { _ in "?" }.joined(separator: ", ")
        let text = "insert into \(rows.name) (\(names)) values (\(marks))"
        try explaining(text) {
            let prepared = try PreparedStatement(text, in: database)
            for index in 0..<rows.count {
                try prepared.run(rows.columns.lazy.map { $0.values[index] })
            }
        }
    }

    private func explaining<T>(_ text: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw failure(error, in: text)
        }
    }
}

/// What to bind: once, or once for each of the rows that are asked about one by one.
private func bindings(of statement: Statement) throws -> [[SQLValue]] {
    let times = statement.arguments.lazy.compactMap { argument -> Int? in
        if case .each(let column) = argument { column.values.count } else { nil }
    }.first
    guard let times else { return [try statement.arguments.map { try sqlValue($0) }] }
    return try (0..<times).map { index in
        try statement.arguments.map { argument in
            if case .each(let column) = argument { return column.values[index] }
            return try sqlValue(argument)
        }
    }
}

private func sqlValue(_ argument: Statement.Argument) throws -> SQLValue {
    switch argument {
    case .value(let value, _): value
    case .list(let values, _): .text(try jsonText(values))
    case .rows(let rows): .text(try jsonText(rows))
    case .each: preconditionFailure("only a select answers each row by itself")
    }
}
