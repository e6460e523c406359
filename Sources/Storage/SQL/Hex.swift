// Bytes as hexadecimal digits: how they travel where only text can.

func hexDigits(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// Nil unless it is an even number of hexadecimal digits.
func bytes(ofHex digits: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
        guard let nibble = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
        if let first = high {
            bytes.append(first << 4 | UInt8(nibble))
            high = nil
        } else {
            high = UInt8(nibble)
        }
    }
    return high == nil ? bytes : nil
}
