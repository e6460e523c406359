// The letters of what comes after the sale: the receipt of a withdrawal, what was found in a parcel
// that came back.

package import Rules

package struct AftercareLetters: Sendable {
    /// At once, whatever follows: the law of the Union wants it with the time to the minute.
    package let withdrawalReceipt: @Sendable (LetterReader, WithdrawalLetter) -> Letter
    package let returnReceived: @Sendable (LetterReader, ReceivedLetter) -> Letter
    /// The promise of dispatch is broken: what the buyer may do now.
    package let dispatchLate: @Sendable (LetterReader, LateLetter) -> Letter
    package let deliveryLate: @Sendable (LetterReader, LateLetter) -> Letter
}

extension AftercareLetters {
    package init(for language: Language) {
        self = language.choose(Self.english, .french, .german)
    }
}

package struct WithdrawalLetter: Hashable, Sendable {
    package let orderNumber: String
    /// Who said it, as they typed it.
    package let name: String
    package let declared: Moment
    /// Empty for everything that can be given back.
    package let units: [LetterUnits]
    package let outcome: Outcome
    /// The receipt's page.
    package let link: String

    package init(
        orderNumber: String, name: String, declared: Moment, units: [LetterUnits],
        outcome: Outcome, link: String
    ) {
        self.orderNumber = orderNumber
        self.name = name
        self.declared = declared
        self.units = units
        self.outcome = outcome
        self.link = link
    }

    package enum Outcome: Hashable, Sendable {
        /// Somebody at the store looks at it, or a payment is waited for.
        case open
        case cancelled
        case returning(number: String)
        case refused
    }
}

/// An order that is later than it was promised, or than the law allows.
package struct LateLetter: Hashable, Sendable {
    package let orderNumber: String
    /// The last day that was promised, or that the law gives.
    package let day: Day
    /// Units that are late, where others aren't; empty where all of it is.
    package let rest: [LetterUnits]
    /// What comes back when the buyer cancels.
    package let total: Money
    /// Until when silence agrees to wait; nil where nobody has to choose.
    package let waitUntil: Day?
    package let link: String

    package init(
        orderNumber: String, day: Day, rest: [LetterUnits] = [], total: Money, waitUntil: Day?,
        link: String
    ) {
        self.orderNumber = orderNumber
        self.day = day
        self.rest = rest
        self.total = total
        self.waitUntil = waitUntil
        self.link = link
    }
}

package struct ReceivedLetter: Hashable, Sendable {
    package let orderNumber: String
    package let returnNumber: String
    package let amount: Money
    package let deduction: Money
    /// What the store found, in the words of whoever opened the parcel; may be empty.
    package let note: String
    package let link: String

    package init(
        orderNumber: String, returnNumber: String, amount: Money, deduction: Money, note: String,
        link: String
    ) {
        self.orderNumber = orderNumber
        self.returnNumber = returnNumber
        self.amount = amount
        self.deduction = deduction
        self.note = note
        self.link = link
    }
}
