// To hand somebody everything the store has about them, in one file that programs can read.

import Foundation
package import Rules
import Storage

extension Shop {
    /// JSON: for each table its rows, by the names of their columns; times are milliseconds since
    /// 1970. Throws `Refusal.tooManyAttempts`.
    package func exportAccount(_ account: Account) async throws -> [UInt8] {
        try await attempt(.exports, account.id.text)
        let now = clock.now()
        let name = settings.name
        let tables = try await storage.read { reader in
            try PersonalTable.allCases.map { table in
                (table.rawValue, try reader.rows(of: table, about: account))
            }
        }
        var everything: [String: Any] = [:]
        for (table, rows) in tables { everything[table] = try rows.map { try $0.told() } }
        let told: [String: Any] = [
            "account": account.id.text, "shop": name, "made": now.milliseconds,
            "tables": everything,
        ]
        return Array(
            try JSONSerialization.data(
                withJSONObject: told,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]))
    }
}

extension Row {
    /// Texts that are JSON themselves are unfolded.
    fileprivate func told() throws -> [String: Any] {
        var told: [String: Any] = [:]
        for (column, value) in named {
            switch value {
            case .null: told[column] = NSNull()
            case .integer(let number): told[column] = number
            case .text(let text): told[column] = text.unfolded ?? text
            case .bytes: continue
            }
        }
        return told
    }
}

extension String {
    private var isFolded: Bool { hasPrefix("{") || hasPrefix("[") }

    fileprivate var unfolded: Any? {
        // What only looks like JSON is told as the text it is.
        isFolded ? try? JSONSerialization.jsonObject(with: Data(utf8)) : nil
    }
}
