// The shop's own schema, on both engines.
import Storage
import TestKit
import Testing

@Suite struct SchemaTests {
    /// What SQLite calls integer, text and blob, PostgreSQL must call bigint, text and bytea; and
    /// every text sorts byte by byte, although the test cluster's own order is a dictionary's.
    @Test func `every column has the same type on both engines`() async throws {
        let embedded = try await withStorage(on: .sqlite) { storage in
            try await storage.read { reader in
                try columns(
                    reader,
                    """
                    select tables.name as relation, columns.name as name, columns.type as type
                    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
                    where tables.type = 'table' and tables.name not like 'sqlite_%'
                    """)
            }
        }
        let outgrown = try await withStorage(on: .postgres) { storage in
            try await storage.read { reader in
                try columns(
                    reader,
                    """
                    select table_name as relation, column_name as name,
                           case data_type when 'bigint' then 'INTEGER' when 'bytea' then 'BLOB'
                               when 'text' then case collation_name when 'C' then 'TEXT'
                                   else 'text, but not collated byte by byte' end
                               else data_type end as type
                    from information_schema.columns where table_schema = current_schema()
                    """)
            }
        }
        #expect(!embedded.isEmpty)
        #expect(embedded.subtracting(outgrown).sorted() == [])
        #expect(outgrown.subtracting(embedded).sorted() == [])
    }

    private func columns(_ reader: Reader, _ sql: SQL) throws -> Set<String> {
        Set(
            try reader.all(sql).map { row in
                let relation: String = try row.get("relation")
                let name: String = try row.get("name")
                let type: String = try row.get("type")
                return "\(relation).\(name) \(type.uppercased())"
            })
    }
}
