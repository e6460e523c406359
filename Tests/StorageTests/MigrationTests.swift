// How a database gets its schema: by itself in a file, by an operator's word on PostgreSQL.
import Foundation
import Storage
import TestKit
import Testing

@Suite struct MigrationTests {
    private let second = everything + [Migration(2, "more", ["create table more (a bigint)"])]

    @Test func `a new file gets the newest schema, and no backup`() async throws {
        try await withLocation(on: .sqlite) { location in
            let storage = try Storage.open(location, migrations: second, logger: quiet)
            #expect(try storage.schemaVersion() == 2)
            #expect(try backups(of: location).isEmpty)
        }
    }

    @Test func `an old file is copied, then brought up to date`() async throws {
        try await withLocation(on: .sqlite) { location in
            let old = try Storage.open(location, migrations: everything, logger: quiet)
            try await old.write { try $0.run("insert into things (words) values ('kept')") }
            old.close()

            let new = try Storage.open(location, migrations: second, logger: quiet)
            #expect(try new.schemaVersion() == 2)
            #expect(try await new.read { try $0.one("select words from things").get(0) } == "kept")
            new.close()

            let copies = try backups(of: location)
            #expect(
                copies.map { ($0 as NSString).lastPathComponent } == ["shop.db.before-schema-2"])
            let copy = try Storage.open(
                .sqlite(path: copies[0]), migrations: everything, logger: quiet)
            #expect(try copy.schemaVersion() == 1)
            #expect(try await copy.read { try $0.one("select words from things").get(0) } == "kept")
        }
    }

    @Test func `an upgrade that failed doesn't forbid the next`() async throws {
        let broken = everything + [Migration(2, "broken", ["create tabel"])]
        try await withLocation(on: .sqlite) { location in
            try Storage.open(location, migrations: everything, logger: quiet).close()
            #expect(throws: StatementFailed.self) {
                try Storage.open(location, migrations: broken, logger: quiet)
            }
            try Storage.open(location, migrations: second, logger: quiet).close()
            #expect(try backups(of: location).count == 2)
        }
    }

    @Test func `an up-to-date file is opened without a copy`() async throws {
        try await withLocation(on: .sqlite) { location in
            for _ in 0..<2 {
                try Storage.open(location, migrations: second, logger: quiet).close()
            }
            #expect(try backups(of: location).isEmpty)
        }
    }

    @Test func `an old PostgreSQL database waits for onsale migrate`() async throws {
        try await withLocation(on: .postgres) { location in
            let error = #expect(throws: SchemaTooOld.self) {
                try Storage.open(location, migrations: second, logger: quiet)
            }
            #expect(error?.description.contains("onsale migrate") == true)
            let operators = try Storage.open(
                location, schema: .asFound, migrations: second, logger: quiet)
            try operators.migrate()
            let storage = try Storage.open(location, migrations: second, logger: quiet)
            #expect(try storage.schemaVersion() == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a newer schema is refused`(_ engine: Engine) async throws {
        try await withLocation(on: engine) { location in
            let newer = try Storage.open(
                location, schema: .asFound, migrations: second, logger: quiet)
            try newer.migrate()
            newer.close()
            #expect(throws: SchemaTooNew.self) {
                try Storage.open(location, migrations: everything, logger: quiet)
            }
            let asFound = try Storage.open(
                location, schema: .asFound, migrations: everything, logger: quiet)
            #expect(throws: SchemaTooNew.self) { try asFound.migrate() }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a step that fails leaves the old schema whole`(_ engine: Engine) async throws {
        let broken = second + [Migration(3, "broken", ["create table a (b text)", "create tabel"])]
        try await withLocation(on: engine) { location in
            let storage = try Storage.open(
                location, schema: .asFound, migrations: broken, logger: quiet)
            #expect(throws: StatementFailed.self) { try storage.migrate() }
            #expect(try storage.schemaVersion() == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `several nodes that migrate at once do it once`(_ engine: Engine) async throws {
        try await withLocation(on: engine) { location in
            let nodes = try (0..<4).map { _ in
                try Storage.open(location, schema: .asFound, migrations: second, logger: quiet)
            }
            try await withThrowingTaskGroup { group in
                for node in nodes { group.addTask { try node.migrate() } }
                try await group.waitForAll()
            }
            let steps = try await nodes[0].read {
                try $0.count("select count(*) from schema_version")
            }
            #expect(steps == 2)
        }
    }

    @Test func `the schema is told as text, always the same`() throws {
        let text = try schemaText(everything)
        #expect(text.contains("create table things (\n    words text,\n    number integer,"))
        #expect(text.contains("create unique index counters_folded"))
        #expect(try text == schemaText(everything))
    }

    private func backups(of location: Location) throws -> [String] {
        guard case .sqlite(let path) = location else { return [] }
        let directory = (path as NSString).deletingLastPathComponent
        return try FileManager.default.contentsOfDirectory(atPath: directory)
            .filter { $0.contains("before") }.map { directory + "/" + $0 }
    }
}
