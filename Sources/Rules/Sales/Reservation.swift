// Units held for one buyer until they are paid or the hold lapses.

package struct Reservation: Identified, Hashable, Sendable {
    package static let idPrefix = "rsv"

    package let id: ID<Reservation>
    package let allotment: ID<Allotment>
    package let buyer: ID<Account>
    package var household: Household?
    /// The units, in order. They were in these hands once, whatever the state says now.
    package let numbers: [Int]
    package var state: State
    /// In sale time of its round. Unpaid units are free again from then on.
    package var expires: Moment
    /// The buyer's idempotency key: the same key gets the same reservation.
    package let key: String
    /// Whether its buyer asked for more time, which is given once.
    package var isProlonged: Bool

    package init(
        id: ID<Reservation>, allotment: ID<Allotment>, buyer: ID<Account>, household: Household?,
        numbers: [Int], state: State = .live, expires: Moment, key: String,
        isProlonged: Bool = false
    ) {
        self.id = id
        self.allotment = allotment
        self.buyer = buyer
        self.household = household
        self.numbers = numbers
        self.state = state
        self.expires = expires
        self.key = key
        self.isProlonged = isProlonged
    }

    package var quantity: Int { numbers.count }

    package enum State: String, Hashable, Sendable {
        case live
        /// Pinned while the money is taken: it can't lapse under a capture.
        case paying
        case sold
        case lapsed
        case cancelled

        /// Whether the units count against the limits and the stock.
        package var holdsUnits: Bool { self == .live || self == .paying || self == .sold }
    }
}
