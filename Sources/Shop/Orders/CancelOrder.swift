// To cancel an order: before anything is paid the units are simply let go; afterwards, until the
// parcel leaves, every cent goes back. Sold units don't return to a sale that others were told is
// sold out.

package import Rules
import Storage

extension Shop {
    /// By its buyer or an operator. Throws `Refusal`: no such order, too late.
    @discardableResult
    package func cancelOrder(_ id: ID<Order>, by account: Account) async throws -> Order {
        let now = clock.now()
        return try await storage.write { [chance] tx in
            guard let found = try tx.order(id), found.account == account.id || account.isOperator,
                var order = try tx.lock(id)
            else { throw Refusal.notFound }
            let captured = try tx.payments(of: id).filter { $0.state == .captured }
            guard try tx.payments(of: id).allSatisfy({ !$0.isInFlight }) else {
                throw Refusal.orderStateForbids(state: "paying")
            }
            var refunds: [Refund] = []
            for payment in captured {
                let refund = Refund(
                    id: chance.id(at: now), payment: payment.id, amount: payment.amount,
                    reason: .cancelled, created: now)
                refunds.append(refund)
            }
            let jobs = try order.apply(.cancel(refund: refunds.first?.id))
            for refund in refunds { try tx.insert(refund) }
            try tx.update(order)
            try tx.owe(jobs, at: now)
            try tx.note(
                "cancel", about: id.text, detail: account.id.text, id: chance.id(at: now), at: now)
            return order
        }
    }
}
