// French: 1 400,00 €, 19 mai 2015, 14 h 00 written 14:00 as on tickets and screens.

extension Formats {
    static let french = Formats(
        decimalMark: ",", groupMark: narrowNoBreak, symbolFirst: false,
        symbols: [
            "USD": "$US", "GBP": "£GB", "EUR": "€", "JPY": "JPY", "CNY": "CNY", "CAD": "$CA",
        ],
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
            "octobre", "novembre", "décembre",
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        date: { day, month, year in "\(day == 1 ? "1er" : "\(day)") \(month) \(year)" },
        dateWithWeekday: { weekday, date in "\(weekday) \(date)" },
        clock: { hour, minute, second in
            let seconds = second.map { ":" + twoDigits($0) } ?? ""
            return "\(twoDigits(hour)):\(twoDigits(minute))\(seconds)"
        },
        dateAndTime: { date, time in "\(date) à \(time)" },
        // Nothing, and one and a half, are singular in French.
        isSingular: { abs($0) < 2 },
        durationUnits: DurationUnits(
            days: Counted("jour", "jours"), daysWithin: Counted("jour", "jours"),
            hours: Counted("heure", "heures"), minutes: Counted("minute", "minutes"),
            seconds: Counted("seconde", "secondes")),
        within: { "dans \($0)" }, percentSpace: narrowNoBreak, colon: "\(noBreak): ")
}
