// A sale: a few products, a few units of each, sold in one or more rounds under one set of rules.

package struct Sale: Identified, Hashable, Sendable {
    package static let idPrefix = "sal"

    package let id: ID<Sale>
    /// What stands in its address: `first-western-sale`.
    package let code: String
    package let order: OrderPolicy
    /// How long units are held for their buyer, in sale time.
    package let hold: Span

    package init(id: ID<Sale>, code: String, order: OrderPolicy, hold: Span) {
        self.id = id
        self.code = code
        self.order = order
        self.hold = hold
    }

    /// How those who were in the room before the opening are put in order.
    package enum OrderPolicy: String, Hashable, Sendable {
        /// By lot: an early arrival is no advantage, and a bot's speed is none either.
        case shuffled
        /// By arrival.
        case firstCome = "first_come"
        /// By lot, and only the first places win.
        case draw
    }
}

/// What one product costs in one market, and how many one buyer may have in the whole sale.
package struct Offer: Hashable, Sendable {
    package let sale: ID<Sale>
    package let product: String
    package let market: Country
    /// Of one unit, before freight, duty and tax; a page adds what its market must show.
    package let price: Money
    package let limit: Int

    package init(sale: ID<Sale>, product: String, market: Country, price: Money, limit: Int) {
        self.sale = sale
        self.product = product
        self.market = market
        self.price = price
        self.limit = limit
    }
}
