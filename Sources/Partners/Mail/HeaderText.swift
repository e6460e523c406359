// What isn't ASCII, in a header: encoded words (RFC 2047).

/// As it is when it is printable ASCII and short; or else in encoded words, each on a line of its
/// own that is no longer than 75 letters, and none of which tears a letter apart.
func encodedHeader(_ text: String, after used: Int) -> String {
    let isPlain = text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
    let isTidy = text.first != " " && text.last != " "
    if isPlain && isTidy && used + text.utf8.count <= 76 { return text }
    var words: [String] = []
    var word = ""
    // The first line has the header's name as well.
    var room = 75 - "=?utf-8?Q??=".utf8.count - used
    for scalar in text.unicodeScalars {
        let encoded = String(scalar).utf8.map(encodedByte).joined()
        if word.utf8.count + encoded.utf8.count > room {
            words.append(word)
            word = ""
            room = 75 - "=?utf-8?Q??=".utf8.count
        }
        word += encoded
    }
    words.append(word)
    return words.map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
}

/// A person's or a shop's name before an address. A name of plain words stays as it is; one with
/// anything else in it is encoded, which is safe in a phrase, where quotes would need rules.
func encodedPhrase(_ name: String) -> String {
    let isWords = name.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 32
    }
    return isWords && !name.isEmpty && name.utf8.count <= 60
        ? name : "=?utf-8?Q?\(String(name.prefix(12)).utf8.map(encodedByte).joined())?="
}

/// Letters and digits as they are, a space as `_`, everything else by its number.
private func encodedByte(_ byte: UInt8) -> String {
    switch byte {
    case 48...57, 65...90, 97...122: String(UnicodeScalar(byte))
    case 32: "_"
    default: "=" + hexadecimal(byte)
    }
}

func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(UnicodeScalar(digits[Int(byte >> 4)]))
        + String(UnicodeScalar(digits[Int(byte & 15)]))
}
