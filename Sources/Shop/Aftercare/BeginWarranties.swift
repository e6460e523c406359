// What was delivered is guaranteed from that day: each unit gets a passport, with the dates of what
// the law and the maker give.

import Rules
import Storage

extension Shop {
    /// Passports for as many units of each product as have arrived by now; those that have one
    /// keep it, with its dates counted from the later day. The order is locked.
    ///
    /// - Parameter time: the buyer's clock.
    func beginWarranties(
        for arrived: [String: Int], of order: Order, deliveredOn day: Day, time: LocalTime,
        in tx: Transaction, at now: Moment
    ) throws {
        let rules = rulebook.current
        let market = try rules.market(order.market)
        let known = Dictionary(grouping: try tx.warranties(of: order.id), by: \.product)
        for (product, units) in arrived.sorted(by: { $0.key < $1.key }) {
            // A product that left the rules meanwhile was sold as what nearly everything is.
            let part = rules.wares[product]?.part ?? .mainHardware
            let first = (known[product]?.count ?? 0) + 1
            guard first <= units else { continue }
            for unit in first...units {
                let warranty = Warranty(
                    id: chance.id(at: now), number: "W-" + chance.orderNumber(), order: order.id,
                    product: product, unit: unit, part: part, holder: order.account,
                    market: order.market, delivered: day)
                try tx.insert(warranty)
                for guarantee in market.guarantees(on: Day(order.placed), for: part) {
                    try tx.set(warranty.term(of: guarantee, time: time, at: now))
                }
            }
        }
        for warranty in known.values.joined() where warranty.ended == nil {
            try tx.postpone(warranty, to: day, of: order, market, time: time, at: now)
        }
    }
}

extension Warranty {
    fileprivate func term(of guarantee: Guarantee, time: LocalTime, at now: Moment) -> Deadline {
        let last = guarantee.lastDay(deliveredOn: delivered)
        return Deadline(
            subject: id.text,
            kind: guarantee.grantor == .law ? .legalGuarantee : .makersWarranty,
            ends: time.end(of: last), day: last, anchor: .delivered, anchored: now,
            rule: "\(market.code): \(guarantee.months) months")
    }
}

extension Transaction {
    /// What was said to have been delivered came later. A time that a repair has prolonged beyond
    /// that stays.
    fileprivate func postpone(
        _ warranty: Warranty, to day: Day, of order: Order, _ market: Market, time: LocalTime,
        at now: Moment
    ) throws {
        guard day > warranty.delivered else { return }
        var warranty = warranty
        warranty.delivered = day
        try update(warranty)
        for guarantee in market.guarantees(on: Day(order.placed), for: warranty.part) {
            let term = warranty.term(of: guarantee, time: time, at: now)
            let kept = try deadline(term.kind, of: warranty.id.text)
            if kept.map({ $0.day < term.day }) ?? true { try set(term) }
        }
    }

    /// Units that were given back for their money: nothing is guaranteed for them any more. A claim
    /// says which it was.
    func endWarranties(of goods: Return, from order: Order, at now: Moment) throws {
        if let claim = try claim(of: goods.id) { return try end(claim.warranty, at: now) }
        try endWarranties(of: goods.items, from: order, at: now)
    }

    /// What its buyer still holds goes before what was handed on.
    func endWarranties(of items: [Return.Item], from order: Order, at now: Moment) throws {
        let live = try warranties(of: order.id).filter { $0.ended == nil }
        for item in items {
            let units = live.filter { $0.product == item.product }
            let held = units.filter { $0.holder == order.account }
            let handedOn = units.filter { $0.holder != order.account }
            for warranty in (held + handedOn).prefix(item.quantity) {
                try end(warranty.id, at: now)
            }
        }
    }

    private func end(_ id: ID<Warranty>, at now: Moment) throws {
        guard var warranty = try lock(id), warranty.ended == nil else { return }
        warranty.ended = now
        try update(warranty)
        try forgetWarrantyCode(of: id)
        for kind in [Deadline.Kind.legalGuarantee, .makersWarranty] {
            try settle(kind, of: id.text, as: .over, at: now)
        }
    }
}
