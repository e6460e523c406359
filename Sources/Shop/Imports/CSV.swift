// Tables as text, as RFC 4180 has them: written for others, and read from them.

package enum CSV {
    package static func written(_ header: [String], _ rows: [[String]]) -> String {
        ([header] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// What a spreadsheet would take for a formula is made a text.
    private static func field(_ text: String) -> String {
        let text = isFormula(text) ? "'" + text : text
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func isFormula(_ text: some StringProtocol) -> Bool {
        text.first.map { "=+-@\t\r".contains($0) } ?? false
    }

    package struct Row: Hashable, Sendable {
        /// On which line of the file it begins; the first is 1.
        package let line: Int
        package let fields: [String]
    }

    /// What is no table: on which line.
    package enum Fault: Error, Hashable, Sendable {
        /// A quotation mark that is never closed, or in the middle of a field.
        case quotation(line: Int)
        case tooManyRows(most: Int)
    }

    /// Rows of fields, the header among them; empty lines are left out.
    package static func read(_ text: String, most: Int) throws(Fault) -> [Row] {
        var reading = Reading(text)
        var rows: [Row] = []
        while let row = try reading.next() {
            if row.fields == [""] { continue }
            guard rows.count < most else { throw .tooManyRows(most: most) }
            rows.append(row)
        }
        return rows
    }

    private struct Reading {
        private var rest: Substring
        private var line = 1

        init(_ text: String) {
            // A spreadsheet may begin its file with a byte order mark.
            rest = Substring(text).drop { $0 == "\u{FEFF}" }
        }

        mutating func next() throws(Fault) -> Row? {
            guard !rest.isEmpty else { return nil }
            let start = line
            var fields: [String] = []
            while true {
                fields.append(try field())
                guard let end = rest.popFirst(), end == "," else {
                    line += 1
                    return Row(line: start, fields: fields)
                }
            }
        }

        /// Up to the comma or the end of the line, which stay.
        private mutating func field() throws(Fault) -> String {
            guard rest.first == "\"" else {
                let plain = rest.prefix { $0 != "," && !$0.endsLine }
                guard !plain.contains("\"") else { throw .quotation(line: line) }
                rest = rest.dropFirst(plain.count)
                return CSV.unguarded(plain)
            }
            let start = line
            rest.removeFirst()
            var text = ""
            while let character = rest.popFirst() {
                if character.endsLine { line += 1 }
                guard character == "\"" else {
                    text.append(character)
                    continue
                }
                if rest.first == "\"" {
                    text.append(rest.removeFirst())
                } else {
                    guard rest.first.map({ $0 == "," || $0.endsLine }) ?? true else {
                        throw .quotation(line: line)
                    }
                    return CSV.unguarded(text)
                }
            }
            throw .quotation(line: start)
        }
    }

    /// Without what `written` put before a formula.
    private static func unguarded(_ text: some StringProtocol) -> String {
        text.first == "'" && isFormula(text.dropFirst()) ? String(text.dropFirst()) : String(text)
    }
}

extension Character {
    /// The two bytes of Windows are one character.
    fileprivate var endsLine: Bool { self == "\n" || self == "\r\n" }
}
