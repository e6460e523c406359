// One step of the schema, from the number before it to its own. Steps are added, never changed.

/// The statements are written once, as PostgreSQL takes them, with the types `bigint`, `text` and
/// `bytea` only. For SQLite, `bigint` becomes `integer`, `bytea` becomes `blob`, and every table is
/// strict. For PostgreSQL, `text` is collated "C", so that both engines sort alike, byte by byte.
/// `{counter}` is a primary key that counts up by itself. Name every check (`constraint
/// never_oversold check (…)`): a violation is known by that name. No column is named like a type.
///
/// To add one: write `Migrations/M002Something.swift` with
///
///     extension Migration {
///         static let something = Migration(2, "something", ["create table …", "create index …"])
///     }
///
/// and append `.something` to `Migration.all`.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    package let statements: [String]

    package init(_ number: Int, _ name: String, _ statements: [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}

extension [Migration] {
    /// The number of the newest; 0 when there are none. The numbers rise; where people work side by
    /// side, one may be missing for a while before a release.
    var latest: Int {
        for (before, after) in zip(self, dropFirst()) {
            precondition(
                before.number < after.number, "migration \(after.name) is misnumbered")
        }
        return last?.number ?? 0
    }
}
