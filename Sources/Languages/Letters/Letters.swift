// Every letter of the shop in one language: one for each `LetterKind`. A letter that is missing in
// a language doesn't compile.

package import Rules

package struct Letters: Sendable {
    package let confirmAddress: @Sendable (_ reader: LetterReader, _ link: String) -> Letter
    package let resetPassword: @Sendable (_ reader: LetterReader, _ link: String) -> Letter
    /// For somebody who signed up with an address that has an account.
    package let accountExists:
        @Sendable (_ reader: LetterReader, _ logIn: String, _ reset: String) -> Letter
    /// For somebody who stood by, and has units now.
    package let unitsHeld: @Sendable (LetterReader, UnitsLetter) -> Letter
    package let orderPaid: @Sendable (LetterReader, OrderLetter) -> Letter
    package let orderDelivered: @Sendable (LetterReader, OrderLetter, DeliveryLetter) -> Letter
    package let orderCancelled: @Sendable (LetterReader, OrderLetter) -> Letter
    package let moneyReturned: @Sendable (LetterReader, RefundLetter) -> Letter
    package let returnInstructions: @Sendable (LetterReader, ReturnLetter) -> Letter
}

extension Letters {
    package init(for language: Language) {
        self = language.choose(Self.english, .french, .german)
    }
}

/// Who reads a letter, and who signs it.
package struct LetterReader: Hashable, Sendable {
    package let name: String
    package let shop: String

    package init(name: String, shop: String) {
        self.name = name
        self.shop = shop
    }
}
