// Which promises will be broken if the warehouse goes on as it did: what is promised by each day,
// against what leaves on a working day.

package struct DispatchForecast: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let day: Day
        /// Orders whose last day this is.
        package let promised: Int
        /// Orders that leave by the end of this day at the present pace.
        package let leavingByThen: Int
        /// Of all that are promised by this day, those that won't have left.
        package let late: Int
    }

    package let lines: [Line]
    /// Parcels on a working day, measured.
    package let pace: Rational

    package var broken: Int { lines.map(\.late).max() ?? 0 }

    /// - Parameters:
    ///   - promised: orders that haven't left, by the last day of their promise.
    ///   - packed: parcels that left, by day; days without any may be missing.
    ///   - window: working days over which the pace is measured.
    package init(
        promised: [Day: Int], packed: [Day: Int], today: Day, calendar: WorkingCalendar,
        window: Int = 5
    ) {
        var measured: [Int] = []
        var day = today - 1
        // Two months hold five working days in any calendar.
        while measured.count < window, today - day < 60 {
            if calendar.works(on: day) { measured.append(packed[day] ?? 0) }
            day = day - 1
        }
        let pace = Rational(Int128(measured.reduce(0, +)), over: Int128(max(1, measured.count)))
        self.pace = pace
        let last = promised.keys.max() ?? today
        let first = min(promised.keys.min() ?? today, today)
        var lines: [Line] = []
        var (workingDays, due) = (0, 0)
        day = first
        while day <= last, lines.count < 90 {
            if day >= today, calendar.works(on: day) { workingDays += 1 }
            due += promised[day] ?? 0
            let leaving = Int(Rounding.down.whole(pace * Rational(Int128(workingDays))))
            if promised[day] != nil || day >= today {
                lines.append(
                    Line(
                        day: day, promised: promised[day] ?? 0, leavingByThen: leaving,
                        late: max(0, due - leaving)))
            }
            day = day + 1
        }
        self.lines = lines
    }
}
