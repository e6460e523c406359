// The schema as a text to read and compare: docs/schema.sql is made of it.
import Foundation
import Logging

/// What `migrations` make of an empty SQLite database: tables first, then indexes, by name.
package func schemaText(_ migrations: [Migration] = Migration.all) throws -> String {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    // What a failed removal leaves is in the system's own place for such things.
    defer { try? FileManager.default.removeItem(at: directory) }
    let silent = Logger(label: "schema") { _ in SwiftLogNoOpLogHandler() }
    let storage = try Storage.open(
        .sqlite(path: directory.appendingPathComponent("schema.db").path), migrations: migrations,
        logger: silent)
    defer { storage.close() }
    let statements = try storage.readBlocking { reader in
        try reader.all(
            """
            select sql from sqlite_schema where sql is not null and name not like 'sqlite_%'
            order by case type when 'table' then 0 else 1 end, tbl_name, name
            """
        ).map { try $0.get("sql") as String }
    }
    return statements.map { lowercased($0) + ";\n" }.joined(separator: "\n")
}

/// SQLite writes the first words of a statement in its own way.
private func lowercased(_ statement: String) -> String {
    for words in ["CREATE TABLE", "CREATE INDEX", "CREATE UNIQUE INDEX"] {
        if statement.hasPrefix(words) {
            return words.lowercased() + statement.dropFirst(words.count)
        }
    }
    return statement
}
