// A small reader for tables of text: one row a line, columns between bars, blank lines and lines
// that begin with # left out. A table tells a rule as people tell it.

/// Rows of trimmed cells.
package func table(_ text: String) -> [[String]] {
    text.split(separator: "\n").compactMap { line in
        let line = line.trimmingSpaces
        if line.isEmpty || line.hasPrefix("#") { return nil }
        return line.split(separator: "|", omittingEmptySubsequences: false).map {
            String($0.trimmingSpaces)
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return text
    }
}
