// A letter as markup, beside its text: the same words, with links that can be followed and lists
// that line up. Everything in it is escaped; nothing is loaded from anywhere.

package import Rules

extension Letter {
    /// Mail programs know no stylesheets of ours: what there is of a look stands in the elements.
    package func html(in language: Language?) -> String {
        let paragraphs = text.split(separator: "\n\n", omittingEmptySubsequences: true)
        return """
            <!DOCTYPE html>
            <html\(language.map { " lang=\"\($0.rawValue)\"" } ?? "")><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width"><title>\(escaped(subject))</title></head>
            <body style="margin:0;background:#f6f5f2;color:#1b1d21;font:16px/1.5 sans-serif">
            <div style="max-width:34em;margin:0 auto;padding:2em 1.5em;background:#fff">
            <h1 style="font-size:20px;line-height:1.3;margin:0 0 1em">\(escaped(subject))</h1>
            \(paragraphs.map(paragraph).joined(separator: "\n"))
            </div></body></html>

            """
    }

    private func paragraph(_ text: Substring) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isList = !lines.isEmpty && lines.allSatisfy { $0.isEmpty || $0.hasPrefix("  ") }
        let said = lines.filter { !$0.isEmpty }.map(line).joined(separator: "<br>\n")
        let style =
            isList
            ? "margin:0 0 1em;padding:.8em 1em;background:#f6f5f2;border-radius:6px"
            : "margin:0 0 1em"
        return "<p style=\"\(style)\">\(said)</p>"
    }

    private func line(_ text: Substring) -> String {
        let bare = text.drop { $0 == " " }
        let isLink =
            (bare.hasPrefix("https://") || bare.hasPrefix("http://"))
            && !bare.contains(" ")
        let said = escaped(String(bare))
        return isLink ? "<a href=\"\(said)\" style=\"color:#9a3412\">\(said)</a>" : said
    }
}

private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
        switch character {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        default: escaped.append(character)
        }
    }
    return escaped
}
