// Dates and times of day on the reader's wall clock, always with the zone they are in.

package import Rules

extension Formats {
    /// 19 May 2015
    package func day(_ day: Day) -> String { date(day.day, months[day.month - 1], day.year) }

    /// Tuesday 19 May 2015
    package func weekday(_ day: Day) -> String {
        dateWithWeekday(weekdays[day.weekday - 1], self.day(day))
    }

    /// 02:00 UTC+1. `offset` is how far the clock is ahead of UTC.
    package func time(_ moment: Moment, offset: Span, seconds: Bool = false) -> String {
        let day = Day(moment, offset: offset)
        let milliseconds = (moment - day.midnight(offset: offset)).milliseconds
        let second = Int(milliseconds / 1000)
        let time = clock(second / 3600, second / 60 % 60, seconds ? second % 60 : nil)
        return time + noBreak + zone(offset)
    }

    /// 19 May 2015, 02:00 UTC+1
    package func moment(_ moment: Moment, offset: Span, seconds: Bool = false) -> String {
        dateAndTime(
            day(Day(moment, offset: offset)), time(moment, offset: offset, seconds: seconds))
    }

    /// UTC, UTC+2, UTC+5:30, with a real minus sign to the west.
    package func zone(_ offset: Span) -> String {
        let minutes = offset.milliseconds / Span.minutes(1).milliseconds
        if minutes == 0 { return "UTC" }
        let magnitude = minutes.magnitude
        let rest = magnitude % 60 == 0 ? "" : ":" + twoDigits(Int(magnitude % 60))
        return "UTC" + (minutes < 0 ? minus : "+") + "\(magnitude / 60)" + rest
    }

    /// The two largest units: 1 hour 20 minutes, 45 seconds. Rounded up; none is below 0 seconds.
    package func duration(_ span: Span) -> String { duration(span, days: durationUnits.days) }

    /// As a clock that runs down: 04:59, 01:04:59, 2 days 01:04:59. The script of the pages writes
    /// the same, so that nothing moves when it begins.
    package func countdown(_ span: Span) -> String {
        let seconds = Int(max(0, span.secondsUp))
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24)
        let clock = twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60)
        if days > 0 {
            return written(days, durationUnits.days) + " " + twoDigits(hours) + ":" + clock
        }
        return hours > 0 ? twoDigits(hours) + ":" + clock : clock
    }

    /// After which time: in 2 days, dans 2 jours, in 2 Tagen.
    package func within(_ span: Span) -> String {
        within(duration(span, days: durationUnits.daysWithin))
    }

    private func duration(_ span: Span, days: Counted) -> String {
        let seconds = Int(max(0, span.secondsUp))
        let units = [
            (days, seconds / 86_400), (durationUnits.hours, seconds / 3600 % 24),
            (durationUnits.minutes, seconds / 60 % 60), (durationUnits.seconds, seconds % 60),
        ]
        guard let first = units.firstIndex(where: { $0.1 > 0 }) else {
            return written(0, durationUnits.seconds)
        }
        let told = units[first...].prefix(2).filter { $0.1 > 0 }
        return told.map { written($0.1, $0.0) }.joined(separator: " ")
    }

    private func written(_ number: Int, _ unit: Counted) -> String {
        count(number, one: unit.one, other: unit.other)
    }
}

func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
