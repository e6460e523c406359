// Nothing about a person is forgotten: whatever a migration adds is in the export and in the
// erasure, or is about nobody.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct PersonalTableTests {
    /// Whoever added the table says in `PersonalTable` how it is exported and erased, or names it
    /// among the impersonal ones. Seen to fail when `access_log` was missing there.
    @Test func `every table is somebody's, or nobody's`() async throws {
        let tables = try await tables()
        let known = Set(PersonalTable.allCases.map(\.rawValue)).union(PersonalTable.impersonal)
        #expect(tables.subtracting(known) == [], "nobody has said whose these are")
        #expect(known.subtracting(tables) == [], "there are no such tables")
    }

    /// A table that leads to an account, over however many others, is about somebody.
    @Test func `what refers to an account is personal`() async throws {
        let references = try await references()
        var reached: Set<String> = ["accounts"]
        while true {
            let more = references.filter { reached.contains($0.to) && !reached.contains($0.from) }
            if more.isEmpty { break }
            reached.formUnion(more.map(\.from))
        }
        #expect(reached.contains("claim_photos") && reached.contains("refunds"))
        #expect(reached.intersection(PersonalTable.impersonal) == [])
    }

    @Test func `a column that names a person makes its table personal`() async throws {
        let names = [
            "account", "buyer", "holder", "mail", "former_mail", "address", "household", "phone",
        ]
        let personal = Set(PersonalTable.allCases.map(\.rawValue))
        try await withStorage(on: .sqlite) { storage in
            let columns = try await storage.read { reader in
                try reader.all(
                    """
                    select tables.name as relation, columns.name as name
                    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
                    where tables.type = 'table'
                    """
                ).map { (try $0.get(0) as String, try $0.get(1) as String) }
            }
            let found = Set(columns.filter { names.contains($0.1) }.map(\.0))
            #expect(found.contains("wishes") && found.subtracting(personal) == [])
        }
    }

    private func tables() async throws -> Set<String> {
        try await withStorage(on: .sqlite) { storage in
            try await storage.read { reader in
                Set(
                    try reader.all(
                        """
                        select name from sqlite_schema
                        where type = 'table' and name not like 'sqlite_%'
                        """
                    ).map { try $0.get(0) as String })
            }
        }
    }

    private func references() async throws -> [(from: String, to: String)] {
        try await withStorage(on: .sqlite) { storage in
            try await storage.read { reader in
                try reader.all(
                    """
                    select tables.name as origin, keys."table" as target
                    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
                    where tables.type = 'table'
                    """
                ).map { (from: try $0.get(0), to: try $0.get(1)) }
            }
        }
    }
}
