// Tables as text: read with the line each row begins on, and written so that no spreadsheet
// calculates with them.
import Rules
import Shop
import TestKit
import Testing

struct CSVTests {
    @Test func `quotation marks, commas and line breaks stay in their field`() throws {
        let text = "a,b\r\n\"1,\"\"2\"\"\n3\",x\n\n,\n\"\",\"end\""
        let rows = try CSV.read(text, most: 10)
        #expect(rows.map(\.fields) == [["a", "b"], ["1,\"2\"\n3", "x"], ["", ""], ["", "end"]])
        #expect(rows.map(\.line) == [1, 2, 5, 6])
    }

    @Test(arguments: [
        ("a\n\"b", CSV.Fault.quotation(line: 2)), ("a\nb\"c\n", .quotation(line: 2)),
        ("\"a\"b", .quotation(line: 1)), ("1\n2\n3\n4", .tooManyRows(most: 3)),
    ])
    func `what is no table is said, with its line`(text: String, fault: CSV.Fault) {
        #expect(throws: fault) { try CSV.read(text, most: 3) }
    }

    @Test func `a formula is written as a text, and read back as it was`() throws {
        let fields = ["=1+1", "+49 30", "-5", "@sum", "\ttab", "plain", "it's", "a,b", "say \"x\""]
        let text = CSV.written(["h"], fields.map { [$0] })
        for line in text.split(separator: "\r\n").dropFirst() {
            #expect(!"=+-@\t".contains(line.first!), "\(line)")
        }
        #expect(try CSV.read(text, most: 100).dropFirst().map { $0.fields[0] } == fields)
    }

    @Test func `whatever is typed, reading ends`() throws {
        var chance = SeededChance(seed: 11)
        let letters = Array("ab,\"\n\r'=")
        for _ in 0..<2000 {
            let text = String(
                (0..<Int.random(in: 0..<30, using: &chance)).map { _ in
                    letters.randomElement(using: &chance)!
                })
            // A fault is an answer; what is read can be written and read again.
            guard let rows = try? CSV.read(text, most: 50), let first = rows.first else { continue }
            let again = CSV.written(first.fields, rows.dropFirst().map(\.fields))
            #expect(
                try CSV.read(again, most: 50).map(\.fields)
                    == rows.map(\.fields).filter { $0 != [""] },
                "\(text.debugDescription)")
        }
    }
}
