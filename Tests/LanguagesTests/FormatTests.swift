// Amounts, dates and times, as each language writes them.
import Languages
import Rules
import TestKit
import Testing

/// The spaces that don't break are shown as _ (wide) and ~ (narrow) in the tables.
private func visible(_ text: String) -> String {
    text.replacing("\u{A0}", with: "_").replacing("\u{202F}", with: "~")
}

private func check(_ rows: String, _ write: (Formats, [String]) -> String) {
    for row in table(rows) {
        for (language, expected) in zip(Language.allCases, row.suffix(4)) {
            let written = visible(write(Phrases.of(language).formats, row))
            #expect(written == expected, "\(language) \(row)")
        }
    }
}

struct FormatTests {
    @Test func `money`() {
        check(
            """
            # amount     | American     | British       | French            | German
            14.00 USD    | $14.00       | US$14.00      | 14,00_$US         | 14,00_$
            14.00 GBP    | £14.00       | £14.00        | 14,00_£GB         | 14,00_£
            14.00 EUR    | €14.00       | €14.00        | 14,00_€           | 14,00_€
            0.05 EUR     | €0.05        | €0.05         | 0,05_€            | 0,05_€
            -7.50 EUR    | −€7.50       | −€7.50        | −7,50_€           | −7,50_€
            999.99 EUR   | €999.99      | €999.99       | 999,99_€          | 999,99_€
            1234567.80 EUR | €1,234,567.80 | €1,234,567.80 | 1~234~567,80_€ | 1.234.567,80_€
            1400 JPY     | ¥1,400       | JP¥1,400      | 1~400_JPY         | 1.400_¥
            2.500 KWD    | KWD_2.500    | KWD_2.500     | 2,500_KWD         | 2,500_KWD
            """
        ) { formats, row in
            let parts = row[0].split(separator: " ")
            return formats.money(
                Money(decimal: String(parts[0]), Currency(String(parts[1]))!)!)
        }
    }

    @Test func `days`() {
        check(
            """
            2015-05-19 | May 19, 2015      | 19 May 2015     | 19 mai 2015     | 19. Mai 2015
            2026-03-01 | March 1, 2026     | 1 March 2026    | 1er mars 2026   | 1. März 2026
            2024-12-31 | December 31, 2024 | 31 December 2024 | 31 décembre 2024 | 31. Dezember 2024
            """
        ) { $0.day(Day($1[0])!) }
        let written = Language.allCases.map {
            Phrases.of($0).formats.weekday(Day(2015, 5, 19)!)
        }
        #expect(
            written == [
                "Tuesday, May 19, 2015", "Tuesday 19 May 2015", "mardi 19 mai 2015",
                "Dienstag, 19. Mai 2015",
            ])
    }

    @Test func `times, with their zones`() {
        check(
            """
            # minutes after midnight UTC | ahead of UTC by minutes
            0    | 0    | 12:00_AM_UTC     | 00:00_UTC     | 00:00_UTC     | 00:00_Uhr_UTC
            120  | 0    | 2:00_AM_UTC      | 02:00_UTC     | 02:00_UTC     | 02:00_Uhr_UTC
            120  | 120  | 4:00_AM_UTC+2    | 04:00_UTC+2   | 04:00_UTC+2   | 04:00_Uhr_UTC+2
            725  | -420 | 5:05_AM_UTC−7    | 05:05_UTC−7   | 05:05_UTC−7   | 05:05_Uhr_UTC−7
            720  | 0    | 12:00_PM_UTC     | 12:00_UTC     | 12:00_UTC     | 12:00_Uhr_UTC
            1439 | 330  | 5:29_AM_UTC+5:30 | 05:29_UTC+5:30 | 05:29_UTC+5:30 | 05:29_Uhr_UTC+5:30
            """
        ) { formats, row in
            let midnight = Day(2015, 5, 19)!.midnight()
            return formats.time(
                midnight + .minutes(Int64(row[0])!), offset: .minutes(Int64(row[1])!))
        }
    }

    @Test func `a moment is on the reader's date`() {
        let moment = Day(2015, 5, 19)!.midnight() + .hours(2) + .seconds(9)
        let written = Language.allCases.map {
            visible(Phrases.of($0).formats.moment(moment, offset: .hours(-8), seconds: true))
        }
        #expect(
            written == [
                "May 18, 2015, 6:00:09_PM_UTC−8", "18 May 2015, 18:00:09_UTC−8",
                "18 mai 2015 à 18:00:09_UTC−8", "18. Mai 2015, 18:00:09_Uhr_UTC−8",
            ])
    }

    @Test func `a countdown, as the script of the pages writes it`() {
        let french = Phrases.of(.french).formats
        #expect(french.countdown(.seconds(299)) == "04:59")
        #expect(french.countdown(.seconds(3600 + 5)) == "01:00:05")
        #expect(french.countdown(.seconds(2 * 86_400 + 61)) == "2\u{A0}jours 00:01:01")
        #expect(french.countdown(.seconds(-3)) == "00:00")
    }

    @Test func `durations, by their two largest units`() {
        check(
            """
            # seconds
            0      | 0_seconds         | 0_seconds         | 0_seconde         | 0_Sekunden
            1      | 1_second          | 1_second          | 1_seconde         | 1_Sekunde
            90 | 1_minute 30_seconds | 1_minute 30_seconds | 1_minute 30_secondes | 1_Minute 30_Sekunden
            3600   | 1_hour            | 1_hour            | 1_heure           | 1_Stunde
            3661   | 1_hour 1_minute   | 1_hour 1_minute   | 1_heure 1_minute  | 1_Stunde 1_Minute
            172800 | 2_days            | 2_days            | 2_jours           | 2_Tage
            -5     | 0_seconds         | 0_seconds         | 0_seconde         | 0_Sekunden
            """
        ) { $0.duration(.seconds(Int64($1[0])!)) }
        check(
            """
            172800 | in 2_days | in 2_days | dans 2_jours | in 2_Tagen
            300 | in 5_minutes | in 5_minutes | dans 5_minutes | in 5_Minuten
            """
        ) { $0.within(.seconds(Int64($1[0])!)) }
    }

    @Test func `counts and shares`() {
        check(
            """
            0    | 0_many | 0_many | 0_one | 0_many
            1    | 1_one | 1_one | 1_one | 1_one
            2    | 2_many | 2_many | 2_many | 2_many
            1234 | 1,234_many | 1,234_many | 1~234_many | 1.234_many
            """
        ) { $0.count(Int($1[0])!, one: "one", other: "many") }
        check(
            """
            1/5    | 20% | 20% | 20~% | 20_%
            1/40   | 2.5% | 2.5% | 2,5~% | 2,5_%
            1/3    | 33.33% | 33.33% | 33,33~% | 33,33_%
            1/800  | 0.13% | 0.13% | 0,13~% | 0,13_%
            -1/20  | −5% | −5% | −5~% | −5_%
            """
        ) { $0.percent(Rational(written: $1[0])!) }
    }
}
