// The files that rules are read from: those in the binary, each replaced by the one of the same
// name in the operator's directory.

import Foundation
package import Rules

package struct RuleFiles: Sendable {
    /// Their text by their name below `Data/`: `tariffs/DE.yaml`.
    package private(set) var texts: [String: String] = [:]

    /// The files that the binary was built with.
    package static func shipped() -> RuleFiles {
        var files = RuleFiles()
        for (name, text) in Shipped.texts() where isRules(name) { files.texts[name] = text }
        return files
    }

    /// The operator's files over these, one by one; a file of a new name is added.
    package func replaced(by directory: String) throws(RulebookFault) -> RuleFiles {
        var files = self
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory),
            isDirectory.boolValue
        else {
            throw RulebookFault(
                file: directory, line: nil, field: "", problem: "there is no such directory")
        }
        for folder in folders {
            let names = FileManager.default.subpaths(atPath: "\(directory)/\(folder)") ?? []
            guard names.count <= mostFiles else {
                throw RulebookFault(
                    file: folder, line: nil, field: "", problem: "more than \(mostFiles) files")
            }
            for name in names.map({ "\(folder)/\($0)" }) where isRules(name) {
                files.texts[name] = try text("\(directory)/\(name)", name: name)
            }
        }
        return files
    }

    /// How the files in a directory look from outside: their names, sizes and times. Whoever
    /// changes one changes this.
    static func look(of directory: String?) -> String {
        guard let directory else { return "" }
        let files = FileManager.default
        var lines: [String] = []
        for folder in folders {
            for name in (files.subpaths(atPath: "\(directory)/\(folder)") ?? []).sorted() {
                let path = "\(folder)/\(name)"
                guard isRules(path),
                    let attributes = try? files.attributesOfItem(atPath: "\(directory)/\(path)")
                else { continue }
                let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
                lines.append("\(path) \(attributes[.size] ?? 0) \(time)")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The same with one file more, or another text for it.
    package func with(_ name: String, _ text: String) -> RuleFiles {
        var files = self
        files.texts[name] = text
        return files
    }
}

/// Files of rules in one folder; more is a mistake of mounting, not a rulebook.
private let mostFiles = 1000
private let mostBytes = 1_000_000
private let folders = [
    "markets", "tariffs", "shipping", "calendars", "products", "samples", "notices",
]

/// Whether a name is one of a file of rules, and not of a picture or a sale beside them.
private func isRules(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    guard let folder = parts.first.map(String.init), folders.contains(folder) else { return false }
    switch folder {
    case "calendars": return parts.count == 2 && name.hasSuffix(".csv")
    case "notices": return parts.count == 2 && name.hasSuffix(".svg")
    case "samples":
        return parts.count == 3 && ["products.yaml", "gates.yaml"].contains(parts[2])
    default: return parts.count == 2 && name.hasSuffix(".yaml")
    }
}

private func text(_ path: String, name: String) throws(RulebookFault) -> String {
    let bytes: Data
    do {
        bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
        throw RulebookFault(
            file: name, line: nil, field: "", problem: "it can't be read: \(error)")
    }
    guard bytes.count <= mostBytes, let text = String(bytes: bytes, encoding: .utf8) else {
        throw RulebookFault(
            file: name, line: nil, field: "",
            problem: "a file of rules is UTF-8 text of at most \(mostBytes) bytes")
    }
    return text
}

extension RuleFiles {
    /// Puts a file of rules in the operator's directory, once all rules hold with it; what is there
    /// stays as it is when they don't.
    ///
    /// - Parameter name: below the directory: `tariffs/DE.yaml`.
    package static func place(
        _ text: String, as name: String, in directory: String
    ) throws -> RulesComparison {
        guard isRules(name), !name.split(separator: "/").contains("..") else {
            throw RulebookFault(
                file: name, line: nil, field: "",
                problem: "a file of rules is in one of \(folders.joined(separator: ", "))")
        }
        let old = try shipped().replaced(by: directory)
        let before = try Rulebook.load(old)
        let after = try Rulebook.load(old.with(name, text))
        let target = URL(fileURLWithPath: "\(directory)/\(name)")
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target, options: .atomic)
        return RulesComparison(from: before, to: after)
    }
}
