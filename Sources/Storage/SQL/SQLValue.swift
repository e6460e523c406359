// What a column can hold. There is no floating point on purpose: money and time are whole numbers.

package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    /// The type of what is held; nil for null, which has none of its own.
    var type: SQLType? {
        switch self {
        case .null: nil
        case .integer: .integer
        case .text: .text
        case .bytes: .bytes
        }
    }
}

/// The three types of columns: `bigint`, `text` and `bytea` (on SQLite `integer`, `text`, `blob`).
package enum SQLType: String, Hashable, Sendable {
    case integer, text, bytes
}

/// What may be interpolated into `SQL`.
package protocol SQLBindable {
    /// Known without a value, because a null and an empty list have a type as well.
    static var sqlType: SQLType { get }
    var sqlValue: SQLValue { get }
}

/// What a column can be read as. A malformed value is thrown, never trapped on.
package protocol SQLReadable {
    init(sqlValue: SQLValue) throws
}

/// A value in a row is not what the code reads it as. It never quotes the value, which may be
/// somebody's address; only where it stands and what was expected.
package struct UnreadableValue: Error, CustomStringConvertible {
    package let expected: String
    package let found: String
    package var column: String?

    init(expected: String, found: SQLValue) {
        self.expected = expected
        self.found = found.type.map { "a malformed or unexpected \($0.rawValue)" } ?? "null"
    }

    package var description: String {
        "column \(column ?? "?"): expected \(expected), found \(found)"
    }
}
