// When a day is over where the buyer is: with summer time, leap days, and the day of the change.
import Rules
import TestKit
import Testing

struct LocalTimeTests {
    @Test func `a day ends when the buyer's clock says so`() {
        let rows = table(
            """
            # place    | day        | hours after its midnight in UTC
            Berlin     | 2026-03-28 | 23
            Berlin     | 2026-03-29 | 22
            Berlin     | 2026-10-24 | 22
            Berlin     | 2026-10-25 | 23
            Berlin     | 2024-02-29 | 23
            Berlin     | 2026-12-31 | 23
            London     | 2026-03-29 | 23
            London     | 2026-10-25 | 24
            London     | 2015-06-13 | 23
            Cupertino  | 2026-03-07 | 32
            Cupertino  | 2026-03-08 | 31
            Cupertino  | 2026-10-31 | 31
            Cupertino  | 2026-11-01 | 32
            Cupertino  | 2028-02-29 | 32
            Phoenix    | 2026-07-01 | 31
            Honolulu   | 2026-07-01 | 34
            Beijing    | 2026-07-01 | 16
            """)
        for row in rows {
            let day = Day(row[1])!
            let hours = (Self.place(row[0]).end(of: day) - day.midnight()).milliseconds / 3_600_000
            #expect(hours == Int64(row[2])!, "\(row)")
        }
    }

    @Test(arguments: ["Berlin", "London", "Cupertino", "Phoenix", "Honolulu", "Beijing"])
    func `every instant of twelve years is in one day, and days follow each other`(name: String) {
        let place = Self.place(name)
        var day = Day(2015, 1, 1)!
        while day < Day(2027, 1, 1)! {
            let (first, end) = (place.beginning(of: day), place.end(of: day))
            #expect(place.day(at: first) == day && place.day(at: end) == day + 1)
            #expect(place.day(at: end - Span(milliseconds: 1)) == day)
            #expect([23, 24, 25].contains((end - first).milliseconds / 3_600_000))
            day = day + 1
        }
    }

    @Test func `months are added as the law counts them`() {
        let rows = table(
            """
            # day      | months | then
            2024-02-29 | 12     | 2025-02-28
            2024-02-29 | 48     | 2028-02-29
            2026-01-31 | 1      | 2026-02-28
            2027-12-31 | 2      | 2028-02-29
            2026-08-31 | 1      | 2026-09-30
            2026-11-24 | 24     | 2028-11-24
            """)
        for row in rows {
            #expect(Day(row[0])!.adding(months: Int(row[1])!).description == row[2], "\(row)")
        }
    }

    private static func place(_ name: String) -> LocalTime {
        switch name {
        case "Berlin": LocalTime(offset: .hours(1), summer: .europe)
        case "London": LocalTime(offset: .zero, summer: .europe)
        case "Cupertino": LocalTime(offset: .hours(-8), summer: .america)
        case "Phoenix": LocalTime(offset: .hours(-7))
        case "Honolulu": LocalTime(offset: .hours(-10))
        default: LocalTime(offset: .hours(8))
        }
    }
}
