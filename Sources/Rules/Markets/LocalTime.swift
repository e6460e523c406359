// The wall clock of a place: how far it is ahead of UTC, and when it is put forward in summer. By
// two rules of our own and not by the machine's time zones, which change under a stored date.

package struct LocalTime: Hashable, Sendable {
    /// In winter.
    package var offset: Span
    package var summer: SummerTime

    package init(offset: Span, summer: SummerTime = .none) {
        self.offset = offset
        self.summer = summer
    }

    package static let utc = LocalTime(offset: .zero)

    package enum SummerTime: String, Hashable, Sendable, CaseIterable {
        case none
        /// From the last Sunday of March to the last of October, at 01:00 UTC everywhere.
        case europe
        /// From the second Sunday of March to the first of November, at 02:00 on the spot.
        case america
    }

    /// The instant at which a day is over there: whoever acts before it has acted on that day.
    package func end(of day: Day) -> Moment { beginning(of: day + 1) }

    /// Midnight. The clock is changed later in the night, so it still shows the time of the eve.
    package func beginning(of day: Day) -> Moment {
        day.midnight(offset: isSummer(on: day - 1) ? offset + .hours(1) : offset)
    }

    /// The date on the wall there.
    package func day(at moment: Moment) -> Day {
        let day = Day(moment, offset: offset)
        return moment < end(of: day) ? day : day + 1
    }

    /// Whether the clock is ahead in the evening of that day.
    private func isSummer(on day: Day) -> Bool {
        switch summer {
        case .none: false
        case .europe:
            (Day.sunday(.last, of: 3, in: day.year)..<Day.sunday(.last, of: 10, in: day.year))
                .contains(day)
        case .america:
            (Day.sunday(.second, of: 3, in: day.year)..<Day.sunday(.first, of: 11, in: day.year))
                .contains(day)
        }
    }
}

extension Day {
    fileprivate enum Sunday { case first, second, last }

    fileprivate static func sunday(_ which: Sunday, of month: Int, in year: Int) -> Day {
        // March and October, the only months asked for their last Sunday, have 31 days.
        let latest =
            switch which {
            case .first: 7
            case .second: 14
            case .last: 31
            }
        let day = Day(year, month, latest)!
        return day - day.weekday % 7
    }

    /// The same date so many months later, or the last day of that month.
    package func adding(months: Int) -> Day {
        let count = year * 12 + (month - 1) + months
        for date in stride(from: day, through: 28, by: -1) {
            if let end = Day(count / 12, count % 12 + 1, date) { return end }
        }
        return Day(count / 12, count % 12 + 1, min(day, 28))!
    }
}
