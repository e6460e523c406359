// A person known to the shop, by a mail address that was confirmed early, before any sale.

package struct Account: Identified, Hashable, Sendable {
    package static let idPrefix = "acc"

    package let id: ID<Account>
    /// As normalised by the shop: what is unique.
    package var mail: String
    package var name: String
    package var language: Language
    /// The market the account buys in, by its country code.
    package var market: Country
    /// Nil until the link in the mail was followed; without it there is no place in a room.
    package var confirmedAt: Moment?
    package var isOperator: Bool
    /// When everything that says who it was was overwritten.
    package var erased: Moment?

    package init(
        id: ID<Account>, mail: String, name: String, language: Language, market: Country,
        confirmedAt: Moment? = nil, isOperator: Bool = false, erased: Moment? = nil
    ) {
        self.id = id
        self.mail = mail
        self.name = name
        self.language = language
        self.market = market
        self.confirmedAt = confirmedAt
        self.isOperator = isOperator
        self.erased = erased
    }

    /// How the address of an account ends whose owner had it erased: nothing is written to it
    /// (RFC 2606).
    package static let nowhere = "@erased.invalid"

    package var isConfirmed: Bool { confirmedAt != nil }
}

/// People who live at one address, as a keyed hash of the normalised address (hexadecimal).
/// Limits count per household as well as per buyer; the address itself isn't kept for it.
package struct Household: Hashable, Sendable {
    package let hash: String
    package init(hash: String) { self.hash = hash }
}
