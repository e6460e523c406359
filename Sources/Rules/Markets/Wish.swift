// Somebody to whom the shop doesn't sell yet, who wants to be told when it does. Nothing is kept
// but an address that its owner confirmed, for one letter.

package struct Wish: Identified, Hashable, Sendable {
    package static let idPrefix = "wsh"

    package let id: ID<Wish>
    package let mail: String
    package let country: Country
    package let language: Language
    package let asked: Moment
    /// Nil until its owner followed the link; nobody else is ever written to again.
    package var confirmed: Moment?

    package init(
        id: ID<Wish>, mail: String, country: Country, language: Language, asked: Moment,
        confirmed: Moment? = nil
    ) {
        self.id = id
        self.mail = mail
        self.country = country
        self.language = language
        self.asked = asked
        self.confirmed = confirmed
    }

    /// What nobody confirmed is forgotten after so long.
    package static let openFor = Span.days(2)
    /// And what was confirmed, after so long in vain.
    package static let keptFor = Span.days(730)
    /// More than these the shop doesn't keep.
    package static let most = 100_000
}
