// What follows from a withdrawal: before the parcel leaves the order is cancelled, afterwards the
// goods come back. Judged by the moment at which it was said, whenever this runs.

package import Rules
import Storage

/// A payment is on its way: looked at again when it is known what came of it.
private struct PaymentUnderWay: Error, CustomStringConvertible {
    let description = "a payment of the order is under way"
}

extension Shop {
    package func carryOut(_ id: ID<Withdrawal>) async throws {
        let said = try await withdrawal(id)
        guard said.outcome == .open, let order = said.order else { return }
        guard try await cancelIfUnsent(order) == false else {
            return try await storage.write { try $0.end(id, as: .cancelled) }
        }
        try await storage.write { [self] tx in
            guard let order = try tx.lock(order) else { return }
            do {
                let goods = try openReturn(
                    of: try said.items ?? tx.leftItems(of: order), from: order,
                    reason: .changedMind, method: nil, declared: said.declared, in: tx)
                try tx.end(id, as: .returning(goods.id))
            } catch let refusal as Refusal {
                try tx.end(id, as: .refused(refusal.code))
            }
        }
    }

    /// True when the order is cancelled, by this or before.
    private func cancelIfUnsent(_ id: ID<Order>) async throws -> Bool {
        let found = try await storage.read { reader -> (Order, Account)? in
            guard let order = try reader.order(id), let buyer = try reader.account(order.account)
            else { return nil }
            return (order, buyer)
        }
        guard let (order, buyer) = found else { throw Refusal.notFound }
        switch order.state {
        case .cancelled: return true
        case .placed, .paid:
            do {
                try await cancelOrder(id, by: buyer)
                return true
            } catch Refusal.orderStateForbids(let state) where state == "paying" {
                throw PaymentUnderWay()
            } catch Refusal.orderStateForbids {
                // It left in this very moment.
                return false
            }
        case .lapsed, .dispatched, .delivered: return false
        }
    }
}

extension Transaction {
    fileprivate func end(_ id: ID<Withdrawal>, as outcome: Withdrawal.Outcome) throws {
        guard var said = try keptWithdrawal(id)?.withdrawal, said.outcome == .open else { return }
        said.end(as: outcome)
        try update(said)
    }

    /// Everything of an order for which no return was asked yet.
    fileprivate func leftItems(of order: Order) throws -> [Return.Item] {
        let returned = try returnedUnits(of: order.id)
        return try lines(of: order.id)
            .reduce(into: [String: Int]()) { $0[$1.product, default: 0] += $1.quantity }
            .compactMap { product, bought in
                let left = bought - (returned[product] ?? 0)
                return left > 0 ? Return.Item(product, left) : nil
            }
            .sorted { $0.product < $1.product }
    }
}
