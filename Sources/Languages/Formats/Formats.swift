// How a language writes amounts, dates, times and counts. By our own tables: the same everywhere,
// and at no cost on a page that a whole crowd asks for.

package struct Formats: Sendable {
    let decimalMark: String
    let groupMark: String
    /// The symbol goes before the number, without a space, or after it, with one.
    let symbolFirst: Bool
    /// What a currency is called here; its code where it isn't in the table.
    let symbols: [String: String]
    /// January first.
    let months: [String]
    /// Monday first.
    let weekdays: [String]
    let date: @Sendable (_ day: Int, _ month: String, _ year: Int) -> String
    let dateWithWeekday: @Sendable (_ weekday: String, _ date: String) -> String
    /// Hours, minutes and seconds as they are spoken of; seconds only where they matter.
    let clock: @Sendable (_ hour: Int, _ minute: Int, _ second: Int?) -> String
    let dateAndTime: @Sendable (_ date: String, _ time: String) -> String
    /// Which of the two forms a number takes.
    let isSingular: @Sendable (Int) -> Bool
    let durationUnits: DurationUnits
    let within: @Sendable (_ duration: String) -> String
    /// Between a number and the percent sign.
    let percentSpace: String
    /// Between a label and what it is about, with its spaces: `Total: 5`.
    package let colon: String
}

/// A word for one and a word for many.
struct Counted: Sendable {
    let one: String
    let other: String

    init(_ one: String, _ other: String) {
        self.one = one
        self.other = other
    }
}

struct DurationUnits: Sendable {
    let days: Counted
    /// As days are called after "in": German has another case there.
    let daysWithin: Counted
    let hours: Counted
    let minutes: Counted
    let seconds: Counted
}

/// Between a number and what it counts, so that no line ends there.
let noBreak = "\u{A0}"
/// The narrow one, within French numbers and before ; ! ?
let narrowNoBreak = "\u{202F}"
/// A real minus sign, as wide as a plus.
let minus = "\u{2212}"
