// A mail address as the shop keeps it, so that one mailbox is one account.

package struct MailAddress: Hashable, Sendable {
    /// Without spaces around it and in small letters. Providers all treat it so, whatever RFC 5321
    /// allows before the @.
    package let text: String

    /// Throws `.input` with what is wrong in the field `mail`.
    package init(_ typed: String) throws(Refusal) {
        // Beyond any address (RFC 5321, 4.5.3.1.3), and before anything is done with the text.
        guard typed.utf8.count <= 1000 else { throw .input([Fault(.mail, .tooLong(most: 254))]) }
        let words = typed.split(whereSeparator: \.isWhitespace)
        guard let word = words.first else { throw .input([Fault(.mail, .missing)]) }
        let text = word.lowercased()
        guard text.utf8.count <= 254 else { throw .input([Fault(.mail, .tooLong(most: 254))]) }
        guard words.count == 1, Self.isWellFormed(text) else {
            throw .input([Fault(.mail, .malformed)])
        }
        self.text = text
    }

    /// What mail servers of today take: no quoted local parts, no literal addresses, ASCII only.
    private static func isWellFormed(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count) else { return false }
        let dot = UInt8(ascii: ".")
        let atoms = parts[0].split(separator: dot, omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: dot, omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isLocal) }
            && labels.count >= 2 && labels.allSatisfy(isLabel)
            && labels.last!.allSatisfy { !isDigit($0) }
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == hyphen }
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
