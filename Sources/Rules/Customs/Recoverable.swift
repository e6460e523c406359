// Duty or tax that the store may get back for units that were paid back: open, claimed, received.

package struct Recoverable: Identified, Hashable, Sendable {
    package static let idPrefix = "rec"

    package let id: ID<Recoverable>
    package let order: ID<Order>
    package let market: Country
    /// The return or the parcel that was paid back.
    package let subject: String
    package let items: [Return.Item]
    package let charge: Charge
    package let way: RecoveryRule.Way
    /// What was paid for it, and may come back.
    package let amount: Money
    package private(set) var state: State
    package private(set) var claim: Claim?
    package private(set) var receipt: Receipt?

    package init(
        id: ID<Recoverable>, order: ID<Order>, market: Country, subject: String,
        items: [Return.Item], charge: Charge, way: RecoveryRule.Way, amount: Money,
        state: State = .open, claim: Claim? = nil, receipt: Receipt? = nil
    ) {
        self.id = id
        self.order = order
        self.market = market
        self.subject = subject
        self.items = items
        self.charge = charge
        self.way = way
        self.amount = amount
        self.state = state
        self.claim = claim
        self.receipt = receipt
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case open, claimed, received
    }

    package struct Claim: Hashable, Sendable {
        package let day: Day
        /// The authority's name for it, or the return in which it stands.
        package let reference: String

        package init(day: Day, reference: String) {
            self.day = day
            self.reference = reference
        }
    }

    package struct Receipt: Hashable, Sendable {
        package let day: Day
        /// Nothing where the claim was refused.
        package let amount: Money

        package init(day: Day, amount: Money) {
            self.day = day
            self.amount = amount
        }
    }

    package enum Event: Hashable, Sendable {
        case claim(Claim)
        case receive(Receipt)
    }

    /// Throws `orderStateForbids` for what can't happen now.
    package mutating func apply(_ event: Event) throws(Refusal) {
        switch (state, event) {
        case (.open, .claim(let made)):
            claim = made
            state = .claimed
        case (.claimed, .receive(let made)):
            receipt = made
            state = .received
        default: throw .orderStateForbids(state: state.rawValue)
        }
    }
}
