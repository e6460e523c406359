// To cancel an order: before anything is paid the units are simply let go; afterwards, until the
// parcel leaves, every cent goes back, and so it does when it arrives too late or never. Sold units
// go to those who stand by while the round lives; to a sale that others were told is sold out they
// don't return.

package import Rules
import Storage

extension Shop {
    /// By its buyer or an operator. Throws `Refusal`: no such order, too late.
    @discardableResult
    package func cancelOrder(_ id: ID<Order>, by account: Account) async throws -> Order {
        let found = try await storage.read { try $0.order(id) }
        guard let found, found.account == account.id || account.isOperator else {
            throw Refusal.notFound
        }
        return try await cancel(id, by: account.id.text) { order, reader in
            guard order.state == .dispatched else { return false }
            // What is on its way can be called off by who waits for it longer than the law says.
            let limit = try reader.deadline(.delivery, of: id.text)
            return order.account == account.id && limit?.state == .missed
        }
    }

    /// The carrier has lost it: everything goes back. Throws `Refusal`: not an operator, not on its
    /// way.
    @discardableResult
    package func recordLoss(of id: ID<Order>, by account: Account) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        return try await cancel(id, by: "lost, \(account.id)") { order, _ in
            guard order.state == .dispatched else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            return true
        }
    }

    /// - Parameter givesUp: whether what is on its way is given up.
    func cancel(
        _ id: ID<Order>, by whom: String,
        givesUp: @escaping @Sendable (Order, Reader) throws -> Bool
    ) async throws -> Order {
        let now = clock.now()
        return try await storage.write { [chance] tx in
            guard let allotments = try tx.lockAllotments(of: id, at: now),
                var order = try tx.lock(id)
            else { throw Refusal.notFound }
            let payments = try tx.payments(of: id)
            guard payments.allSatisfy({ !$0.isInFlight }) else {
                throw Refusal.orderStateForbids(state: "paying")
            }
            try tx.abandon(payments, at: now)
            let isGivenUp = try givesUp(order, tx)
            if order.state == .placed || order.state == .paid {
                try tx.letGo(of: order, in: allotments, at: now, chance: chance)
            }
            // Nothing is given back for what can't be cancelled any more: `apply` throws.
            let refunds = try tx.refundsOfTheRest(of: payments, at: now, chance: chance)
            let first = refunds.first?.id
            let jobs = try order.apply(isGivenUp ? .giveUp(refund: first) : .cancel(refund: first))
            try tx.update(order)
            try tx.owe(jobs, at: now)
            for kind in [Deadline.Kind.dispatch, .consent, .delivery] {
                try tx.settle(kind, of: id.text, as: .over, at: now)
            }
            for refund in refunds where !jobs.contains(.refund(refund.id)) {
                try tx.owe(.refund(refund.id), at: now)
            }
            try tx.note("cancel", about: id.text, detail: whom, id: chance.id(at: now), at: now)
            return order
        }
    }
}

extension Transaction {
    /// The units of an order that is called off: unpaid ones are free from now on, sold ones go on
    /// where somebody still hopes for them.
    fileprivate func letGo(
        of order: Order, in allotments: [ID<Allotment>: Allotment], at now: Moment,
        chance: SharedChance
    ) throws {
        let held = try reservations(try lines(of: order.id).map(\.reservation))
            .filter { $0.reservation.state == .live || $0.reservation.state == .sold }
        for (id, held) in Dictionary(grouping: held, by: \.reservation.allotment) {
            guard var allotment = allotments[id], let round = try round(allotment.round) else {
                continue
            }
            let sold = held.filter { $0.reservation.state == .sold }
            var entries = try release(
                held.filter { $0.reservation.state == .live }, of: &allotment, as: .cancelled)
            if try isHopedFor(allotment, in: round, at: now) {
                entries += try giveBack(sold, to: &allotment)
            }
            guard !entries.isEmpty else { continue }
            entries += try passOn(&allotment, of: round, at: now, chance: chance)
            try update(allotment)
            try record(entries, in: id, at: now)
        }
    }

    /// Nobody was told yet that it is over, or those who stand by never gave up.
    private func isHopedFor(
        _ allotment: Allotment, in round: Round, at now: Moment
    ) throws -> Bool {
        guard round.refusesReservations(at: now) == nil else { return false }
        return try !allotment.isSoldOut || standbyCount(of: allotment.id) > 0
    }

    /// Takes sold units back into a locked allotment.
    private func giveBack(
        _ held: [TicketedReservation], to allotment: inout Allotment
    ) throws -> [PublicRecord.Entry] {
        try set(.cancelled, of: held.map(\.reservation.id))
        try takeBackUnits(of: held.map(\.reservation))
        allotment.sold -= held.reduce(0) { $0 + $1.reservation.quantity }
        return held.map { .init(.giveBack, $0.ticket, $0.reservation.numbers) }
    }

    /// Nobody shall agree to pay for what is called off: open pages are closed, held cards let go
    /// of.
    func abandon(_ payments: [Payment], at now: Moment) throws {
        for var payment in payments where [.offered, .declined].contains(payment.state) {
            try payment.apply(.abandon)
            try update(payment)
            try owe(.release(payment.id), at: now)
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
            let came = try taken(by: payment)
            guard back < came else { continue }
            let refund = Refund(
                id: chance.id(at: now), payment: payment.id, amount: came - back,
                reason: .cancelled, created: now)
            try insert(refund)
            refunds.append(refund)
        }
        return refunds
    }
}
