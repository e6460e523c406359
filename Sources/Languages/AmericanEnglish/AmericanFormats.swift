// American English: $1,400.00, May 19, 2015, 2:00 AM.

extension Formats {
    static let americanEnglish = Formats(
        decimalMark: ".", groupMark: ",", symbolFirst: true,
        symbols: ["USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "CNY": "CN¥", "CAD": "CA$"],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        weekdays: [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ],
        date: { day, month, year in "\(month) \(day), \(year)" },
        dateWithWeekday: { weekday, date in "\(weekday), \(date)" },
        clock: { hour, minute, second in
            let seconds = second.map { ":" + twoDigits($0) } ?? ""
            let half = hour < 12 ? "AM" : "PM"
            return "\((hour + 11) % 12 + 1):\(twoDigits(minute))\(seconds)\(noBreak)\(half)"
        },
        dateAndTime: { date, time in "\(date), \(time)" },
        isSingular: { $0 == 1 },
        durationUnits: DurationUnits(
            days: Counted("day", "days"), daysWithin: Counted("day", "days"),
            hours: Counted("hour", "hours"), minutes: Counted("minute", "minutes"),
            seconds: Counted("second", "seconds")),
        within: { "in \($0)" }, percentSpace: "", colon: ": ")
}
