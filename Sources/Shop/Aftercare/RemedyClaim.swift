// To say how an accepted claim is put right: repaired, replaced, or paid back. A repair and a
// replacement owe a parcel for which nothing is paid; the money goes back as it does for every
// return, through the same refund and ledger.

package import Rules
package import Storage

extension Shop {
    /// Throws `Refusal`: not an operator, no such claim, not accepted, a repair of what no carrier
    /// may bring.
    @discardableResult
    package func remedy(
        _ id: ID<Claim>, by remedy: Claim.Remedy, as account: Account
    ) async throws -> Claim {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let found = try tx.claim(id), let passport = try tx.warranty(found.warranty),
                let order = try tx.lock(passport.order), let warranty = try tx.lock(passport.id),
                var claim = try tx.lock(id)
            else { throw Refusal.notFound }
            let event: Claim.Event
            switch remedy {
            case .repair:
                guard try !waysIn(for: warranty, of: order, in: tx).isEmpty else {
                    throw Refusal.input([Fault(.remedy, .notOffered)])
                }
                event = .repair
            case .replacement: event = .replace
            case .refund: event = .payBack(try payBack(warranty, of: order, in: tx, at: now).id)
            }
            try tx.owe(try claim.apply(event), at: now)
            try tx.update(claim)
            try tx.note(
                "remedy claim", about: warranty.id.text,
                detail: "\(claim.number) \(remedy.rawValue)", id: chance.id(at: now), at: now)
            return claim
        }
    }

    /// Whether a carrier may bring the faulty unit in.
    package func canTravel(
        _ warranty: Warranty, of order: Order, in reader: Reader
    ) throws -> Bool {
        try !waysIn(for: warranty, of: order, in: reader).isEmpty
    }

    /// By which ways the faulty unit may come in, which the store pays. Empty where none may.
    func waysIn(
        for warranty: Warranty, of order: Order, in reader: Reader
    ) throws -> [ShippingOffer] {
        let terms = try returnTerms(of: order, in: reader)
        return WaysBack.offers(
            for: [Return.Item(warranty.product, 1)], reason: .faulty, quote: terms.quote,
            from: Destination(terms.address), on: Day(order.placed), rules: rulebook.current)
    }

    /// A return of that unit, whatever became of the days to change one's mind. What needn't be
    /// sent is paid back once an operator has put it down as such.
    private func payBack(
        _ warranty: Warranty, of order: Order, in tx: Transaction, at now: Moment
    ) throws -> Return {
        try openReturn(
            of: [Return.Item(warranty.product, 1)], from: order, reason: .faulty, method: nil,
            declared: now, under: warranty, in: tx)
    }
}
