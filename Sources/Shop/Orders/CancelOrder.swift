// To cancel an order: before anything is paid the units are simply let go; afterwards, until they
// leave, every cent goes back, and so it does when they arrive too late or never. Of an order that
// left in part, the rest can be cancelled. Sold units go to those who stand by while the round
// lives; to a sale that others were told is sold out they don't return.

package import Rules
import Storage

extension Shop {
    /// By its buyer or an operator: what has left stays, unless it is later than the law allows.
    /// Throws `Refusal`: no such order, too late.
    @discardableResult
    package func cancelOrder(_ id: ID<Order>, by account: Account) async throws -> Order {
        let found = try await storage.read { try $0.order(id) }
        guard let found, found.account == account.id || account.isOperator else {
            throw Refusal.notFound
        }
        return try await cancel(id, by: account.id.text) { order, all, reader in
            var off = CalledOff(units: order.state == .partlyDispatched ? all.remaining : [:])
            // What is on its way can be called off by who waits for it longer than the law says.
            if order.state.isOnTheWay, order.account == account.id,
                try reader.deadline(.delivery, of: id.text)?.state == .missed
            {
                off.parcels = all.refusable
            }
            return off
        }
    }

    /// The carrier has lost all that is on its way: it is paid back. Throws `Refusal`: not an
    /// operator, nothing on its way.
    @discardableResult
    package func recordLoss(of id: ID<Order>, by account: Account) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        return try await cancel(id, by: "lost, \(account.id)") { order, all, _ in
            let lost = all.parcels.filter(\.isUnderWay)
            guard order.state.isOnTheWay, !lost.isEmpty else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            return CalledOff(parcels: lost)
        }
    }

    /// - Parameter choosing: what doesn't come of an order that has left in part or in whole.
    func cancel(
        _ id: ID<Order>, by whom: String,
        choosing: @escaping @Sendable (Order, Fulfilment, Reader) throws -> CalledOff
    ) async throws -> Order {
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let allotments = try tx.lockAllotments(of: id, at: now),
                var order = try tx.lock(id)
            else { throw Refusal.notFound }
            let off = try choosing(order, try tx.fulfilment(of: id), tx)
            try giveUp(off, of: &order, allotments, by: whom, in: tx, at: now)
            return order
        }
    }

    /// Of a locked order: a part of it, where another part stays; all of it otherwise.
    func giveUp(
        _ off: CalledOff, of order: inout Order, _ allotments: [ID<Allotment>: Allotment],
        by whom: String, in tx: Transaction, at now: Moment
    ) throws {
        let all = try tx.fulfilment(of: order.id)
        let stays = all.without(off.units).parcels.contains { parcel in
            parcel.counts && !off.parcels.contains { $0.id == parcel.id }
        }
        let leaves = all.without(off.units).remaining
        if order.state.isOnTheWay, stays || !leaves.isEmpty {
            guard !off.all.isEmpty else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            try callOff(off, of: &order, by: whom, in: tx, at: now)
            if !off.units.isEmpty {
                try tx.owe(.letter(.restCancelled, about: order.id.text), at: now)
            }
            return
        }
        try cancelAll(of: &order, givingUp: off.parcels, allotments, by: whom, in: tx, at: now)
    }

    private func cancelAll(
        of order: inout Order, givingUp parcels: [Parcel],
        _ allotments: [ID<Allotment>: Allotment], by whom: String, in tx: Transaction,
        at now: Moment
    ) throws {
        let id = order.id
        let payments = try tx.payments(of: id)
        guard payments.allSatisfy({ !$0.isInFlight }) else {
            throw Refusal.orderStateForbids(state: "paying")
        }
        try tx.abandon(payments, at: now)
        if order.state == .placed || order.state == .paid {
            try tx.letGo(of: order, in: allotments, at: now, chance: chance)
        }
        for var parcel in parcels {
            try giveUp(&parcel, of: order, in: tx, at: now)
        }
        // Nothing is given back for what can't be cancelled any more: `apply` throws.
        let refunds = try tx.refundsOfTheRest(of: payments, at: now, chance: chance)
        let first = refunds.first?.id
        let jobs = try order.apply(
            order.state.isOnTheWay && !parcels.isEmpty
                ? .giveUp(refund: first) : .cancel(refund: first))
        try tx.update(order)
        try tx.owe(jobs, at: now)
        for kind in [Deadline.Kind.dispatch, .consent, .delivery] {
            try tx.settle(kind, of: id.text, as: .over, at: now)
        }
        for refund in refunds where !jobs.contains(.refund(refund.id)) {
            try tx.owe(.refund(refund.id), at: now)
        }
        try tx.note("cancel", about: id.text, detail: whom, id: chance.id(at: now), at: now)
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
