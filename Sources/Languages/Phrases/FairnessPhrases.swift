// What the shop says of chances, of waiting for units that come back, and of how anybody can check
// that all went by the rules.

package struct FairnessPhrases: Sendable {
    // Chances of getting a unit, each a sentence
    package var certain: String
    package var likely: String
    package var unlikely: String
    package var impossible: String
    package var notDrawn: @Sendable (_ time: String) -> String

    // Standby
    package var standBy: String
    package var standByHint: String
    package var standingBy: @Sendable (_ ahead: Int) -> String
    package var standDown: String

    // More time
    package var moreTime: String
    package var moreTimeHint: @Sendable (_ span: String) -> String

    // The public record
    package var seed: String
    package var entrants: String
    package var record: String
    package var recordHint: String
    package var download: String
    package var verifyHint: String

    // Why did I get one, or none?
    package var whyTitle: String
    package var whyTicket: @Sendable (_ place: Int, _ turn: String) -> String
    package var bought: @Sendable (_ product: String, _ numbers: String) -> String
    package var holds: @Sendable (_ product: String, _ numbers: String) -> String
    package var lapsed: @Sendable (_ product: String, _ time: String) -> String
    package var letGo: @Sendable (_ product: String, _ time: String) -> String
    package var withheld: @Sendable (_ product: String, _ time: String) -> String
    package var goneBefore: @Sendable (_ product: String, _ time: String) -> String
    package var unused: @Sendable (_ product: String, _ time: String) -> String
    package var stillOpen: @Sendable (_ product: String) -> String
}
