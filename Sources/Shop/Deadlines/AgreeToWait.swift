// The buyer of a late order agrees to wait longer than the rule lets silence agree to. They may
// still cancel at any time.

package import Rules
import Storage

extension Shop {
    /// Throws `Refusal`: not the buyer's order, nothing is late.
    package func agreeToWait(for id: ID<Order>, by buyer: Account) async throws {
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard let order = try tx.lock(id), order.account == buyer.id else {
                throw Refusal.notFound
            }
            guard let asked = try tx.deadline(.consent, of: id.text), asked.state == .open else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            try tx.settle(.consent, of: id.text, as: .met, at: now)
            try tx.note("agree to wait", about: id.text, id: chance.id(at: now), at: now)
        }
    }
}
