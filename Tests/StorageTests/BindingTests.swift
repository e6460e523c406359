// Whatever is bound comes back the same, from both engines.
import Rules
import Storage
import TestKit
import Testing

@Suite struct BindingTests {
    private static let texts = [
        "", "it's", #"say "no""#, #"back\slash"#, "{a,b}", "NULL", "null", "Größe – 北京 🎧",
        "line\nbreak\ttab", "\u{1}\u{1F}\u{7F}", "e\u{301}", "$1 ? :name", #"\x00ff"#,
    ]
    private static let numbers: [Int64] = [0, -1, 1 << 53 + 1, .min, .max]
    private static let blobs: [[UInt8]] = [[], [0], [0, 255, 92, 39], Array(0...255)]

    @Test(arguments: Engine.allCases)
    func `every text, number and blob comes back as it was`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                for text in Self.texts { try check(text, in: "words", transaction) }
                for number in Self.numbers { try check(number, in: "number", transaction) }
                for blob in Self.blobs { try check(blob, in: "blob", transaction) }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the types of the rules come back as they were`(_ engine: Engine) async throws {
        let day = try #require(Day("2015-05-19"))
        let id = try #require(ID<Parcel>("par_01JWG3Q4T0V1KZ0000000000AB"))
        let france = try #require(Country("FR"))
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                try check(Moment(milliseconds: 1_432_000_800_123), in: "number", transaction)
                try check(Span.minutes(-5), in: "number", transaction)
                try check(true, in: "number", transaction)
                try check(false, in: "number", transaction)
                try check(42, in: "number", transaction)
                try check(day, in: "words", transaction)
                try check(id, in: "words", transaction)
                try check(Currency.gbp, in: "words", transaction)
                try check(france, in: "words", transaction)
                try check(Language.britishEnglish, in: "words", transaction)
                try check(Mood.calm, in: "words", transaction)
                try check(Grade.second, in: "number", transaction)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `nil comes back as nil, in every type of column`(_ engine: Engine) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                try check(String?.none, in: "words", transaction)
                try check(Moment?.none, in: "number", transaction)
                try check([UInt8]?.none, in: "blob", transaction)
                try check(Mood?.none, in: "words", transaction)
                try check(Mood?.some(.calm), in: "words", transaction)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a NUL in a text is refused, alone, in a list and in bulk`(_ engine: Engine) async throws {
        let text = "a\u{0}b"
        try await withStorage(on: engine, migrations: everything) { storage in
            await #expect(throws: NULInText.self) {
                try await storage.read { try $0.all("select 1 where 'a' = \(text)") }
            }
            await #expect(throws: NULInText.self) {
                try await storage.read { try $0.all("select 1 where 'a' in \(list: [text])") }
            }
            await #expect(throws: NULInText.self) {
                try await storage.write { try $0.insert(into: "things", ["words"], rows: [[text]]) }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a malformed value is thrown, with its column and without its text`(
        _ engine: Engine
    ) async throws {
        try await withStorage(on: engine) { storage in
            let nothing: Int? = nil
            let row = try await storage.read {
                try $0.one("select \("secret") as word, \(7) as number, \(nothing) as missing")
            }
            #expect(throws: UnreadableValue.self) { try row.get("word") as Int }
            #expect(throws: UnreadableValue.self) { try row.get("word") as ID<Parcel> }
            #expect(throws: UnreadableValue.self) { try row.get("word") as Day? }
            #expect(throws: UnreadableValue.self) { try row.get("word") as Currency }
            #expect(throws: UnreadableValue.self) { try row.get("number") as Bool }
            #expect(throws: UnreadableValue.self) { try row.get("number") as [UInt8] }
            #expect(throws: UnreadableValue.self) { try row.get("missing") as String }
            #expect(throws: NoSuchColumn.self) { try row.get("absent") as String }
            #expect(throws: NoSuchColumn.self) { try row.get(3) as String }
            let thrown = #expect(throws: UnreadableValue.self) { try row.get("word") as Mood }
            #expect(thrown?.column == "word")
            #expect(thrown?.description.contains("secret") == false)
        }
    }

    @Test(arguments: Engine.allCases)
    func `sums, comparisons and existence are whole numbers, fractions are refused`(
        _ engine: Engine
    ) async throws {
        try await withStorage(on: engine, migrations: everything) { storage in
            try await storage.write { transaction in
                try transaction.insert(into: "things", ["number"], rows: [[1], [2], [4]])
                let row = try transaction.one(
                    """
                    select sum(number) as total, count(*) as many,
                           exists (select 1 from things where number = 4) as has_four
                    from things
                    """)
                #expect(try row.get("total") == 7)
                #expect(try row.get("many") == 3)
                #expect(try row.get("has_four") == true)
            }
            await #expect(throws: FloatingPointRead.self) {
                try await storage.read {
                    try $0.count("select avg(number) from things where 1 = 1")
                }
            }
        }
    }
}

private func check<Value: SQLBindable & SQLReadable & Equatable>(
    _ value: Value, in column: StaticString, _ transaction: Transaction
) throws {
    try transaction.run("delete from things")
    try transaction.run("insert into things (\(identifier: column)) values (\(value))")
    let read = try transaction.one("select \(identifier: column) from things")
    #expect(try read.get(0) == value)
    if value.sqlValue != .null {
        let found = try transaction.count(
            "select count(*) from things where \(identifier: column) = \(value)")
        #expect(found == 1, "\(value) isn't equal to itself in the database")
    }
}
