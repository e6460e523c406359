// To call off a part of an order: units that haven't left, or that were lost on the way, don't come
// any more, and what was paid for them goes back. The rest of the order goes on.

import Rules
import Storage

/// What doesn't come.
struct CalledOff {
    /// Units that haven't left.
    var units: [String: Int] = [:]
    /// On their way, lost or back at the warehouse.
    var parcels: [Parcel] = []

    var all: [String: Int] {
        parcels.flatMap(\.items).units.merging(units, uniquingKeysWith: +)
    }
}

extension Shop {
    /// Of a locked order, of which something stays. The units aren't offered again: the round of
    /// whoever sees a parcel leave is over.
    @discardableResult
    func callOff(
        _ off: CalledOff, of order: inout Order, by whom: String, in tx: Transaction,
        at now: Moment
    ) throws -> ID<Refund>? {
        let refund = try tx.refund(
            try worth(of: off, in: order, tx).total, of: order, reason: .calledOff, at: now,
            chance: chance)
        var after = try tx.fulfilment(of: order.id)
        for var parcel in off.parcels {
            try giveUp(&parcel, of: order, in: tx, at: now)
            after = after.with(parcel)
        }
        try tx.callOff(off.all, of: order.id)
        after = after.without(off.all)
        try tx.owe(try order.apply(.callOff(refund: refund, after)), at: now)
        try tx.update(order)
        if after.remaining.isEmpty {
            try tx.settle(.dispatch, of: order.id.text, as: .over, at: now)
            try tx.settle(.consent, of: order.id.text, as: .over, at: now)
        }
        let units = off.all.items.map { "\($0.quantity) \($0.product)" }
        try tx.note(
            "call off", about: order.id.text,
            detail: "\(units.joined(separator: ", ")), \(whom)", id: chance.id(at: now), at: now)
        try complete(&order, in: tx, at: now)
        return refund
    }

    /// A parcel of a locked order whose units don't come: nobody searches for it, nothing is
    /// guaranteed for them, and what was paid at the border may come back.
    func giveUp(
        _ parcel: inout Parcel, of order: Order, in tx: Transaction, at now: Moment
    ) throws {
        let isBack = parcel.state == .returned
        try parcel.apply(.giveUp)
        try tx.update(parcel)
        try tx.settle(.parcelSearch, of: parcel.id.text, as: .over, at: now)
        try tx.endWarranties(of: parcel.items.returned, from: order, at: now)
        try openRecoverables(
            for: parcel.items.returned, of: order, subject: parcel.id.text,
            worth: try worth(of: CalledOff(parcels: [parcel]), in: order, tx), haveLeft: isBack,
            in: tx, at: now)
    }

    /// Everything that was paid for them, freight and all: they never came.
    func worth(of off: CalledOff, in order: Order, _ reader: Reader) throws -> ReturnWorth {
        let quote = try reader.agreement(of: order.id).decodedQuote()
        return ReturnWorth(
            of: off.all.items.returned, after: try reader.unitsPaidBack(of: order.id),
            quote: quote, freight: .all)
    }
}

extension Reader {
    /// Units of each product that were paid back, or are to be: returned and checked, or called
    /// off.
    func unitsPaidBack(of order: ID<Order>) throws -> [String: Int] {
        try returnedUnits(of: order, isChecked: true)
            .merging(fulfilment(of: order).calledOff, uniquingKeysWith: +)
    }
}
