// A statement as it is written in the code. Whatever is interpolated is bound, never pasted:
//
//     "select * from orders where buyer = \(buyer) and state in \(list: states) \(.forUpdate)"
//
// A literal is written once and is valid on both engines: plain `select`, `insert … on conflict …
// do …`, `update … from … returning`, `with`, `case`, `coalesce`. Truth is 0 and 1 in a column and
// a comparison in a `where`; time is milliseconds. Four things to know: `insert … select … where
// true on conflict …` (SQLite misreads it without the `where`); `order by … nulls first` says where
// nulls go, or each engine does as it likes; `lower` knows ASCII only; `/` of whole numbers cuts
// off.

package struct SQL: ExpressibleByStringInterpolation, Sendable {
    var pieces: [Piece]

    package init(stringLiteral text: String) { pieces = [.text(text)] }
    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// For texts of our own that come from a list, as those of a migration do. Never for anything
    /// that somebody typed.
    init(trusted text: String) { pieces = [.text(text)] }

    enum Piece: Sendable {
        case text(String)
        case value(SQLValue, SQLType)
        case list([SQLValue], SQLType)
        case rows(SQLRows)
        case each(SQLRows)
        case clause(Clause)
    }

    /// What one engine says and the other leaves out.
    package enum Clause: Sendable {
        /// Locks the rows until the transaction ends. SQLite has one writer, who needs no lock.
        case forUpdate
        /// After `forUpdate`: rows that somebody else has locked are passed over.
        case skipLocked
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { pieces.append(.text(text)) }
        }

        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value) {
            pieces.append(.value(value.sqlValue, Value.sqlType))
        }

        /// Nil is bound as null. (Said for itself, or the compiler takes it for a slip.)
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            pieces.append(.value(value.sqlValue, Value.sqlType))
        }

        /// `id in \(list: ids)`: one bound array. The text doesn't depend on how many there are, so
        /// one prepared statement serves every length, and an empty list is no special case.
        package mutating func appendInterpolation<Values: Collection>(list values: Values)
        where Values.Element: SQLBindable {
            pieces.append(.list(values.map(\.sqlValue), Values.Element.sqlType))
        }

        /// `from \(rows: rows, as: "wanted", "id", "units")`: bound rows that stand where a table
        /// can, so that one statement changes many rows in different ways.
        package mutating func appendInterpolation(
            rows: [[any SQLBindable]], as name: StaticString, _ columns: StaticString...
        ) {
            pieces.append(.rows(SQLRows(rows, name: "\(name)", columns: columns.map { "\($0)" })))
        }

        /// Like `rows`, in a `select` that answers each row by itself, whatever the others are:
        /// SQLite then asks once for each, which is less work than to unpack them.
        package mutating func appendInterpolation(
            each rows: [[any SQLBindable]], as name: StaticString, _ columns: StaticString...
        ) {
            pieces.append(.each(SQLRows(rows, name: "\(name)", columns: columns.map { "\($0)" })))
        }

        package mutating func appendInterpolation(_ clause: Clause) {
            pieces.append(.clause(clause))
        }

        package mutating func appendInterpolation(fragment: SQL) {
            pieces.append(contentsOf: fragment.pieces)
        }

        /// The name of a table or a column, in code that serves several of them.
        package mutating func appendInterpolation(identifier: StaticString) {
            pieces.append(.text("\(identifier)"))
        }
    }
}
