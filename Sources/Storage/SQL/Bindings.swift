// How the basic types of the rules are stored, and read back.
package import Rules

extension Int64: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(self) }
    package init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue else {
            throw UnreadableValue(expected: "an integer", found: sqlValue)
        }
        self = number
    }
}

extension Int: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package init(sqlValue: SQLValue) throws { self = Int(try Int64(sqlValue: sqlValue)) }
}

/// 0 or 1: SQLite has no other truth.
extension Bool: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package init(sqlValue: SQLValue) throws {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw UnreadableValue(expected: "0 or 1", found: sqlValue)
        }
    }
}

extension String: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(self) }
    package init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue else {
            throw UnreadableValue(expected: "text", found: sqlValue)
        }
        self = text
    }
}

extension Array: SQLBindable where Element == UInt8 {
    package static var sqlType: SQLType { .bytes }
    package var sqlValue: SQLValue { .bytes(self) }
}

extension Array: SQLReadable where Element == UInt8 {
    package init(sqlValue: SQLValue) throws {
        guard case .bytes(let bytes) = sqlValue else {
            throw UnreadableValue(expected: "bytes", found: sqlValue)
        }
        self = bytes
    }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    package static var sqlType: SQLType { Wrapped.sqlType }
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Optional: SQLReadable where Wrapped: SQLReadable {
    package init(sqlValue: SQLValue) throws {
        self = sqlValue == .null ? nil : .some(try Wrapped(sqlValue: sqlValue))
    }
}

/// An enum with a raw value only has to say that it conforms.
extension RawRepresentable where RawValue: SQLBindable {
    package static var sqlType: SQLType { RawValue.sqlType }
    package var sqlValue: SQLValue { rawValue.sqlValue }
}

extension RawRepresentable where RawValue: SQLReadable {
    package init(sqlValue: SQLValue) throws {
        guard let value = Self(rawValue: try RawValue(sqlValue: sqlValue)) else {
            throw UnreadableValue(expected: "\(Self.self)", found: sqlValue)
        }
        self = value
    }
}

extension Language: SQLBindable, SQLReadable {}

/// Milliseconds since 1970.
extension Moment: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(milliseconds) }
    package init(sqlValue: SQLValue) throws {
        self.init(milliseconds: try Int64(sqlValue: sqlValue))
    }
}

/// Milliseconds.
extension Span: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(milliseconds) }
    package init(sqlValue: SQLValue) throws {
        self.init(milliseconds: try Int64(sqlValue: sqlValue))
    }
}

/// `2015-05-19`, which sorts as it should.
extension Day: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(description) }
    package init(sqlValue: SQLValue) throws {
        self = try parsed(sqlValue, as: "a date") { Day($0) }
    }
}

extension ID: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(text) }
    package init(sqlValue: SQLValue) throws {
        self = try parsed(sqlValue, as: "an id that begins with \(Of.idPrefix)_") { ID($0) }
    }
}

extension Currency: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(code) }
    package init(sqlValue: SQLValue) throws {
        self = try parsed(sqlValue, as: "a currency") { Currency($0) }
    }
}

extension Country: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(code) }
    package init(sqlValue: SQLValue) throws {
        self = try parsed(sqlValue, as: "a country") { Country($0) }
    }
}

private func parsed<T>(_ value: SQLValue, as what: String, _ parse: (String) -> T?) throws -> T {
    guard case .text(let text) = value, let result = parse(text) else {
        throw UnreadableValue(expected: what, found: value)
    }
    return result
}
