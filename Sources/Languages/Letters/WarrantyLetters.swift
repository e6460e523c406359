// The letters about a claim, from its receipt to its end. What the law guarantees is said before
// what the maker adds.

package import Rules

package struct WarrantyLetters: Sendable {
    package let received: @Sendable (LetterReader, ClaimLetter) -> Letter
    package let accepted: @Sendable (LetterReader, ClaimLetter) -> Letter
    package let declined: @Sendable (LetterReader, ClaimLetter) -> Letter
    /// How it is put right, and whether the unit must come in.
    package let remedy: @Sendable (LetterReader, ClaimLetter) -> Letter
    /// The repaired unit, or the one in its place, is on its way.
    package let done: @Sendable (LetterReader, ClaimLetter) -> Letter
}

extension WarrantyLetters {
    package init(for language: Language) {
        self = language.choose(Self.english, .french, .german)
    }
}

package struct ClaimLetter: Hashable, Sendable {
    package let number: String
    package let product: String
    /// The last days of what the law and the maker guarantee; nil where they guarantee nothing.
    package let lawUntil: Day?
    package let makerUntil: Day?
    package let answerBy: Day?
    /// Why it was declined; empty otherwise.
    package let reason: String
    package let remedy: Claim.Remedy?
    package let wayIn: WayIn
    package let shipment: Shipment?
    package let link: String

    package init(
        number: String, product: String, lawUntil: Day?, makerUntil: Day?, answerBy: Day? = nil,
        reason: String = "", remedy: Claim.Remedy? = nil, wayIn: WayIn = .keep,
        shipment: Shipment? = nil, link: String
    ) {
        self.number = number
        self.product = product
        self.lawUntil = lawUntil
        self.makerUntil = makerUntil
        self.answerBy = answerBy
        self.reason = reason
        self.remedy = remedy
        self.wayIn = wayIn
        self.shipment = shipment
        self.link = link
    }

    package enum WayIn: Hashable, Sendable {
        /// No carrier may take it.
        case keep
        /// With that number on the parcel, at the store's cost.
        case send(number: String, address: [String])
    }
}
