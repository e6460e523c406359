// Lists and rows as JSON, the one form in which SQLite takes many values through one placeholder.

func jsonText(_ values: [SQLValue]) throws -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 16 + 2)
    try appendArray(values, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

func jsonText(_ rows: SQLRows) throws -> String {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for index in 0..<rows.count {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        try appendArray(rows.columns.map { $0.values[index] }, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
}

private func appendArray(_ values: [SQLValue], to bytes: inout [UInt8]) throws {
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .text(let text): try appendString(text, to: &bytes)
        case .bytes(let blob): try appendString(hexDigits(of: blob), to: &bytes)
        }
    }
    bytes.append(UInt8(ascii: "]"))
}

private func appendString(_ text: String, to bytes: inout [UInt8]) throws {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
        switch byte {
        case 0: throw NULInText()
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 1..<32:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(contentsOf: hexDigits(of: [byte]).utf8)
        default: bytes.append(byte)
        }
    }
    bytes.append(UInt8(ascii: "\""))
}
