// The Swift files of this repository, as text to look at.
import Foundation

struct SourceFile {
    /// Below the root: `Sources/Rules/Basics/Money.swift`.
    let path: String
    let lines: [Substring]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// `Money` of `Sources/Rules/Basics/Money.swift`.
    var name: String {
        String(path.split(separator: "/").last!.prefix { $0 != "." })
    }

    /// Without comments and blank lines.
    var code: [Substring] {
        lines.filter { line in
            let text = line.drop { $0 == " " }
            return !text.isEmpty && !text.hasPrefix("//")
        }
    }

    /// For each line, whether it is the text of a literal that began on a line before.
    var isInLiteral: [Bool] {
        var isInside = false
        return lines.map { line in
            let isOdd = line.matches(of: /"""/).count % 2 == 1
            defer { if isOdd { isInside.toggle() } }
            return isInside && !isOdd
        }
    }

    /// The modules it imports.
    var imports: [String] {
        code.compactMap { line in
            line.firstMatch(of: importLine).map { String($0.output.1) }
        }
    }

    static func all() throws -> [SourceFile] {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var files: [SourceFile] = []
        for folder in ["Sources", "Tests"] {
            let paths = try FileManager.default.subpathsOfDirectory(
                atPath: root.appendingPathComponent(folder).path)
            for path in paths.sorted() where path.hasSuffix(".swift") {
                let name = "\(folder)/\(path)"
                let url = root.appendingPathComponent(name)
                files.append(
                    SourceFile(path: name, text: try String(contentsOf: url, encoding: .utf8)))
            }
        }
        return files
    }
}

nonisolated(unsafe) private let importLine =
    /^(?:@\w+ )*(?:\w+ )?import (?:struct |class |enum |protocol |func )?(\w+)/
