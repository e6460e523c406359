// The one decision of the sale path: everybody who waits for one allotment, decided together, in
// the order they came. Pure, so that both engines, the tests and the simulator decide alike.

package struct ReservationRequest: Hashable, Sendable {
    package let buyer: ID<Account>
    package let quantity: Int
    /// How many units the buyer may have in the whole sale, by the offer of their market.
    package let limit: Int
    package let key: String

    package init(
        buyer: ID<Account>, quantity: Int, limit: Int, key: String
    ) {
        self.buyer = buyer
        self.quantity = quantity
        self.limit = limit
        self.key = key
    }
}

/// What a batch is decided on, read under the lock on the allotment's row.
package struct ReservationBatch: Sendable {
    package let allotment: Allotment
    package let round: Round
    package let hold: Span
    /// Wall time, read once for the batch.
    package let now: Moment
    /// Units each buyer and household already has of this product in this sale.
    package var held: [ID<Account>: Int]
    package var householdHeld: [Household: Int]
    /// Where buyers live, as far as it is known.
    package let households: [ID<Account>: Household]
    /// The place of each buyer who has a ticket for the round.
    package let places: [ID<Account>: Int]
    /// When the next hold on this allotment lapses, in sale time.
    package let nextLapse: Moment?
    /// In a draw, for how many places the units are kept, and until when (sale time).
    package let kept: (winners: Int, until: Moment)?

    package init(
        allotment: Allotment, round: Round, hold: Span, now: Moment,
        held: [ID<Account>: Int], householdHeld: [Household: Int],
        households: [ID<Account>: Household], places: [ID<Account>: Int],
        nextLapse: Moment?, kept: (winners: Int, until: Moment)? = nil
    ) {
        self.allotment = allotment
        self.round = round
        self.hold = hold
        self.now = now
        self.held = held
        self.householdHeld = householdHeld
        self.households = households
        self.places = places
        self.nextLapse = nextLapse
        self.kept = kept
    }

    package enum Decision: Hashable, Sendable {
        /// `quantity` may be less than was asked for, when fewer were free.
        case reserved(quantity: Int, expires: Moment)
        case refused(Refusal)
    }

    /// The one function that keeps the promise never to oversell and never to pass a limit.
    /// Whoever changes it must change the CHECK on the table and the audit as well.
    package mutating func decide(_ requests: [ReservationRequest]) -> [Decision] {
        var free = allotment.free
        let shut = round.refusesReservations(at: now)
        let time = round.clock.saleTime(at: now)
        return requests.map { request in
            if let refusal = shut ?? refuses(request, free: free, at: time) {
                return .refused(refusal)
            }
            let quantity = min(request.quantity, free)
            free -= quantity
            held[request.buyer, default: 0] += quantity
            if let household = households[request.buyer] {
                householdHeld[household, default: 0] += quantity
            }
            return .reserved(quantity: quantity, expires: time + hold)
        }
    }

    /// The limits come before the stock: they are the buyer's own, and true whatever is free.
    private func refuses(_ request: ReservationRequest, free: Int, at time: Moment) -> Refusal? {
        guard let place = places[request.buyer] else { return .noTicket }
        if let kept, place > kept.winners, time < kept.until {
            return .notDrawn(until: round.clock.wallTime(of: kept.until, at: now))
        }
        let turn = round.turn(of: place)
        guard turn <= time else { return .notYourTurn(at: round.clock.wallTime(of: turn, at: now)) }
        let limit = request.limit
        guard (1...limit).contains(request.quantity) else {
            return .input([Fault(.quantity, .outOfRange(least: 1, most: limit))])
        }
        let mine = held[request.buyer, default: 0]
        guard mine + request.quantity <= limit else {
            return .limitReached(limit: limit, held: mine)
        }
        if let household = households[request.buyer],
            householdHeld[household, default: 0] + request.quantity > limit
        {
            return .householdLimitReached(limit: limit)
        }
        if free > 0 { return nil }
        if allotment.isSoldOut { return .soldOut }
        // Without a live hold, what is held is pinned and may return at any time, or was taken by
        // this very batch.
        let lapse = nextLapse ?? (allotment.reserved > 0 ? time : time + hold)
        return .allHeld(nextLapse: round.clock.wallTime(of: lapse, at: now))
    }
}
