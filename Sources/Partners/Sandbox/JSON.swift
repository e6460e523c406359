// JSON as it comes, for a stand-in that must judge what it is sent field by field and answer in the
// partner's own words. The shop's side of the wire has types of its own, so that a mistake in them
// doesn't hide behind the same mistake here.

import Foundation

enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    subscript(key: String) -> JSON? {
        get {
            guard case .object(let fields) = self, let value = fields[key], value != .null else {
                return nil
            }
            return value
        }
        set {
            guard case .object(var fields) = self else { return }
            fields[key] = newValue
            self = .object(fields)
        }
    }

    var text: String? { if case .string(let text) = self { text } else { nil } }
    var list: [JSON]? { if case .array(let list) = self { list } else { nil } }

    /// Only these fields, where they are there.
    func keeping(_ keys: [String]) -> JSON {
        var kept: [String: JSON] = [:]
        for key in keys { kept[key] = self[key] }
        return .object(kept)
    }

    static func read(_ bytes: Data) -> JSON? { try? JSONDecoder().decode(JSON.self, from: bytes) }

    var written: Data {
        do { return try JSONEncoder().encode(self) } catch {
            preconditionFailure("what came from JSON goes back into it: \(error)")
        }
    }
}

extension JSON: Codable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .array(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .bool(let bool): try value.encode(bool)
        case .number(let number): try value.encode(number)
        case .string(let text): try value.encode(text)
        case .array(let list): try value.encode(list)
        case .object(let fields): try value.encode(fields)
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringInterpolation
{
    init(stringLiteral text: String) { self = .string(text) }
    init(arrayLiteral list: JSON...) { self = .array(list) }
    init(dictionaryLiteral fields: (String, JSON)...) {
        self = .object(Dictionary(fields) { _, last in last })
    }
    init(booleanLiteral bool: Bool) { self = .bool(bool) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }
}
