// Seven working days, counted where the warehouse is, with make-up days.
import Rules
import Shop
import TestKit
import Testing

struct DispatchPromiseTests {
    private let warehouse = shippedRules.warehouses[0]

    @Test func `the promised dates of the records`() {
        let rows = table(
            """
            # ordered (Beijing) | leaves by
            2015-05-19 | 2015-05-28
            2015-06-16 | 2015-06-26
            2015-09-28 | 2015-10-13
            2026-02-10 | 2026-02-26
            2026-09-28 | 2026-10-13
            2026-11-23 | 2026-12-02
            """)
        for row in rows {
            let promise = warehouse.dispatchPromise(orderedOn: Day(row[0])!)
            #expect(promise.description == row[1], "ordered on \(row[0])")
        }
    }

    @Test func `the day of the order is the warehouse's, not the buyer's`() {
        // The second round: 12:00 UTC is 20:00 in Beijing. Four hours later it is tomorrow there.
        let noon = Day("2015-05-19")!.midnight() + .hours(12)
        #expect(warehouse.dispatchPromise(orderedAt: noon).description == "2015-05-28")
        let late = noon + .hours(4)
        #expect(warehouse.dispatchPromise(orderedAt: late).description == "2015-05-29")
        let lastMoment = late - Span(milliseconds: 1)
        #expect(warehouse.dispatchPromise(orderedAt: lastMoment).description == "2015-05-28")
    }

    @Test func `a calendar says which years nobody has given out yet`() {
        func certainty(_ from: String, _ to: String) -> WorkingCalendar.Certainty {
            warehouse.calendar.certainty(from: Day(from)!, to: Day(to)!)
        }
        #expect(certainty("2026-12-01", "2026-12-10") == .published)
        #expect(certainty("2026-12-28", "2027-01-07") == .provisional)
        #expect(certainty("2028-02-01", "2028-02-10") == .unknown)
    }

    @Test func `a year has as many working days as the State Council gave it`() {
        func workingDays(_ year: Int) -> Int {
            (Day(year, 1, 1)!.number..<Day(year + 1, 1, 1)!.number)
                .count { warehouse.calendar.works(on: Day(number: $0)) }
        }
        #expect(workingDays(2015) == 249)
        #expect(workingDays(2026) == 248)
    }
}
