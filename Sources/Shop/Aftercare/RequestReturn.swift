// To ask to send goods back: within the days the market gives, for no reason at all.

package import Rules
import Storage

extension Shop {
    /// `method` is the way back, the cheapest without one. The same `key` gets the same return
    /// again. Throws `Refusal`: not the buyer's order, not delivered yet, too late, more than was
    /// bought, a way that isn't offered.
    package func requestReturn(
        of items: [Return.Item], from id: ID<Order>, reason: Return.Reason, method: String? = nil,
        by buyer: Account, key: String
    ) async throws -> Return {
        let now = clock.now()
        let asked = items.map { "\($0.product) \($0.quantity)" }.joined(separator: ",")
        let fingerprint = "\(id) \(asked) \(reason.rawValue) \(method ?? "")"
        return try await storage.write { [self] tx in
            if let deed = try tx.deed(of: buyer.id, under: key) {
                guard deed.route == "return", deed.fingerprint == fingerprint,
                    let made = ID<Return>(deed.subject), let goods = try tx.goodsReturn(made)
                else { throw Refusal.idempotencyKeyReused }
                return goods
            }
            guard let order = try tx.lock(id), order.account == buyer.id else {
                throw Refusal.notFound
            }
            let goods = try openReturn(
                of: items, from: order, reason: reason, method: method, declared: now, in: tx)
            try tx.remember(
                EarlierDeed(route: "return", fingerprint: fingerprint, subject: goods.id.text),
                of: buyer.id, under: key, at: now)
            return goods
        }
    }

    /// The return with its deadline, its letter and its line in the journal. The order is locked.
    ///
    /// - Parameter warranty: the passport under which the unit is paid back. Then the days to
    ///   change one's mind don't matter, and the claim's own letter says how.
    func openReturn(
        of items: [Return.Item], from order: Order, reason: Return.Reason, method: String?,
        declared: Moment, under warranty: Warranty? = nil, in tx: Transaction
    ) throws -> Return {
        let terms = try returnTerms(of: order, in: tx)
        let all = try tx.fulfilment(of: order.id)
        try order.allowReturn(
            of: items, reason: reason, units: reason.isOurFault ? all.arrived : all.sent,
            returned: try tx.returnedUnits(of: order.id),
            isOpen: warranty != nil || terms.windowEnds.map { declared < $0 } ?? true)
        let offers = WaysBack.offers(
            for: items, reason: reason, quote: terms.quote, from: Destination(terms.address),
            on: Day(order.placed), rules: rulebook.current)
        let goods = Return(
            id: chance.id(at: declared), number: "R-" + chance.orderNumber(), order: order.id,
            items: items, reason: reason,
            way: try WaysBack.way(
                by: method, of: offers, reason: reason, payer: terms.policy.returnPaidBy),
            requested: declared)
        try tx.insert(goods)
        let said = terms.time.day(at: declared)
        if goods.way == .kept {
            try tx.set(terms.refundDeadline(of: goods, shownOn: said, at: declared))
        } else {
            let last = ReturnPolicy.lastDayToSend(requestedOn: said)
            try tx.set(
                Deadline(
                    subject: goods.id.text, kind: .sendingBack, ends: terms.time.end(of: last),
                    day: last, anchor: .declared, anchored: declared,
                    rule: "\(order.market.code): \(last - said) days"))
        }
        if warranty == nil {
            try tx.owe(.letter(.returnInstructions, about: goods.id.text), at: declared)
        }
        let units = items.map { "\($0.product) \($0.quantity)" }.joined(separator: ", ")
        try tx.note(
            "request return", about: order.id.text, detail: "\(goods.number) \(units)",
            id: chance.id(at: declared), at: declared)
        return goods
    }
}
