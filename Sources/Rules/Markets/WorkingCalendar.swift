// Which days a warehouse works: Monday to Friday, but for holidays and for the make-up days that
// some countries work at weekends in exchange.

package struct WorkingCalendar: Hashable, Sendable {
    /// Its name, and its file's: `CN`.
    package let name: String
    /// Days off on purpose; a weekend day among them is listed too.
    package let holidays: Set<Day>
    /// Weekend days that are worked.
    package let makeUpDays: Set<Day>
    /// Days published by no authority yet; a promise that touches them may have to be told again.
    package let provisional: Set<Day>

    package init(
        name: String, holidays: Set<Day>, makeUpDays: Set<Day>, provisional: Set<Day> = []
    ) {
        self.name = name
        self.holidays = holidays
        self.makeUpDays = makeUpDays
        self.provisional = provisional
    }

    package func works(on day: Day) -> Bool {
        if makeUpDays.contains(day) { return true }
        return day.weekday <= 5 && !holidays.contains(day) && !provisional.contains(day)
    }

    /// The last year that the authority has given out; nil when it gave none.
    package var lastPublishedYear: Int? { holidays.map(\.year).max() }

    /// How sure it is which days of a stretch are worked: as sure as its least known year.
    package func certainty(from first: Day, to last: Day) -> Certainty {
        let published = Set(holidays.map(\.year))
        let expected = Set(provisional.map(\.year))
        let years = Set(first.year...max(first.year, last.year)).subtracting(published)
        if years.isEmpty { return .published }
        return years.isSubset(of: expected) ? .provisional : .unknown
    }

    package enum Certainty: String, Hashable, Sendable {
        /// Every year of it was given out by the authority.
        case published
        /// A year of it is expected only; make-up days are missing.
        case provisional
        /// Nothing is known of a year but its weekends.
        case unknown
    }

    /// The `count`th working day after `day`, which itself isn't counted.
    package func workingDay(_ count: Int, after day: Day) -> Day {
        precondition((1...365).contains(count), "a promise counts from one to 365 working days")
        var current = day
        var left = count
        while left > 0 {
            current = current + 1
            // No country rests for half a year: a calendar that does is wrong.
            precondition(current - day < 366 * 3, "calendar \(name) has no working days")
            if works(on: current) { left -= 1 }
        }
        return current
    }
}
