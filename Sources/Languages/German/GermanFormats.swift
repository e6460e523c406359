// German: 1.400,00 €, 19. Mai 2015, 14:00 Uhr.

extension Formats {
    static let german = Formats(
        decimalMark: ",", groupMark: ".", symbolFirst: false,
        symbols: ["USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "CNY": "CN¥", "CAD": "CA$"],
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
            "Oktober", "November", "Dezember",
        ],
        weekdays: [
            "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
        ],
        date: { day, month, year in "\(day). \(month) \(year)" },
        dateWithWeekday: { weekday, date in "\(weekday), \(date)" },
        clock: { hour, minute, second in
            let seconds = second.map { ":" + twoDigits($0) } ?? ""
            return "\(twoDigits(hour)):\(twoDigits(minute))\(seconds)\(noBreak)Uhr"
        },
        dateAndTime: { date, time in "\(date), \(time)" },
        isSingular: { $0 == 1 },
        durationUnits: DurationUnits(
            days: Counted("Tag", "Tage"), daysWithin: Counted("Tag", "Tagen"),
            hours: Counted("Stunde", "Stunden"), minutes: Counted("Minute", "Minuten"),
            seconds: Counted("Sekunde", "Sekunden")),
        within: { "in \($0)" }, percentSpace: noBreak, colon: ": ")
}
