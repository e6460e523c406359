// One SQLite connection inside a transaction: runs statements, each prepared once and kept.
import Foundation
import GRDB

final class SQLiteConnection: Connection {
    let dialect = Dialect.sqlite
    private let database: Database

    init(_ database: Database) { self.database = database }

    func rows(_ sql: SQL) throws -> [Row] {
        let statement = Statement(sql, in: .sqlite)
        return try explaining(statement) {
            let prepared = try database.cachedStatement(sql: statement.text)
            let columns = prepared.columnNames
            var rows: [Row] = []
            for arguments in try bindings(of: statement) {
                let cursor = try GRDB.Row.fetchCursor(
                    prepared, arguments: StatementArguments(arguments))
                while let row = try cursor.next() {
                    var values: [SQLValue] = []
                    values.reserveCapacity(columns.count)
                    for index in columns.indices { values.append(try value(row, index)) }
                    rows.append(Row(columns: columns, values: values))
                }
            }
            return rows
        }
    }

    func run(_ sql: SQL) throws -> Int {
        let statement = Statement(sql, in: .sqlite)
        return try explaining(statement) {
            let values = try statement.arguments.map { try databaseValue($0) }
            try database.cachedStatement(sql: statement.text)
                .execute(arguments: StatementArguments(values))
            return database.changesCount
        }
    }

    func runLater(_ sql: SQL) throws { _ = try run(sql) }

    func insertLater(_ rows: SQLRows) throws { try insert(rows) }

    func insert(_ rows: SQLRows) throws {
        let names = rows.columns.map(\.name).joined(separator: ", ")
        let marks = rows.columns.map { _ in "?" }.joined(separator: ", ")
        let text = "insert into \(rows.name) (\(names)) values (\(marks))"
        do {
            let prepared = try database.cachedStatement(sql: text)
            for index in 0..<rows.count {
                let values = try rows.columns.map { try databaseValue($0.values[index]) }
                try prepared.execute(arguments: StatementArguments(values))
            }
        } catch let error as DatabaseError {
            throw failure(error, in: text)
        }
    }

    private func explaining<T>(_ statement: Statement, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw failure(error, in: statement.text)
        }
    }
}

/// What to bind: once, or once for each of the rows that are asked about one by one.
private func bindings(of statement: Statement) throws -> [[DatabaseValue]] {
    let times = statement.arguments.lazy.compactMap { argument -> Int? in
        if case .each(let column) = argument { column.values.count } else { nil }
    }.first
    guard let times else { return [try statement.arguments.map { try databaseValue($0) }] }
    return try (0..<times).map { index in
        try statement.arguments.map { argument in
            if case .each(let column) = argument { return try databaseValue(column.values[index]) }
            return try databaseValue(argument)
        }
    }
}

private func databaseValue(_ argument: Statement.Argument) throws -> DatabaseValue {
    switch argument {
    case .value(let value, _): try databaseValue(value)
    case .list(let values, _): try jsonText(values).databaseValue
    case .rows(let rows): try jsonText(rows).databaseValue
    case .each: preconditionFailure("only a select answers each row by itself")
    }
}

private func databaseValue(_ value: SQLValue) throws -> DatabaseValue {
    switch value {
    case .null: return .null
    case .integer(let number): return number.databaseValue
    case .bytes(let bytes): return Data(bytes).databaseValue
    case .text(let text):
        if text.utf8.contains(0) { throw NULInText() }
        return text.databaseValue
    }
}

private func value(_ row: GRDB.Row, _ index: Int) throws -> SQLValue {
    switch (row[index] as DatabaseValue).storage {
    case .null: .null
    case .int64(let number): .integer(number)
    case .string(let text): .text(text)
    case .blob(let bytes): .bytes(Array(bytes))
    case .double: throw FloatingPointRead()
    }
}
