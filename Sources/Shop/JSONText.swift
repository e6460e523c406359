// Values kept as JSON texts: always the same text for the same value.

import Foundation
import Rules

enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

extension Dictionary where Key == Language {
    /// By the languages' codes, as they stand in JSON.
    var byCode: [String: Value] {
        [String: Value](uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) })
    }
}

extension Dictionary where Key == String {
    var byLanguage: [Language: Value] {
        [Language: Value](
            uniqueKeysWithValues: compactMap { code, value in
                Language(rawValue: code).map { ($0, value) }
            })
    }
}
