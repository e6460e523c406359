// Values as PostgreSQL reads them: as text, with the number of their type.
import CLibpq

/// The object id of the argument's type, as pg_type has it.
func parameterType(_ argument: Statement.Argument) -> Oid {
    switch argument {
    case .value(_, .integer): 20
    case .value(_, .text): 25
    case .value(_, .bytes): 17
    case .list(_, .integer): 1016
    case .list(_, .text): 1009
    case .list(_, .bytes): 1001
    case .rows, .each: preconditionFailure("PostgreSQL takes rows as one list for each column")
    }
}

/// Nil is null. Throws `NULInText`.
func parameterText(_ argument: Statement.Argument) throws -> String? {
    switch argument {
    case .value(let value, _): try text(value)
    case .list(let values, _): try arrayText(values)
    case .rows, .each: preconditionFailure("PostgreSQL takes rows as one list for each column")
    }
}

private func text(_ value: SQLValue) throws -> String? {
    switch value {
    case .null: return nil
    case .integer(let number): return String(number)
    case .bytes(let bytes): return "\\x" + hexDigits(of: bytes)
    case .text(let text):
        if text.utf8.contains(0) { throw NULInText() }
        return text
    }
}

/// `{"a","b \"c\"",NULL}`
private func arrayText(_ values: [SQLValue]) throws -> String {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    bytes.reserveCapacity(values.count * 24 + 2)
    for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        guard let text = try text(value) else {
            bytes.append(contentsOf: "NULL".utf8)
            continue
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
}

/// Lends texts to C for the length of a call, with a null at the end of the list.
func withCStrings<T>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T
) -> T {
    var bytes: [CChar] = []
    let starts = texts.map { text -> Int? in
        guard let text else { return nil }
        let start = bytes.count
        bytes.append(contentsOf: text.utf8CString)
        return start
    }
    return bytes.withUnsafeBufferPointer { buffer in
        let pointers = starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) }
        }
        return (pointers + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
    }
}

extension Statement {
    /// What a prepared statement is known by: the same text may be asked for with other types.
    struct Shape: Hashable {
        let text: String
        let types: [Oid]
    }

    var shape: Shape { Shape(text: text, types: arguments.map(parameterType)) }
}
