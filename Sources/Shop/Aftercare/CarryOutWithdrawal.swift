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
        let now = clock.now()
        try await storage.write { [self] tx in
            guard let allotments = try tx.lockAllotments(of: order, at: now),
                var order = try tx.lock(order)
            else { return }
            var items = try said.items ?? tx.leftItems(of: order)
            let unsent = order.state.isDue ? try tx.unsent(of: order, among: said.items) : [:]
            if !unsent.isEmpty {
                try giveUp(
                    CalledOff(units: unsent), of: &order, allotments, by: id.text, in: tx, at: now)
                items = items.less(unsent, isWhole: said.items == nil)
                guard !items.isEmpty else { return try tx.end(id, as: .cancelled) }
            }
            do {
                let goods = try openReturn(
                    of: items, from: order, reason: .changedMind, method: nil,
                    declared: said.declared, in: tx)
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
        case .lapsed, .partlyDispatched, .dispatched, .delivered: return false
        }
    }
}

extension Transaction {
    fileprivate func end(_ id: ID<Withdrawal>, as outcome: Withdrawal.Outcome) throws {
        guard var said = try keptWithdrawal(id)?.withdrawal, said.outcome == .open else { return }
        said.end(as: outcome)
        try update(said)
    }

    /// Everything that has left of an order, and for which no return was asked yet.
    fileprivate func leftItems(of order: Order) throws -> [Return.Item] {
        try fulfilment(of: order.id).sent.merging(returnedUnits(of: order.id)) { $0 - $1 }
            .filter { $0.value > 0 }.items.returned
    }

    /// Of the items, or of everything, what hasn't left: that is simply cancelled.
    fileprivate func unsent(
        of order: Order, among items: [Return.Item]?
    ) throws -> [String: Int] {
        let remaining = try fulfilment(of: order.id).remaining
        guard let items else { return remaining }
        let asked = items.reduce(into: [String: Int]()) {
            $0[$1.product, default: 0] += $1.quantity
        }
        return asked.reduce(into: [:]) { unsent, item in
            let units = min(item.value, remaining[item.key] ?? 0)
            if units > 0 { unsent[item.key] = units }
        }
    }
}

extension [Return.Item] {
    /// What is left of those that were asked for; those that come by themselves are it already.
    fileprivate func less(_ unsent: [String: Int], isWhole: Bool) -> [Return.Item] {
        guard !isWhole else { return self }
        return compactMap { item in
            let left = item.quantity - (unsent[item.product] ?? 0)
            return left > 0 ? Return.Item(item.product, left) : nil
        }
    }
}
