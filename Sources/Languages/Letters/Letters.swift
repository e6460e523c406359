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

    package init(for language: Language) {
        switch language {
        case .americanEnglish: self = .americanEnglish
        case .britishEnglish: self = .britishEnglish
        case .french: self = .french
        case .german: self = .german
        }
    }

    init(
        confirmAddress: @escaping @Sendable (LetterReader, String) -> Letter,
        resetPassword: @escaping @Sendable (LetterReader, String) -> Letter,
        accountExists: @escaping @Sendable (LetterReader, String, String) -> Letter,
        unitsHeld: @escaping @Sendable (LetterReader, UnitsLetter) -> Letter,
        orderPaid: @escaping @Sendable (LetterReader, OrderLetter) -> Letter,
        orderDelivered: @escaping @Sendable (LetterReader, OrderLetter, DeliveryLetter) -> Letter,
        orderCancelled: @escaping @Sendable (LetterReader, OrderLetter) -> Letter,
        moneyReturned: @escaping @Sendable (LetterReader, RefundLetter) -> Letter,
        returnInstructions: @escaping @Sendable (LetterReader, ReturnLetter) -> Letter
    ) {
        self.confirmAddress = confirmAddress
        self.resetPassword = resetPassword
        self.accountExists = accountExists
        self.unitsHeld = unitsHeld
        self.orderPaid = orderPaid
        self.orderDelivered = orderDelivered
        self.orderCancelled = orderCancelled
        self.moneyReturned = moneyReturned
        self.returnInstructions = returnInstructions
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
