// All of it or nothing, and what is read stays as it was.
import Rules
import Storage
import TestKit
import Testing

@Suite struct TransactionTests {
    @Test(arguments: Engine.allCases)
    func `a refusal rolls everything back and is thrown on unchanged`(
        _ engine: Engine
    ) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            let refusal = Refusal.limitReached(limit: 2, held: 2)
            await #expect(throws: refusal) {
                try await storage.write { transaction in
                    try transaction.run("insert into things (words) values ('gone')")
                    throw refusal
                }
            }
            #expect(throws: refusal) {
                try storage.writeBatch { transaction in
                    try transaction.run("insert into things (words) values ('gone')")
                    throw refusal
                }
            }
            let things = try await storage.read { try $0.count("select count(*) from things") }
            #expect(things == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a statement that failed can't be passed over`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            await #expect(throws: ConstraintViolation.self) {
                try await storage.write { transaction in
                    try transaction.run("insert into things (words) values ('gone')")
                    _ = try? transaction.run("insert into parts (counter) values (99)")
                }
            }
            let things = try storage.readBlocking { try $0.count("select count(*) from things") }
            #expect(things == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `changes are counted, and returned rows read`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                let insert: SQL = """
                    insert into counters (id, total, name, serial) values (1, 0, 'a', 'b')
                    on conflict (id) do nothing
                    """
                #expect(try transaction.run(insert) == 1)
                #expect(try transaction.run(insert) == 0)
                let total = try transaction.one(
                    "update counters set total = total + 3 where id = 1 returning total")
                #expect(try total.get("total") == 3)
                #expect(try transaction.run("delete from counters where id in (1, 2)") == 1)
                #expect(try transaction.first("select id from counters") == nil)
                #expect(throws: NotOneRow.self) { try transaction.one("select id from counters") }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader sees one snapshot while others write`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            let counts = try await storage.read { reader in
                let before = try reader.count("select count(*) from things")
                try storage.writeBatch { try $0.run("insert into things (number) values (1)") }
                return [before, try reader.count("select count(*) from things")]
            }
            #expect(counts == [0, 0])
            let things = try await storage.read { try $0.count("select count(*) from things") }
            #expect(things == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader can't write`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            await #expect(throws: (any Error).self) {
                try await storage.read {
                    try $0.all("insert into things (number) values (1) returning number")
                }
            }
            let things = try await storage.read { try $0.count("select count(*) from things") }
            #expect(things == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `fragments are composed with what they bind`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                try transaction.insert(into: "things", ["number"], rows: [[1], [2], [3]])
                let wanted: SQL = "number >= \(2) and number in \(list: [1, 2, 3])"
                let many = try transaction.all(
                    "select number from things where \(fragment: wanted) \(.forUpdate)")
                #expect(many.count == 2)
            }
        }
    }
}
