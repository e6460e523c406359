// To quote: what a buyer's basket costs delivered to an address, down to the last cent.

package import Rules
package import Storage

/// What a buyer holds in a sale, and when the first of it lapses.
package struct HeldBasket: Sendable {
    package let sale: Sale
    package let lines: [Line]
    /// Wall time, at the earliest; nil for an empty basket.
    package let expires: Moment?

    package struct Line: Sendable {
        package let reservation: Reservation
        package let offer: Offer
        package let round: ID<Round>
        /// Wall time, at the earliest.
        package let expires: Moment
    }
}

extension Shop {
    package func basket(of buyer: Account, in sale: ID<Sale>) async throws -> HeldBasket {
        let now = clock.now()
        return try await storage.read { try $0.heldBasket(of: buyer, in: sale, at: now) }
    }

    /// The price of what the buyer holds, sent to `address` by `method` (nil for the cheapest).
    /// Nothing is stored: the same rules give the same quote until the order is placed.
    ///
    /// Throws `Refusal`: nothing is held, the address is outside the market or malformed, nothing
    /// carries the parcels.
    package func quote(
        basketOf buyer: Account, in sale: ID<Sale>, to address: Address, by method: String?
    ) async throws -> Quote {
        let basket = try await basket(of: buyer, in: sale)
        let address = try deliverable(address, to: buyer)
        return try rulebook.current.price(basket, to: address, by: method, at: clock.now())
    }

    /// The address as it is kept. Throws `addressOutsideMarket`, `input`, `addressExcluded`.
    func deliverable(_ address: Address, to buyer: Account) throws(Refusal) -> Address {
        try address.validate(for: try rulebook.current.market(buyer.market))
    }
}

extension Rulebook {
    /// The address is one that `Shop.deliverable` gave.
    func price(
        _ basket: HeldBasket, to address: Address, by method: String?, at now: Moment
    ) throws -> Quote {
        guard !basket.lines.isEmpty else { throw Refusal.basketEmpty }
        let lines = try basket.lines.map { line in
            guard let ware = wares[line.offer.product] else { throw Refusal.notSoldHere }
            return Basket.Line(
                ware, quantity: line.reservation.quantity, unitPrice: line.offer.price)
        }
        return try LandedCost.quote(
            basket: Basket(lines, by: method.map { .method($0) } ?? .standard),
            destination: Destination(address), on: Day(now), rules: self)
    }
}

extension Reader {
    package func heldBasket(
        of buyer: Account, in saleID: ID<Sale>, at now: Moment
    ) throws -> HeldBasket {
        guard let sale = try sale(saleID) else { throw Refusal.notFound }
        let held = try offeredBasket(of: buyer.id, in: saleID, market: buyer.market)
        let lines = held.compactMap { held -> HeldBasket.Line? in
            let expires = held.clock.wallTime(of: held.reservation.expires, at: now)
            // A hold that ran out is gone for its owner too, even if it wasn't swept up yet.
            guard held.reservation.state == .paying || expires > now else { return nil }
            return HeldBasket.Line(
                reservation: held.reservation, offer: held.offer, round: held.round,
                expires: expires)
        }
        return HeldBasket(sale: sale, lines: lines, expires: lines.map(\.expires).min())
    }
}
