// The letters about parcels: one left, one is searched for, was found, is lost or came back, and
// what hadn't left doesn't come any more.

package import Rules

package struct ParcelLetters: Sendable {
    package let dispatched: @Sendable (LetterReader, OrderLetter, ParcelLetter) -> Letter
    package let missing: @Sendable (LetterReader, ParcelLetter) -> Letter
    /// Its carrier was right.
    package let found: @Sendable (LetterReader, ParcelLetter, _ finding: String) -> Letter
    package let lost: @Sendable (LetterReader, ParcelLetter) -> Letter
    /// It couldn't be delivered.
    package let returned: @Sendable (LetterReader, ParcelLetter) -> Letter
    package let restCancelled: @Sendable (LetterReader, _ number: String, _ link: String) -> Letter
}

extension ParcelLetters {
    package init(for language: Language) {
        self = language.choose(
            { .english($0, cancelled: language == .americanEnglish ? "canceled" : "cancelled") },
            .french, .german)
    }
}

package struct ParcelLetter: Hashable, Sendable {
    package let orderNumber: String
    package let units: [LetterUnits]
    package let shipment: Shipment
    package let part: Part
    /// By when the store knows more, or sends it again; nil where it pays it back.
    package let by: Day?
    /// On which its carrier says that it was delivered.
    package let delivered: Day?
    package let link: String

    package init(
        orderNumber: String, units: [LetterUnits], shipment: Shipment, part: Part = .whole,
        by: Day? = nil, delivered: Day? = nil, link: String
    ) {
        self.orderNumber = orderNumber
        self.units = units
        self.shipment = shipment
        self.part = part
        self.by = by
        self.delivered = delivered
        self.link = link
    }

    package enum Part: Hashable, Sendable {
        /// All of the order.
        case whole
        /// Others follow by that day.
        case some(rest: [LetterUnits], by: Day)
        /// Others went before.
        case last
    }
}
