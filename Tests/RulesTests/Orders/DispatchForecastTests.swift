// Which promises will be broken at the present pace.
import Rules
import TestKit
import Testing

struct DispatchForecastTests {
    /// 2026-11-23 is a Monday.
    private let monday = Day(2026, 11, 23)!
    private let calendar = WorkingCalendar(name: "plain", holidays: [], makeUpDays: [])

    private func forecast(_ promised: [Int: Int], pace: Int) -> DispatchForecast {
        var packed: [Day: Int] = [:]
        for back in 1...7 where calendar.works(on: monday - back) { packed[monday - back] = pace }
        return DispatchForecast(
            promised: .init(uniqueKeysWithValues: promised.map { (monday + $0.key, $0.value) }),
            packed: packed, today: monday, calendar: calendar)
    }

    @Test func `what leaves each working day is enough, or it isn't`() {
        #expect(forecast([0: 10, 4: 40], pace: 10).broken == 0)
        #expect(forecast([0: 11, 4: 40], pace: 10).broken == 1)
        // Saturday and Sunday pack nothing: five days until next Monday, and Monday itself.
        #expect(forecast([7: 60], pace: 10).broken == 0)
        #expect(forecast([6: 60], pace: 10).broken == 10)
    }

    @Test func `what is late already counts, and a warehouse that stands still breaks all`() {
        #expect(forecast([-3: 4, 0: 10], pace: 14).broken == 4)
        #expect(forecast([2: 7], pace: 0).broken == 7)
        #expect(forecast([:], pace: 0).broken == 0)
    }
}
