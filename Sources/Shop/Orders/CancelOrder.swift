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
                let allotments = try tx.lockAllotments(of: id, at: now), var order = try tx.lock(id)
            else { throw Refusal.notFound }
            let payments = try tx.payments(of: id)
            guard payments.allSatisfy({ !$0.isInFlight }) else {
                throw Refusal.orderStateForbids(state: "paying")
            }
            if order.state == .placed {
                try tx.letGo(of: order, in: allotments, at: now, chance: chance)
            }
            let refunds = try tx.refundsOfTheRest(of: payments, at: now, chance: chance)
            let jobs = try order.apply(.cancel(refund: refunds.first?.id))
            try tx.update(order)
            try tx.owe(jobs, at: now)
            for kind in [Deadline.Kind.dispatch, .consent, .delivery] {
                try tx.settle(kind, of: id.text, as: .over, at: now)
            }
            for refund in refunds where !jobs.contains(.refund(refund.id)) {
                try tx.owe(.refund(refund.id), at: now)
            }
            try tx.note(
                "cancel", about: id.text, detail: account.id.text, id: chance.id(at: now), at: now)
            return order
        }
    }
}

extension Transaction {
    /// The units of an unpaid order are free from now on.
    fileprivate func letGo(
        of order: Order, in allotments: [ID<Allotment>: Allotment], at now: Moment,
        chance: SharedChance
    ) throws {
        let held = try reservations(try lines(of: order.id).map(\.reservation))
            .filter { $0.reservation.state == .live }
        for (id, held) in Dictionary(grouping: held, by: \.reservation.allotment) {
            guard var allotment = allotments[id] else { continue }
            var entries = try release(held, of: &allotment, as: .cancelled)
            if let round = try round(allotment.round) {
                entries += try passOn(&allotment, of: round, at: now, chance: chance)
            }
            try update(allotment)
            try record(entries, in: id, at: now)
        }
    }

    /// What was taken and isn't on its way back yet: late money was given back when it came.
    fileprivate func refundsOfTheRest(
        of payments: [Payment], at now: Moment, chance: SharedChance
    ) throws -> [Refund] {
        var refunds: [Refund] = []
        for payment in payments where payment.state == .captured {
            let back = try self.refunds(of: payment.id).filter { $0.state != .refused }
                .reduce(Money.zero(payment.amount.currency)) { $0 + $1.amount }
            guard back < payment.amount else { continue }
            let refund = Refund(
                id: chance.id(at: now), payment: payment.id, amount: payment.amount - back,
                reason: .cancelled, created: now)
            try insert(refund)
            refunds.append(refund)
        }
        return refunds
    }
}
