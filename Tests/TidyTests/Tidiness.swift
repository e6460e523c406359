// What a tidy file is. Each check looks at one file and gives a finding per trespass.

struct Tidiness: Sendable {
    let name: String
    /// What is wrong, with the number of its line where it has one.
    let findings: @Sendable (SourceFile) -> [Finding]

    struct Finding {
        var line: Int?
        var about: String
    }

    static let all = [
        columns, length, comment, content, promises, words, imports,
    ]

    /// Markup and prose in a literal of several lines may go on a little; a quoted text is as long
    /// as it is, and so is the row of a table.
    static let columns = Tidiness(name: "a line has at most 100 columns") { file in
        zip(file.lines, file.isInLiteral).enumerated().compactMap { index, pair in
            let (line, isInLiteral) = pair
            if line.count <= 100 || line.contains(" | ") { return nil }
            let columns =
                isInLiteral ? line.count - 60 : line.replacing(#/"[^"]*"/#, with: "").count
            return columns > 100 ? Finding(line: index + 1, about: "\(line.count) columns") : nil
        }
    }

    static let length = Tidiness(name: "a file has at most 400 lines") { file in
        file.lines.count > 401 ? [Finding(about: "\(file.lines.count - 1) lines")] : []
    }

    static let comment = Tidiness(name: "a file begins by saying what it is") { file in
        file.lines[0].hasPrefix("// ") ? [] : [Finding(line: 1, about: "no comment")]
    }

    static let content = Tidiness(name: "a file isn't there for show") { file in
        let body = file.code.count { !$0.contains("import ") }
        return body == 0 ? [Finding(about: "nothing but comments and imports")] : []
    }

    /// A promise in a comment is kept by nobody; an issue is.
    static let promises = Tidiness(name: "nothing is put off in a comment") { file in
        // In two halves, so that this file passes its own check.
        file.findings { line in
            ["TO" + "DO", "FIX" + "ME"].first { line.contains($0) }
        }
    }

    /// Words that say nothing about a shop.
    static let words = Tidiness(name: "names are the trade's words") { file in
        let named = vagueWord(in: file.name).map { [Finding(about: "the file is a \($0)")] } ?? []
        return named
            + file.findings { line in
                line.firstMatch(of: typeName).flatMap { vagueWord(in: String($0.output.1)) }
            }
    }

    static let imports = Tidiness(name: "a folder imports what it may") { file in
        guard let allowed = allowedImports(at: file.path) else {
            return [Finding(about: "nobody has said what this folder may import")]
        }
        return file.imports.filter { !allowed.contains($0) }
            .map { Finding(about: "import \($0)") }
    }
}

extension SourceFile {
    fileprivate func findings(_ look: (Substring) -> String?) -> [Tidiness.Finding] {
        zip(1..., lines).compactMap { number, line in
            look(line).map { Tidiness.Finding(line: number, about: $0) }
        }
    }
}

/// The first vague word in a name of several: `Handler` in `OrderHandler`, nothing in `Database`.
private func vagueWord(in name: String) -> String? {
    let words = name.matches(of: /[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/).map { String($0.output) }
    return words.first(where: vague.contains)
}

private let vague: Set<String> = [
    "Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Repository",
    "Handler", "Processor", "DTO", "Data", "Info", "Model",
]

nonisolated(unsafe) private let typeName =
    /^ *(?:\w+(?:\(\w+\))? )*(?:class|struct|enum|actor|protocol|typealias) (\w+)/
