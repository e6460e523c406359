// Somebody who wants to be told: of the day on which the shop begins to sell to their country, or,
// where it does, of its next sale. Nothing is kept but an address that its owner confirmed, until
// the last letter about it.

package struct Wish: Identified, Hashable, Sendable {
    package static let idPrefix = "wsh"

    package let id: ID<Wish>
    package let mail: String
    package let country: Country
    package let language: Language
    package var about: About
    package let asked: Moment
    /// Nil until its owner followed the link; nobody else is ever written to again.
    package var confirmed: Moment?
    /// The sale that was announced to them last.
    package let announced: ID<Sale>?

    package enum About: Hashable, Sendable {
        /// That the shop sells to the country at all.
        case market
        /// Its next sale there: of anything, or of one product.
        case sale(product: String?)
    }

    package init(
        id: ID<Wish>, mail: String, country: Country, language: Language, about: About = .market,
        asked: Moment, confirmed: Moment? = nil, announced: ID<Sale>? = nil
    ) {
        self.id = id
        self.mail = mail
        self.country = country
        self.language = language
        self.about = about
        self.asked = asked
        self.confirmed = confirmed
        self.announced = announced
    }

    /// What nobody confirmed is forgotten after so long.
    package static let openFor = Span.days(2)
    /// And what was confirmed, after so long in vain.
    package static let keptFor = Span.days(730)
    /// More than these the shop doesn't keep.
    package static let most = 100_000
}
