// A body in quoted-printable (RFC 2045): what is ASCII stays readable, every line is short, and a
// server on the way finds nothing to change. A line that begins with a full stop or `From ` is
// written so that no mail program takes it for something else.

func quotedPrintable(_ text: String) -> String {
    // Swift takes \r\n for one character; both ways of ending a line come out the same.
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        .map(quotedPrintableLine).joined(separator: "\r\n")
}

private func quotedPrintableLine(_ line: Substring) -> String {
    let bytes = Array(line.utf8)
    var written = ""
    var width = 0
    for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let word = written.isEmpty ? opening(byte, of: line) : quoted(byte, isLast: isLast)
        // Room for the = of a soft break.
        if width + word.utf8.count > 75 {
            written += "=\r\n"
            width = 0
        }
        written += word
        width += word.utf8.count
    }
    return written
}

private func opening(_ byte: UInt8, of line: Substring) -> String {
    if byte == 46 || (byte == 70 && line.hasPrefix("From ")) { return "=" + hexadecimal(byte) }
    return quoted(byte, isLast: line.utf8.count == 1)
}

/// Spaces and tabs survive anywhere but at the end of a line.
private func quoted(_ byte: UInt8, isLast: Bool) -> String {
    switch byte {
    case 33...60, 62...126: String(UnicodeScalar(byte))
    case 9, 32: isLast ? "=" + hexadecimal(byte) : String(UnicodeScalar(byte))
    default: "=" + hexadecimal(byte)
    }
}
