// A file of plain settings: a name and a text on each line, known by their lines.

import Rules

package struct PlainFile: Sendable {
    package struct Line: Hashable, Sendable {
        package let name: String
        /// A list is joined by line breaks.
        package let text: String
        package let line: Int
    }

    package let lines: [Line]

    /// Throws the fault with `file` and line.
    package init(file: String, yaml: String) throws(RulebookFault) {
        let top = try Entry(file: file, yaml: yaml)
        lines = try top.pairs().map { pair throws(RulebookFault) in
            let text =
                pair.value.isList
                ? try pair.value.texts().joined(separator: "\n") : try pair.value.text()
            return Line(name: pair.key, text: text, line: pair.value.line ?? 1)
        }
    }
}
