// The settings as they were written, and where: a flag goes before the environment, and that before
// a file. Nothing is guessed: a name that nobody knows is a mistake, not a comment.

import Shop

/// Why the store doesn't start.
struct SettingFault: Error, Hashable, CustomStringConvertible {
    /// `--listen`, `ONSALE_LISTEN`, or `onsale.yaml:3: listen`.
    let source: String
    let problem: String
    var description: String { "\(source): \(problem)" }
}

struct WrittenSettings {
    struct Written: Hashable {
        let text: String
        let source: String
    }

    private var values: [SettingName: Written] = [:]

    /// - Parameter file: a file's name and its text.
    init(
        flags: [SettingName: String], environment: [String: String],
        file: (name: String, yaml: String)?
    ) throws {
        if let file { try add(PlainFile(file: file.name, yaml: file.yaml), named: file.name) }
        try add(environment)
        for (name, text) in flags {
            values[name] = Written(text: text, source: "--\(name.rawValue)")
        }
    }

    subscript(name: SettingName) -> Written? { values[name] }

    private mutating func add(_ file: PlainFile, named: String) throws(SettingFault) {
        for line in file.lines {
            let source = "\(named):\(line.line): \(line.name)"
            guard let name = SettingName(rawValue: line.name) else {
                throw SettingFault(source: source, problem: "no setting is known by this name")
            }
            values[name] = Written(text: line.text, source: source)
        }
    }

    private mutating func add(_ environment: [String: String]) throws(SettingFault) {
        let known = Dictionary(
            uniqueKeysWithValues: SettingName.allCases.map { ($0.inEnvironment, $0) })
        for (key, text) in environment.sorted(by: { $0.key < $1.key })
        where key.hasPrefix("ONSALE_") && !others.contains(key) {
            guard let name = known[key] else {
                throw SettingFault(source: key, problem: "no setting is known by this name")
            }
            values[name] = Written(text: text, source: key)
        }
    }
}

/// Names in the environment that are no settings: where the file of settings is, and the cluster
/// that the tests use.
private let others: Set<String> = ["ONSALE_SETTINGS", "ONSALE_TEST_POSTGRES"]
