// British English: £1,400.00, 19 May 2015, 14:00.

extension Formats {
    static let britishEnglish = Formats(
        decimalMark: ".", groupMark: ",", symbolFirst: true,
        symbols: ["USD": "US$", "GBP": "£", "EUR": "€", "JPY": "JP¥", "CNY": "CN¥", "CAD": "CA$"],
        months: americanEnglish.months, weekdays: americanEnglish.weekdays,
        date: { day, month, year in "\(day) \(month) \(year)" },
        dateWithWeekday: { weekday, date in "\(weekday) \(date)" },
        clock: { hour, minute, second in
            let seconds = second.map { ":" + twoDigits($0) } ?? ""
            return "\(twoDigits(hour)):\(twoDigits(minute))\(seconds)"
        },
        dateAndTime: { date, time in "\(date), \(time)" },
        isSingular: { $0 == 1 },
        durationUnits: americanEnglish.durationUnits,
        within: { "in \($0)" }, percentSpace: "", colon: ": ")
}
