// The schema's "no" is the same error on both engines.
import Storage
import TestKit
import Testing

@Suite struct ConstraintTests {
    @Test(
        arguments: Engine.allCases,
        [
            ("insert into counters (id, total, name, serial) values (1, 0, 'x', 'y')", "id"),
            ("insert into counters (id, total, name, serial) values (2, 0, 'a', 'b')", "pair"),
            ("insert into counters (id, total, name, serial) values (102, 0, 'x', 'A')", "folded"),
            ("update counters set total = -1 where id = 1", "check"),
            ("update counters set name = null where id = 1", "null"),
            ("insert into parts (counter) values (99)", "foreign"),
            ("delete from counters where id = 1", "foreign"),
        ])
    func `each kind of violation is told apart and named`(
        _ engine: Engine, _ statement: (text: String, breaks: String)
    ) async throws {
        let expected: [String: (ConstraintViolation.Kind, String)] = [
            "id": (.unique, "counters.id"),
            "pair": (.unique, "counters.name, counters.serial"),
            "folded": (.unique, "counters_folded"),
            "check": (.check, "never_negative"),
            "null": (.notNull, "counters.name"),
            "foreign": (.foreignKey, ""),
        ]
        let (kind, name) = try #require(expected[statement.breaks])
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                try transaction.insert(
                    into: "counters", ["id", "total", "name", "serial"],
                    rows: [[1, 0, "a", "b"], [101, 0, "A", "a"]])
                try transaction.run("insert into parts (counter) values (1)")
            }
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await storage.write { try $0.run(SQL(stringLiteral: statement.text)) }
            }
            #expect(violation?.kind == kind)
            #expect(violation?.name == name)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a column takes only its own type`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            await #expect(throws: StatementFailed.self) {
                try await storage.write {
                    try $0.run("insert into things (number) values (\("seven"))")
                }
            }
        }
    }
}
