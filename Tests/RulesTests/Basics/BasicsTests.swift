// Money, days and ids: exact, and read back as they were written.
import Rules
import TestKit
import Testing

struct BasicsTests {
    @Test func `money is written and read as a plain decimal number`() throws {
        let rows = table(
            """
            # minor | currency | decimal
            1400    | USD      | 14.00
            5       | EUR      | 0.05
            -5      | EUR      | -0.05
            1400    | JPY      | 1400
            1234    | KWD      | 1.234
            0       | GBP      | 0.00
            """)
        for row in rows {
            let currency = try #require(Currency(row[1]))
            #expect(Money(Int64(row[0])!, currency).decimal == row[2])
            #expect(Money(decimal: row[2], currency) == Money(Int64(row[0])!, currency))
        }
        #expect(Money(decimal: "14.5", .usd) == Money(1450, .usd))
    }

    @Test(arguments: ["", ".", "1.", ".5", "1.234", "1,00", "1e3", "--1", "٣", "9999999999999"])
    func `what isn't exact money isn't money`(text: String) {
        #expect(Money(decimal: text, .usd) == nil)
    }

    @Test func `every day has one date, and every date one day`() {
        var day = Day(1896, 1, 1)!
        var date = (1896, 1, 1)
        while date.0 < 2105 {
            #expect((day.year, day.month, day.day) == date)
            #expect(Day(day.description) == day)
            day = day + 1
            let isLeap = date.0 % 4 == 0 && (date.0 % 100 != 0 || date.0 % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            date.2 += 1
            if date.2 > lengths[date.1 - 1] { date = (date.0, date.1 + 1, 1) }
            if date.1 > 12 { date = (date.0 + 1, 1, 1) }
        }
    }

    @Test(arguments: ["2015-02-29", "2015-13-01", "2015-00-01", "15-05-19", "2015-5-19", "x"])
    func `what isn't a date is refused`(text: String) { #expect(Day(text) == nil) }

    @Test func `the date depends on the wall it is read from`() {
        let opening = Moment(seconds: 1_432_000_800)  // 19 May 2015, 02:00 UTC
        #expect(Day(opening).description == "2015-05-19")
        #expect(Day(opening, offset: .hours(-4)).description == "2015-05-18")
        #expect(Day(opening, offset: .hours(22)).description == "2015-05-20")
        #expect(Day(2015, 5, 19)!.weekday == 2)
        #expect(Day(2015, 5, 19)!.midnight(offset: .hours(8)) < Day(2015, 5, 19)!.midnight())
    }

    @Test func `ids sort by the time they were made, and nothing else passes for one`() {
        var chance = SeededChance(seed: 7)
        let early = ID<Order>(at: Moment(seconds: 1), using: &chance)
        let late = ID<Order>(at: Moment(seconds: 2), using: &chance)
        #expect(early < late)
        #expect(ID<Order>(early.text) == early)
        #expect(ID<Payment>(early.text) == nil)
        for wrong in ["", "ord_", early.text + "0", early.text.lowercased(), "ord_" + "U" * 26] {
            #expect(ID<Order>(wrong) == nil)
        }
    }
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
