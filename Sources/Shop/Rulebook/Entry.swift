// One value in a file of rules, which knows where it stands, so that a mistake can be named.

import Rules
import Yams

struct Entry {
    let file: String
    /// The way to it from the top of the file: `layers[2].tax`.
    let path: String
    let node: Node

    /// The whole of a file.
    init(file: String, yaml: String) throws(RulebookFault) {
        do {
            guard let node = try Yams.compose(yaml: yaml) else {
                throw RulebookFault(file: file, line: 1, field: "", problem: "the file is empty")
            }
            self.init(file: file, path: "", node: node)
        } catch let fault as RulebookFault {
            throw fault
        } catch {
            throw RulebookFault(yaml: error, in: file)
        }
    }

    init(file: String, path: String, node: Node) {
        self.file = file
        self.path = path
        self.node = node
    }

    var line: Int? { node.mark?.line }

    func fault(_ problem: String) -> RulebookFault {
        RulebookFault(file: file, line: line, field: path, problem: problem)
    }

    /// The plain text of a scalar, as it is written: numbers are never taken for floating point.
    func text() throws(RulebookFault) -> String {
        guard case .scalar(let scalar) = node else { throw fault("a plain value is needed") }
        guard !scalar.string.isEmpty, scalar.string.utf8.count <= 4000 else {
            throw fault("a text of 1 to 4000 letters is needed")
        }
        return scalar.string
    }

    func read<Value>(_ form: String, _ read: (String) -> Value?) throws(RulebookFault) -> Value {
        let text = try text()
        guard let value = read(text) else { throw fault("“\(text)” is not \(form)") }
        return value
    }

    func list() throws(RulebookFault) -> [Entry] {
        guard case .sequence(let sequence) = node else { throw fault("a list is needed") }
        guard sequence.count <= 1000 else { throw fault("a list of at most 1000 is needed") }
        return sequence.enumerated().map { index, node in
            Entry(file: file, path: "\(path)[\(index)]", node: node)
        }
    }

    func each<Value>(
        _ read: (Entry) throws(RulebookFault) -> Value
    ) throws(RulebookFault) -> [Value] {
        try list().map(read)
    }

    /// The entries of a mapping whose keys are values themselves, such as languages.
    func pairs() throws(RulebookFault) -> [(key: String, value: Entry)] {
        guard case .mapping(let mapping) = node else { throw fault("a mapping is needed") }
        var pairs: [(key: String, value: Entry)] = []
        for (key, value) in mapping {
            guard let name = key.string else { throw fault("a key must be plain") }
            let way = path.isEmpty ? name : "\(path).\(name)"
            pairs.append((name, Entry(file: file, path: way, node: value)))
        }
        return pairs
    }

    var isList: Bool { node.sequence != nil }
    var isMapping: Bool { node.mapping != nil }
    /// What is written, even when that is nothing.
    var written: String { node.string ?? "" }

    /// Reads a mapping with fixed keys; a key that nobody asked for is a fault.
    func fields<Value>(
        _ read: (inout Fields) throws(RulebookFault) -> Value
    ) throws(RulebookFault) -> Value {
        var fields = Fields(of: self, try pairs())
        let value = try read(&fields)
        try fields.finish()
        return value
    }
}

/// The keys of one mapping, crossed off as they are read.
struct Fields {
    let entry: Entry
    private var left: [String: Entry]

    init(of entry: Entry, _ pairs: [(key: String, value: Entry)]) {
        self.entry = entry
        left = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
    }

    mutating func optional(_ key: String) -> Entry? { left.removeValue(forKey: key) }

    mutating func required(_ key: String) throws(RulebookFault) -> Entry {
        guard let entry = optional(key) else { throw self.entry.fault("“\(key)” is missing") }
        return entry
    }

    fileprivate func finish() throws(RulebookFault) {
        let stray = left.values.min { ($0.node.mark?.line ?? 0) < ($1.node.mark?.line ?? 0) }
        if let stray { throw stray.fault("nothing is known by this name") }
    }
}

extension RulebookFault {
    fileprivate init(yaml error: any Error, in file: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, field: "", problem: problem)
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(
                file: file, line: context.mark.line, field: keys.joined(separator: ", "),
                problem: "is there twice")
        default:
            self.init(file: file, line: nil, field: "", problem: "\(error)")
        }
    }
}
