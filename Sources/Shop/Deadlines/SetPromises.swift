// What the store owes by when, once an order is paid: kept as dates from that moment on.

import Rules
import Storage

extension Shop {
    func setPromises(of order: Order, in tx: Transaction, at now: Moment) throws {
        let rules = rulebook.current
        let warehouse = rules.warehouse
        try tx.set(
            Deadline(
                subject: order.id.text, kind: .dispatch, ends: warehouse.promiseEnds(order.promise),
                day: order.promise, anchor: .placed, anchored: order.placed,
                rule: "\(warehouse.code): \(warehouse.dispatchDays) working days"))
        let market = try rules.market(order.market)
        guard let days = market.deliveryDays else { return }
        let address = try tx.agreement(of: order.id).decodedAddress()
        let time = market.localTime(at: address.subdivision)
        let last = time.day(at: order.placed) + days
        try tx.set(
            Deadline(
                subject: order.id.text, kind: .delivery, ends: time.end(of: last), day: last,
                anchor: .placed, anchored: order.placed,
                rule: "\(order.market.code): \(days) days"))
    }
}
