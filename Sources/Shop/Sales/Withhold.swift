// To withhold a product in the middle of a round: a gate of a market opened, because a proof ran
// out, a law came into force or an operator took the proof back. From that instant nobody there can
// reserve, order or pay for it; what is held and unpaid goes back, and its buyers are told why.
// What is paid stays sold: that was agreed to and kept while it was allowed.

import Rules
import Storage

extension Shop {
    /// Called by the ticker every second. Returns how many holds were ended.
    @discardableResult
    package func withhold() async throws -> Int {
        let now = clock.now()
        let rules = rulebook.current
        let offers = try await storage.read { try $0.offersAtSale(at: now) }
        var count = 0
        for offer in offers
        where rules.openGate(offer.product, in: offer.market, on: Day(now)) != nil {
            let touched = try await storage.read { try $0.allotmentsWithClaims(of: offer) }
            for id in touched { count += try await withhold(id, from: offer.market, at: now) }
        }
        return count
    }

    private func withhold(
        _ id: ID<Allotment>, from market: Country, at now: Moment
    ) async throws -> Int {
        try await storage.write { [chance] tx in
            guard let (locked, round) = try tx.lockToPassOn(id, at: now) else { return 0 }
            var allotment = locked
            try tx.endStandbys(in: market, for: id)
            // Bounded work in one transaction; the next second goes on.
            let held = try tx.unpaid(in: id, of: market, limit: 1000)
            guard !held.isEmpty else { return 0 }
            for reservation in held.map(\.reservation) {
                try tx.callOffOrder(holding: reservation.id, at: now, chance: chance)
                try tx.owe(.letter(.unitsWithheld, about: reservation.id.text), at: now)
            }
            var entries = try tx.release(held, of: &allotment, as: .withheld)
            entries += try tx.passOn(&allotment, of: round, at: now, chance: chance)
            try tx.update(allotment)
            try tx.record(entries, in: id, at: now)
            try tx.note(
                "withhold", about: round.id.text,
                detail: "\(allotment.product) in \(market): \(held.count) holds",
                id: chance.id(at: now), at: now)
            return held.count
        }
    }

    /// Whether an order has something that isn't sold in its market any more.
    func isWithheld(_ scene: PaymentScene, at now: Moment) -> Bool {
        scene.allotments.values.contains {
            rulebook.openGate($0.product, in: scene.order.market, on: Day(now)) != nil
        }
    }
}

extension Transaction {
    /// The whole order: for the rest of it, which stays held, its buyer may place another.
    fileprivate func callOffOrder(
        holding reservation: ID<Reservation>, at now: Moment, chance: SharedChance
    ) throws {
        guard let found = try openOrder(holding: reservation), var order = try lock(found.id),
            order.state == .placed
        else { return }
        try abandon(try payments(of: order.id), at: now)
        try owe(try order.apply(.cancel(refund: nil)), at: now)
        try update(order)
        try note(
            "cancel", about: order.id.text, detail: "withheld", id: chance.id(at: now), at: now)
    }
}
