// Tables as text, as RFC 4180 has them: written for others, and read from them.

package enum CSV {
    package static func written(_ header: [String], _ rows: [[String]]) -> String {
        ([header] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// What a spreadsheet would take for a formula is made a text.
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let text = isFormula ? "'" + text : text
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Rows of fields; nil for a quotation mark that is never closed, or beyond `most` rows.
    package static func read(_ text: String, most: Int = 10_000) -> [[String]]? {
        var rows: [[String]] = []
        var (row, field) = ([String](), "")
        var isQuoted = false
        var rest = Substring(text.replacing("\r\n", with: "\n"))
        while let character = rest.popFirst() {
            if isQuoted {
                if character == "\"", rest.first == "\"" {
                    field.append(rest.removeFirst())
                } else if character == "\"" {
                    isQuoted = false
                } else {
                    field.append(character)
                }
                continue
            }
            switch character {
            case "\"" where field.isEmpty: isQuoted = true
            case ",":
                row.append(field)
                field = ""
            case "\n":
                rows.append(row + [field])
                (row, field) = ([], "")
                if rows.count > most { return nil }
            default: field.append(character)
            }
        }
        if isQuoted { return nil }
        if !row.isEmpty || !field.isEmpty { rows.append(row + [field]) }
        return rows.filter { $0 != [""] }
    }
}
