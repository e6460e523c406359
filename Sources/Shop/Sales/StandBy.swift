// To stand by: whoever came too late waits for units that come back.

package import Rules
import Storage

/// What somebody stands by for, and how many are before them.
package struct StandingBy: Hashable, Sendable {
    package let standby: Standby
    package let product: String
    package let ahead: Int
}

extension Shop {
    /// Standing by again changes the quantity and keeps the place in line.
    ///
    /// Throws `Refusal`: no ticket, the order isn't drawn, units are free, sold out, a limit, the
    /// round isn't live.
    @discardableResult
    package func standBy(
        for product: String, quantity: Int, in roundID: ID<Round>, as buyer: Account
    ) async throws -> StandingBy {
        try refuseWithheld(product, for: buyer)
        let now = clock.now()
        return try await storage.write { tx in
            guard let found = try tx.round(roundID) else { throw Refusal.notFound }
            guard let sale = try tx.sale(found.sale),
                let offer = try tx.offer(of: product, in: buyer.market, sale: sale.id),
                let stall = try tx.allotment(of: product, for: buyer.market, in: roundID),
                let (allotment, round) = try tx.lockToPassOn(stall.id, at: now)
            else { throw Refusal.notSoldHere }
            guard let ticket = try tx.ticket(of: buyer.id, in: roundID) else {
                throw Refusal.noTicket
            }
            guard let place = ticket.place else { throw Refusal.orderNotDrawn }
            let standby = Standby(
                allotment: allotment.id, ticket: ticket.id, place: place, buyer: buyer.id,
                household: try tx.household(of: buyer.id), quantity: quantity, limit: offer.limit)
            try tx.checkStandby(standby, allotment, round, sale, at: now)
            try tx.put(standby, at: now)
            return StandingBy(
                standby: standby, product: product,
                ahead: try tx.standbysAhead(of: place, for: allotment.id))
        }
    }

    /// Not to wait any longer. Changes nothing for somebody who didn't.
    package func standDown(
        from product: String, in round: ID<Round>, as buyer: Account
    ) async throws {
        try await storage.write { tx in
            guard let stall = try tx.allotment(of: product, for: buyer.market, in: round),
                let ticket = try tx.ticket(of: buyer.id, in: round)
            else { throw Refusal.notFound }
            try tx.endStandbys(of: [ticket.id], for: stall.id)
        }
    }
}

extension Transaction {
    fileprivate func checkStandby(
        _ standby: Standby, _ allotment: Allotment, _ round: Round, _ sale: Sale, at now: Moment
    ) throws {
        // During a pause one may stand by: nothing is given out, and nothing is lost.
        if let shut = round.refusesReservations(at: now), !round.clock.isPaused { throw shut }
        guard (1...standby.limit).contains(standby.quantity) else {
            throw Refusal.input([Fault(.quantity, .outOfRange(least: 1, most: standby.limit))])
        }
        if allotment.isSoldOut { throw Refusal.soldOut }
        if allotment.free > 0 && sale.passesOn(in: round, at: now) { throw Refusal.unitsFree }
        if allotment.free > 0, let winners = try winners(of: allotment, in: sale),
            standby.place <= winners
        {
            throw Refusal.unitsFree
        }
        let held = try held(by: [standby.buyer], of: allotment.product, in: sale.id)
        let mine = held[standby.buyer, default: 0]
        guard mine + standby.quantity <= standby.limit else {
            throw Refusal.limitReached(limit: standby.limit, held: mine)
        }
    }
}

extension Reader {
    /// What a ticket's holder stands by for.
    package func standingBy(_ ticket: Ticket) throws -> [StandingBy] {
        try standbys(of: ticket.id).compactMap { standby in
            try allotment(standby.allotment).map { allotment in
                StandingBy(
                    standby: standby, product: allotment.product,
                    ahead: try standbysAhead(of: standby.place, for: allotment.id))
            }
        }
    }
}
