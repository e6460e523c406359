// Many values through one placeholder: lists, rows, and bulk inserts.
import Rules
import Storage
import TestKit
import Testing

@Suite struct ListTests {
    @Test(arguments: Engine.allCases)
    func `a list finds what is in it, and an empty one finds nothing`(
        _ engine: Engine
    ) async throws {
        let words = [#"a"b"#, #"c\d"#, "{e,f}", "", "NULL", "é"]
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                let rows: [[any SQLBindable]] = words.map { [$0] } + [["another"]]
                try transaction.insert(into: "things", ["words"], rows: rows)
                func found(_ list: [String]) throws -> Int {
                    try transaction.count(
                        "select count(*) from things where words in \(list: list)")
                }
                #expect(try found(words) == words.count)
                #expect(try found([]) == 0)
                for word in words { #expect(try found([word]) == 1) }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `lists hold numbers and bytes as well`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                try transaction.insert(
                    into: "things", ["number", "blob"],
                    rows: [[Int64.max, [0, 255] as [UInt8]], [Int64.min, [UInt8]()], [0, [1]]])
                let numbers = [Int64.max, .min]
                let blobs: [[UInt8]] = [[0, 255], []]
                let found = try transaction.count(
                    """
                    select count(*) from things
                    where number in \(list: numbers) and blob in \(list: blobs)
                    """)
                #expect(found == 2)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `bound rows stand where a table can`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                let counters: [[any SQLBindable]] = (1...3).map { [$0, 10, "n", "\($0)"] }
                try transaction.insert(
                    into: "counters", ["id", "total", "name", "serial"], rows: counters)
                let changes: [[any SQLBindable]] = [[1, 5, "x"], [3, 7, String?.none]]
                let changed = try transaction.run(
                    """
                    update counters
                    set total = total + change.more, name = coalesce(change.name, 'none')
                    from \(rows: changes, as: "change", "id", "more", "name")
                    where counters.id = change.id
                    """)
                #expect(changed == 2)
                let after = try transaction.all("select total, name from counters order by id")
                #expect(try after.map { try $0.get("total") as Int } == [15, 10, 17])
                #expect(try after.map { try $0.get("name") as String } == ["x", "n", "none"])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `ten thousand rows are inserted at once, in order, with their nulls`(
        _ engine: Engine
    ) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                let rows: [[any SQLBindable]] = (0..<10_000).map { number in
                    let word = number.isMultiple(of: 2) ? "it's \(number)" : nil
                    return [number, word, [UInt8(number % 256)]]
                }
                try transaction.insert(into: "things", ["number", "words", "blob"], rows: rows)
                try transaction.insert(into: "things", ["number"], rows: [])
            }
            let row = try await storage.read {
                try $0.one(
                    """
                    select count(*) as many, count(words) as worded, sum(number) as total
                    from things
                    """)
            }
            #expect(try row.get("many") == 10_000)
            #expect(try row.get("worded") == 5_000)
            #expect(try row.get("total") == 49_995_000)
        }
    }

    @Test(arguments: Engine.allCases)
    func `texts sort byte by byte and are told apart by case`(_ engine: Engine) async throws {
        let words = ["b", "A", "a", "_", "B", "é", "Z", "-"]
        try await withStorage(on: engine, migrations: everything) { storage in
            let sorted = try await storage.write { transaction in
                try transaction.insert(into: "things", ["words"], rows: words.map { [$0] })
                return try transaction.all("select words from things order by words").map {
                    try $0.get("words") as String
                }
            }
            #expect(sorted == ["-", "A", "B", "Z", "_", "a", "b", "é"])
            let likeA = try await storage.read {
                try $0.count("select count(*) from things where words like 'a%'")
            }
            #expect(likeA == 1)
        }
    }
}
