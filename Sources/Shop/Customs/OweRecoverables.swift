// Units were paid back: what of their duty and tax the store may get back is written down, with the
// day until which it must be claimed.

import Rules
import Storage

extension Shop {
    /// Of a locked order.
    ///
    /// - Parameters:
    ///   - subject: the return or the parcel.
    ///   - worth: what its buyer gets back, but for the deduction.
    ///   - haveLeft: whether the goods are out of the buyer's country again.
    func openRecoverables(
        for items: [Return.Item], of order: Order, subject: String, worth: ReturnWorth,
        deduction: Money? = nil, haveLeft: Bool, in tx: Transaction, at now: Moment
    ) throws {
        let market = try rulebook.current.market(order.market)
        let quote = try tx.agreement(of: order.id).decodedQuote()
        let cases = try tx.customsCases(of: order.id).map { try $0.decoded() }
        let none = CustomsCase.Charges(zero: quote.currency)
        let back = PaidBack(
            worth: worth, deduction: deduction ?? .zero(quote.currency), haveLeft: haveLeft,
            quoted: cases.reduce(none) { $0 + $1.quoted },
            assessed: cases.reduce(none) { $0 + ($1.assessed ?? $1.quoted) })
        for (rule, amount) in market.recoverable(back, ofGoodsWorth: quote.goods) {
            let found = Recoverable(
                id: chance.id(at: now), order: order.id, market: order.market, subject: subject,
                items: items, charge: rule.charge, way: rule.way, amount: amount)
            try tx.insert(found)
            let (anchor, day) = try tx.anchor(of: rule, cases, order)
            try tx.set(market.lastDayToClaim(found, by: rule, from: anchor, on: day, at: now))
            try tx.note(
                "recoverable", about: order.id.text,
                detail: "\(found.id): \(rule.charge) \(amount), \(rule.way.rawValue)",
                id: chance.id(at: now), at: now)
        }
    }
}

extension Reader {
    /// The earliest day that may count: who claims by that isn't too late by any other.
    fileprivate func anchor(
        of rule: RecoveryRule, _ cases: [CustomsCase], _ order: Order
    ) throws -> (Deadline.Anchor, Day) {
        switch rule.countedFrom {
        case .sale: return (.placed, Day(order.placed))
        case .declaration:
            if let day = cases.compactMap(\.declaration?.day).min() {
                return (.declaredToCustoms, day)
            }
            let left = try parcels(of: order.id).map(\.shipment.day).min()
            return (.dispatched, left ?? Day(order.placed))
        }
    }
}

extension CustomsCase.Charges {
    fileprivate init(zero currency: Currency) {
        self.init(duty: .zero(currency), tax: .zero(currency), fees: .zero(currency))
    }

    fileprivate static func + (left: Self, right: Self) -> Self {
        Self(duty: left.duty + right.duty, tax: left.tax + right.tax, fees: left.fees + right.fees)
    }
}
