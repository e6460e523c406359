// A literal as an engine takes it: its text with placeholders, and what to bind to them.

struct Statement {
    private(set) var text = ""
    private(set) var arguments: [Argument] = []

    enum Argument {
        case value(SQLValue, SQLType)
        case list([SQLValue], SQLType)
        /// On SQLite, rows travel as one JSON text.
        case rows(SQLRows)
        /// On SQLite, one column of rows that are asked about one by one.
        case each(SQLRows.Column)
    }

    init(_ sql: SQL, in dialect: Dialect) {
        for piece in sql.pieces {
            switch piece {
            case .text(let literal): text += literal
            case .value(let value, let type): append(.value(value, type), in: dialect)
            case .list(let values, let type): appendList(values, type, in: dialect)
            case .rows(let rows): appendRows(rows, in: dialect)
            case .each(let rows): appendEach(rows, in: dialect)
            case .clause(let clause): append(clause, in: dialect)
            }
        }
    }

    private mutating func append(_ argument: Argument, in dialect: Dialect) {
        arguments.append(argument)
        switch dialect {
        case .sqlite: text += "?"
        case .postgres: text += "$\(arguments.count)"
        }
    }

    private mutating func appendList(
        _ values: [SQLValue], _ type: SQLType, in dialect: Dialect
    ) {
        switch dialect {
        case .sqlite:
            text += "(select \(type.fromJSON("value")) from json_each("
            append(.list(values, type), in: dialect)
            text += "))"
        case .postgres:
            text += "(select unnest("
            append(.list(values, type), in: dialect)
            text += "))"
        }
    }

    private mutating func appendRows(_ rows: SQLRows, in dialect: Dialect) {
        switch dialect {
        case .sqlite:
            let columns = rows.columns.enumerated().map { index, column in
                column.type.fromJSON("json_extract(value, '$[\(index)]')") + " as " + column.name
            }
            text += "(select \(columns.joined(separator: ", ")) from json_each("
            append(.rows(rows), in: dialect)
            text += ")) as \(rows.name)"
        case .postgres:
            text += "unnest("
            for (index, column) in rows.columns.enumerated() {
                if index > 0 { text += ", " }
                append(.list(column.values, column.type), in: dialect)
            }
            let names = rows.columns.map(\.name).joined(separator: ", ")
            text += ") as \(rows.name) (\(names))"
        }
    }

    private mutating func appendEach(_ rows: SQLRows, in dialect: Dialect) {
        guard dialect == .sqlite else { return appendRows(rows, in: dialect) }
        for (index, column) in rows.columns.enumerated() {
            text += index == 0 ? "(select " : ", "
            append(.each(column), in: dialect)
            text += " as \(column.name)"
        }
        text += ") as \(rows.name)"
    }

    private mutating func append(_ clause: SQL.Clause, in dialect: Dialect) {
        guard dialect == .postgres else { return }
        switch clause {
        case .forUpdate: text += " for update"
        case .skipLocked: text += " skip locked"
        }
    }
}

extension SQLType {
    /// JSON has no bytes: they travel as hexadecimal digits.
    fileprivate func fromJSON(_ value: String) -> String {
        self == .bytes ? "bytes_of_hex(\(value))" : value
    }
}
