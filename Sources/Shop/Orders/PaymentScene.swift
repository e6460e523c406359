// Everything a payment touches, locked in the one order that every verb keeps: allotments by their
// ids, then the order, then the payment.

import Rules
import Storage

struct PaymentScene {
    let order: Order
    let payment: Payment
    let lines: [OrderLine]
    let reservations: [TicketedReservation]
    /// By id, as locked.
    let allotments: [ID<Allotment>: Allotment]
}

extension Transaction {
    /// Nil when there is no such payment.
    func lockScene(of id: ID<Payment>, at now: Moment) throws -> PaymentScene? {
        guard let found = try payment(id) else { return nil }
        guard let allotments = try lockAllotments(of: found.order, at: now),
            let order = try lock(found.order), let payment = try lock(id)
        else { return nil }
        let lines = try lines(of: order.id)
        return PaymentScene(
            order: order, payment: payment, lines: lines,
            reservations: try reservations(lines.map(\.reservation)), allotments: allotments)
    }

    /// The allotments that an order's units are of, locked before the order. Late money may put
    /// other reservations into an order, but never of other allotments. Nil when one is missing.
    func lockAllotments(
        of order: ID<Order>, at now: Moment
    ) throws -> [ID<Allotment>: Allotment]? {
        let held = try reservations(try lines(of: order).map(\.reservation))
        let rounds = Set(
            try held.compactMap { try allotment($0.reservation.allotment)?.round })
        for id in rounds {
            if let round = try round(id) { try lockSaleWhereRoundsOverlap(round, at: now) }
        }
        var allotments: [ID<Allotment>: Allotment] = [:]
        for id in Set(held.map(\.reservation.allotment)).sorted() {
            guard let allotment = try lock(id) else { return nil }
            allotments[id] = allotment
        }
        return allotments
    }

    /// Units in hand become units sold.
    func sell(_ scene: PaymentScene, at now: Moment, chance: SharedChance) throws {
        try set(.sold, of: scene.reservations.map(\.reservation.id))
        for (id, held) in Dictionary(grouping: scene.reservations, by: \.reservation.allotment) {
            var allotment = try lock(id)!
            let quantity = held.reduce(0) { $0 + $1.reservation.quantity }
            allotment.reserved -= quantity
            allotment.sold += quantity
            try update(allotment)
            try record(
                held.map { .init(.sell, $0.ticket, $0.reservation.numbers) }, in: id, at: now)
        }
        var order = scene.order
        try owe(try order.apply(.pay), at: now)
        try update(order)
        try note("pay", about: order.id.text, id: chance.id(at: now), at: now)
    }

    /// Late money: the same quantities are held again if as many are free, and put into the order.
    /// Changes nothing when they aren't.
    func reserveAnew(_ scene: PaymentScene, at now: Moment, chance: SharedChance) throws -> Bool {
        let gone = scene.reservations.filter {
            $0.reservation.state == .lapsed || $0.reservation.state == .cancelled
        }
        let kept = scene.reservations.map(\.reservation).filter {
            $0.state == .live || $0.state == .paying
        }
        guard gone.count + kept.count == scene.reservations.count else { return false }
        // What is left of a lapsed order may have gone into the next one.
        for held in kept {
            if let open = try openOrder(holding: held.id), open.id != scene.order.id {
                return false
            }
        }
        let wanted = Dictionary(grouping: gone, by: \.reservation.allotment)
        for (id, held) in wanted {
            let quantity = held.reduce(0) { $0 + $1.reservation.quantity }
            guard let allotment = scene.allotments[id], allotment.free >= quantity,
                try mayHoldAgain(held, of: allotment, quantity: quantity)
            else { return false }
        }
        for (id, held) in wanted {
            try hold(held, in: scene.allotments[id]!, for: scene.order, at: now, chance: chance)
        }
        try set(.paying, of: kept.map(\.id))
        return true
    }

    private func mayHoldAgain(
        _ held: [TicketedReservation], of allotment: Allotment, quantity: Int
    ) throws -> Bool {
        let first = held[0].reservation
        guard let round = try round(allotment.round), let buyer = try account(first.buyer),
            let offer = try offer(of: allotment.product, in: buyer.market, sale: round.sale)
        else { return false }
        let mine = try self.held(by: [first.buyer], of: allotment.product, in: round.sale)
        guard mine[first.buyer, default: 0] + quantity <= offer.limit else { return false }
        guard let household = first.household else { return true }
        let ours = try self.held(by: [household], of: allotment.product, in: round.sale)
        return ours[household, default: 0] + quantity <= offer.limit
    }

    private func hold(
        _ lapsed: [TicketedReservation], in locked: Allotment, for order: Order, at now: Moment,
        chance: SharedChance
    ) throws {
        var allotment = locked
        guard let round = try round(allotment.round) else { return }
        let time = round.clock.saleTime(at: now)
        let firstNew = allotment.nextNumber
        let quantity = lapsed.reduce(0) { $0 + $1.reservation.quantity }
        var numbers = try freeNumbers(of: allotment, count: quantity)[...]
        var entries: [PublicRecord.Entry] = []
        for old in lapsed {
            let id: ID<Reservation> = chance.id(at: now)
            let mine = Array(numbers.prefix(old.reservation.quantity))
            numbers = numbers.dropFirst(mine.count)
            let anew = Reservation(
                id: id, allotment: allotment.id, buyer: old.reservation.buyer,
                household: old.reservation.household, numbers: mine, state: .paying,
                expires: time, key: "late \(id)")
            try insert(
                [(anew, anew.quantity, old.ticket)], sale: round.sale, product: allotment.product,
                at: now)
            try give(mine.map { ($0, id) }, of: allotment.id, firstNew: firstNew)
            try replace(old.reservation.id, with: id, in: order.id)
            entries.append(.init(.regain, old.ticket, mine, expires: time))
            allotment.nextNumber = max(allotment.nextNumber, (mine.max() ?? 0) + 1)
        }
        allotment.reserved += quantity
        try update(allotment)
        try record(entries, in: allotment.id, at: now)
    }

    /// The units are gone: every cent goes back, and the order is over.
    func giveBackLateMoney(
        _ order: Order, _ payment: Payment, at now: Moment, chance: SharedChance
    ) throws {
        try giveBack(payment.amount, of: payment, because: .late, at: now, chance: chance)
        guard order.state == .placed else { return }
        var order = order
        try owe(try order.apply(.lapse), at: now)
        try update(order)
    }

    func giveBack(
        _ amount: Money, of payment: Payment, because reason: Refund.Reason, at now: Moment,
        chance: SharedChance
    ) throws {
        let refund = Refund(
            id: chance.id(at: now), payment: payment.id, amount: amount, reason: reason,
            created: now)
        try insert(refund)
        try owe(.refund(refund.id), at: now)
        try note(
            "refund: \(reason.rawValue)", about: payment.order.text, detail: refund.id.text,
            id: chance.id(at: now), at: now)
    }
}
