// To report that a parcel doesn't come: from then on it is searched for, for so many days.

package import Rules
import Storage

extension Shop {
    /// By its buyer, once it is late, or an operator. Throws `Refusal`: no such parcel, not on its
    /// way, `parcelStillExpected`.
    @discardableResult
    package func reportMissing(_ id: ID<Parcel>, by account: Account) async throws -> Parcel {
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let found = try tx.parcel(id), let order = try tx.lock(found.order),
                order.account == account.id || account.isOperator,
                var parcel = try tx.parcel(id)
            else { throw Refusal.notFound }
            let expected = try tx.expected(parcel)
            if !account.isOperator, Day(now) <= expected {
                throw Refusal.parcelStillExpected(until: expected)
            }
            try search(&parcel, in: tx, by: account.id.text, at: now)
            return parcel
        }
    }

    /// Of a locked order.
    func search(_ parcel: inout Parcel, in tx: Transaction, by whom: String, at now: Moment) throws
    {
        try parcel.apply(.report)
        try tx.update(parcel)
        let warehouse = rulebook.current.warehouse
        let last = Day(now, offset: warehouse.offset) + searchDays
        try tx.set(
            Deadline(
                subject: parcel.id.text, kind: .parcelSearch, ends: warehouse.promiseEnds(last),
                day: last, anchor: .claimed, anchored: now, rule: "\(searchDays) days"))
        try tx.owe(.letter(.parcelMissing, about: parcel.id.text), at: now)
        try tx.note(
            "report missing", about: parcel.order.text,
            detail: "\(parcel.shipment.trackingNumber), \(whom)", id: chance.id(at: now), at: now)
    }
}

/// Carriers answer an inquiry within about ten days; then the store decides, found or not.
private let searchDays = 14

/// Where a freight was agreed without a table, as long as the law gives for a delivery.
private let longestTransit = 30

extension Reader {
    /// The last day on which a parcel is still as long on its way as the buyer was told.
    package func expected(_ parcel: Parcel) throws -> Day {
        let quote = try agreement(of: parcel.order).decodedQuote()
        return parcel.shipment.day + (quote.carriage?.mostDays ?? longestTransit)
    }
}
