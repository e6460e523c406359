// To send what was repaired, or what replaces it: a parcel for which nothing is paid. A repair may
// make what the law guarantees longer.

package import Rules
import Storage

extension Shop {
    /// Throws `Refusal`: not an operator, no such claim, nothing to send, fields.
    @discardableResult
    package func sendClaimed(
        _ id: ID<Claim>, carrier: String, trackingNumber: String, by account: Account
    ) async throws -> Claim {
        guard account.isOperator else { throw Refusal.notAllowed }
        let faults =
            Fault.text(carrier, in: .carrier, most: 40)
            + Fault.text(trackingNumber, in: .trackingNumber, most: 40)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        let now = clock.now()
        let day = Day(now, offset: rulebook.current.warehouse.offset)
        let shipment = Shipment(carrier: carrier, trackingNumber: trackingNumber, day: day)
        return try await storage.write { [self] tx in
            guard let found = try tx.claim(id), let passport = try tx.warranty(found.warranty),
                let order = try tx.lock(passport.order), let warranty = try tx.lock(passport.id),
                var claim = try tx.lock(id)
            else { throw Refusal.notFound }
            try tx.owe(try claim.apply(.send(shipment)), at: now)
            try tx.update(claim)
            if claim.remedy == .repair {
                try prolong(warranty, of: order, repairedUnder: claim, in: tx, at: now)
            }
            try tx.note(
                "send claimed", about: warranty.id.text,
                detail: "\(claim.number) \(carrier) \(trackingNumber)", id: chance.id(at: now),
                at: now)
            return claim
        }
    }

    private func prolong(
        _ warranty: Warranty, of order: Order, repairedUnder claim: Claim, in tx: Transaction,
        at now: Moment
    ) throws {
        let market = try rulebook.current.market(warranty.market)
        guard let term = market.repairTerm(on: Day(order.placed)),
            let known = try tx.deadline(.legalGuarantee, of: warranty.id.text),
            let last = term.lastDay(
                after: known.day, wish: claim.wish, hasBeenProlonged: known.anchor == .repaired)
        else { return }
        let time = try returnTerms(of: order, in: tx).time
        try tx.set(
            Deadline(
                subject: warranty.id.text, kind: .legalGuarantee, ends: time.end(of: last),
                day: last, anchor: .repaired, anchored: now,
                rule: known.rule + ", \(term.months) more for a repair"))
    }
}
