// What the embedded database promises about its file.
import Foundation
import Storage
import TestKit
import Testing

@Suite struct SQLiteTests {
    @Test func `commits reach the disk, and references are checked`() async throws {
        try await withStorage(on: .sqlite) { storage in
            let journal = try await storage.write {
                try $0.one("pragma journal_mode").get(0) as String
            }
            #expect(journal == "wal")
            func number(_ setting: SQL) async throws -> Int {
                try await storage.write { try $0.count(setting) }
            }
            #expect(try await number("pragma synchronous") == 2)
            #expect(try await number("pragma foreign_keys") == 1)
        }
    }

    @Test func `the log is settled when nobody writes`() async throws {
        try await withLocation(on: .sqlite) { location in
            guard case .sqlite(let path) = location else { return }
            let storage = try Storage.open(location, migrations: everything, logger: quiet)
            try await storage.write { transaction in
                let rows: [[any SQLBindable]] = (0..<5000).map {
                    [String(repeating: "x", count: $0 / 10)]
                }
                try transaction.insert(into: "things", ["words"], rows: rows)
            }
            for _ in 0..<100 where try length(of: path) < 1_000_000 {
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(try length(of: path) > 1_000_000)
            storage.close()
        }
    }

    /// Forty megabytes in a row: the file gets them while they come, and the log begins anew.
    @Test func `the log doesn't grow for as long as somebody writes`() async throws {
        try await withLocation(on: .sqlite) { location in
            guard case .sqlite(let path) = location else { return }
            let storage = try Storage.open(location, migrations: everything, logger: quiet)
            let words = String(repeating: "x", count: 40_000)
            for _ in 0..<100 {
                try await storage.write { transaction in
                    try transaction.insert(
                        into: "things", ["words"], rows: Array(repeating: [words], count: 10))
                }
            }
            #expect(try length(of: path) > 16_000_000)
            #expect(try length(of: path + "-wal") < 40_000_000)
            storage.close()
        }
    }

    @Test func `a backup of a database in use opens and equals it`() async throws {
        try await withStorage(on: .sqlite, migrations: everything) { storage in
            try await insertCounters(500, into: storage)
            try await withTemporaryDirectory { directory in
                let path = directory + "/copy.db"
                async let writing: Void = {
                    for _ in 0..<20 { try await storage.write { try increment(1, $0) } }
                }()
                try await storage.backup(to: path)
                try await writing
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: directory) == ["copy.db"])
                let copy = try Storage.open(
                    .sqlite(path: path), migrations: everything, logger: quiet)
                let rest: SQL = "select id, serial from counters where id > 1 order by id"
                let expected = try await storage.read { try serials($0.all(rest)) }
                #expect(try await copy.read { try serials($0.all(rest)) } == expected)
                #expect(
                    try await copy.write { try $0.one("pragma integrity_check").get(0) } == "ok")
            }
        }
    }

    @Test func `a backup never overwrites a file`() async throws {
        try await withStorage(on: .sqlite) { storage in
            try await withTemporaryDirectory { directory in
                try await storage.backup(to: directory + "/copy.db")
                await #expect(throws: BackupRefused.self) {
                    try await storage.backup(to: directory + "/copy.db")
                }
            }
        }
    }

    @Test func `PostgreSQL is backed up with its own tool`() async throws {
        try await withStorage(on: .postgres) { storage in
            let refused = await #expect(throws: BackupRefused.self) {
                try await storage.backup(to: "/tmp/never")
            }
            #expect(refused?.description.contains("pg_dump") == true)
        }
    }

    @Test func `a file that is no database is refused`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/shop.db"
            try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
            #expect(throws: StatementFailed.self) {
                try Storage.open(.sqlite(path: path), logger: quiet)
            }
        }
    }

    private func serials(_ rows: [Row]) throws -> [String] {
        try rows.map { try $0.get("serial") }
    }

    private func length(of path: String) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
    }
}
