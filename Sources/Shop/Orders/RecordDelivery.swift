// To record a delivery: from that day the buyer's days to change their mind are counted, and those
// of every guarantee.

package import Rules
import Storage

extension Shop {
    /// `day` is a date in the buyer's market. Throws `Refusal`: not an operator, no such order, not
    /// on its way, a day before the dispatch or after today.
    @discardableResult
    package func recordDelivery(
        of id: ID<Order>, on day: Day, by account: Account
    ) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard var order = try tx.lock(id) else { throw Refusal.notFound }
            // The parcel left on a Chinese date and arrives on a western one, which may be earlier
            // by a day; tomorrow has begun somewhere.
            if let left = order.shipment?.day, !((left - 1)...(Day(now) + 1)).contains(day) {
                throw Refusal.input([Fault(.day, .notOffered)])
            }
            let terms = try returnTerms(of: order, in: tx)
            let window = terms.window(deliveredOn: day, at: now, of: order)
            try tx.owe(try order.apply(.deliver(day, lastReturnDay: window.day)), at: now)
            try tx.update(order)
            try tx.set(window)
            for guarantee in try guarantees(of: order, deliveredOn: day, terms, at: now) {
                try tx.set(guarantee)
            }
            try tx.settle(.delivery, of: id.text, as: .met, at: now)
            try tx.note(
                "deliver", about: id.text, detail: "\(day)", id: chance.id(at: now), at: now)
            return order
        }
    }

    private func guarantees(
        of order: Order, deliveredOn day: Day, _ terms: ReturnTerms, at now: Moment
    ) throws(Refusal) -> [Deadline] {
        try rulebook.current.market(order.market).guarantees(on: Day(order.placed)).map {
            let last = $0.lastDay(deliveredOn: day)
            return Deadline(
                subject: order.id.text,
                kind: $0.grantor == .law ? .legalGuarantee : .makersWarranty,
                ends: terms.time.end(of: last), day: last, anchor: .delivered, anchored: now,
                rule: "\(order.market.code): \($0.months) months")
        }
    }
}
