// Where goods leave from, on whose clock and calendar, and by when.

package struct Warehouse: Hashable, Sendable {
    package var code: String
    package var country: Country
    /// Shown: `Asia/Shanghai`.
    package var timeZone: String
    /// How far its wall clock is ahead of UTC; a zone with summer time isn't supported as a
    /// warehouse.
    package var offset: Span
    package var calendar: WorkingCalendar
    /// Working days within which an order leaves, the day of the order excluded.
    package var dispatchDays: Int

    package init(
        code: String, country: Country, timeZone: String, offset: Span,
        calendar: WorkingCalendar, dispatchDays: Int
    ) {
        self.code = code
        self.country = country
        self.timeZone = timeZone
        self.offset = offset
        self.calendar = calendar
        self.dispatchDays = dispatchDays
    }

    /// The last day on which an order placed at `moment` leaves, as a date at the warehouse. It is
    /// fixed with the order: a later change of the calendar moves the operator's view, not the
    /// buyer's.
    package func dispatchPromise(orderedAt moment: Moment) -> Day {
        dispatchPromise(orderedOn: Day(moment, offset: offset))
    }

    /// The same from a date at the warehouse.
    package func dispatchPromise(orderedOn day: Day) -> Day {
        calendar.workingDay(dispatchDays, after: day)
    }

    /// The end of the promised day, at the warehouse: later than this the promise is broken.
    package func promiseEnds(_ day: Day) -> Moment { (day + 1).midnight(offset: offset) }
}
