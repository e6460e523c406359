// One SQLite connection inside a transaction: runs statements, each prepared once and kept.
import Foundation
import GRDB

final class SQLiteConnection: Connection {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func rows(_ sql: SQL) throws -> [Row] {
        try explaining(sql) { statement, arguments in
            let prepared = try database.cachedStatement(sql: statement)
            let columns = prepared.columnNames
            let cursor = try GRDB.Row.fetchCursor(prepared, arguments: arguments)
            var rows: [Row] = []
            while let row = try cursor.next() {
                var values: [SQLValue] = []
                values.reserveCapacity(columns.count)
                for index in columns.indices { values.append(try value(row, index)) }
                rows.append(Row(columns: columns, values: values))
            }
            return rows
        }
    }

    func run(_ sql: SQL) throws -> Int {
        try explaining(sql) { statement, arguments in
            try database.cachedStatement(sql: statement).execute(arguments: arguments)
            return database.changesCount
        }
    }

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

    private func explaining<T>(
        _ sql: SQL, _ body: (String, StatementArguments) throws -> T
    ) throws -> T {
        let statement = Statement(sql, in: .sqlite)
        do {
            let values = try statement.arguments.map(databaseValue)
            return try body(statement.text, StatementArguments(values))
        } catch let error as DatabaseError {
            throw failure(error, in: statement.text)
        }
    }
}

private func databaseValue(_ argument: Statement.Argument) throws -> DatabaseValue {
    switch argument {
    case .value(let value, _): try databaseValue(value)
    case .list(let values, _): try jsonText(values).databaseValue
    case .rows(let rows): try jsonText(rows).databaseValue
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
