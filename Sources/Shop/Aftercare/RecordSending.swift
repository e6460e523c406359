// The buyer shows that the goods have left: from then on the store may not wait for them with the
// money, where the law says so.

package import Rules
import Storage

extension Shop {
    /// `proof` is what the carrier gave: a tracking number. Throws `Refusal`: not the buyer's
    /// return, nothing to send, a day before the request or after today.
    @discardableResult
    package func recordSending(
        of id: ID<Return>, on day: Day, proof: String, by account: Account
    ) async throws -> Return {
        let faults = Fault.text(proof, in: .trackingNumber, most: 60)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let found = try tx.goodsReturn(id), let order = try tx.lock(found.order),
                order.account == account.id || account.isOperator, var goods = try tx.lock(id)
            else { throw Refusal.notFound }
            let terms = try returnTerms(of: order, in: tx)
            let (first, last) = (terms.time.day(at: goods.requested), terms.time.day(at: now))
            guard (first...max(first, last)).contains(day) else {
                throw Refusal.input([Fault(.day, .notOffered)])
            }
            try tx.owe(try goods.apply(.send(day)), at: now)
            try tx.update(goods)
            try tx.settle(.sendingBack, of: id.text, as: .met, at: now)
            try tx.set(terms.refundDeadline(of: goods, shownOn: day, at: now))
            try tx.note(
                "send back", about: order.id.text, detail: "\(goods.number) \(day) \(proof)",
                id: chance.id(at: now), at: now)
            return goods
        }
    }
}
