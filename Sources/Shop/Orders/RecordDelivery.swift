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
            let arrived = try tx.lines(of: id).reduce(into: [String: Int]()) {
                $0[$1.product, default: 0] += $1.quantity
            }
            try beginWarranties(
                for: arrived, of: order, deliveredOn: day, time: terms.time, in: tx, at: now)
            try tx.settle(.delivery, of: id.text, as: .met, at: now)
            try tx.note(
                "deliver", about: id.text, detail: "\(day)", id: chance.id(at: now), at: now)
            return order
        }
    }
}
