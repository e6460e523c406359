// Standby: whoever came too late waits for units that come back, in the order of the room's places.

package struct Standby: Hashable, Sendable {
    package let allotment: ID<Allotment>
    package let ticket: ID<Ticket>
    package let place: Int
    package let buyer: ID<Account>
    package let household: Household?
    /// How many units the buyer would like; fewer may come.
    package let quantity: Int
    /// How many units the buyer may have in the whole sale, by the offer of their market.
    package let limit: Int

    package init(
        allotment: ID<Allotment>, ticket: ID<Ticket>, place: Int, buyer: ID<Account>,
        household: Household?, quantity: Int, limit: Int
    ) {
        self.allotment = allotment
        self.ticket = ticket
        self.place = place
        self.buyer = buyer
        self.household = household
        self.quantity = quantity
        self.limit = limit
    }
}

/// Who gets the units that came back. Pure, and decided under the lock on the allotment's row.
package struct StandbyBatch: Sendable {
    package let free: Int
    /// Units each buyer and household already has of this product in this sale.
    package var held: [ID<Account>: Int]
    package var householdHeld: [Household: Int]

    package init(free: Int, held: [ID<Account>: Int], householdHeld: [Household: Int]) {
        self.free = free
        self.held = held
        self.householdHeld = householdHeld
    }

    package enum Decision: Hashable, Sendable {
        /// Nothing is left for this one; it goes on waiting.
        case waits
        case given(Int)
        /// The limit is used up meanwhile: there is nothing to wait for.
        case over
    }

    /// `standbys` are in the order of their places. Nobody is passed over for somebody behind.
    package mutating func decide(_ standbys: [Standby]) -> [Decision] {
        var free = free
        return standbys.map { standby in
            var room = standby.limit - held[standby.buyer, default: 0]
            if let household = standby.household {
                room = min(room, standby.limit - householdHeld[household, default: 0])
            }
            if room <= 0 { return .over }
            let quantity = min(standby.quantity, room, free)
            if quantity == 0 { return .waits }
            free -= quantity
            held[standby.buyer, default: 0] += quantity
            if let household = standby.household {
                householdHeld[household, default: 0] += quantity
            }
            return .given(quantity)
        }
    }
}
