// To report that a parcel doesn't come, or never came whatever its carrier says: from then on it is
// searched for, for so many days.

package import Rules
import Storage

extension Shop {
    /// By its buyer, once it is late or was said to have been delivered, or an operator. Throws
    /// `Refusal`: no such parcel, not on its way, `parcelStillExpected`, `reportClosed`,
    /// `parcelInUse`.
    @discardableResult
    package func reportMissing(_ id: ID<Parcel>, by account: Account) async throws -> Parcel {
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard let found = try tx.parcel(id), var order = try tx.lock(found.order),
                order.account == account.id || account.isOperator,
                var parcel = try tx.parcel(id)
            else { throw Refusal.notFound }
            let report = MissingReport(
                of: parcel, expected: try tx.expected(parcel),
                closes: try lastDayToReport(parcel, of: order, in: tx, at: now),
                isInUse: try tx.isInUse(parcel, of: order))
            try report.allow(isOperator: account.isOperator, at: now)
            try search(&parcel, of: &order, in: tx, by: account.id.text, at: now)
            return parcel
        }
    }

    /// Of a locked order.
    private func search(
        _ parcel: inout Parcel, of order: inout Order, in tx: Transaction, by whom: String,
        at now: Moment
    ) throws {
        try parcel.apply(.report)
        try tx.update(parcel)
        if parcel.isDisputed { try dispute(parcel, of: &order, in: tx, at: now) }
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

    /// Its order isn't delivered any more, and its carrier is asked for news again.
    private func dispute(
        _ parcel: Parcel, of order: inout Order, in tx: Transaction, at now: Moment
    ) throws {
        try tx.owe(try order.apply(.dispute(try tx.fulfilment(of: order.id))), at: now)
        try tx.update(order)
        try tx.settle(.missingReport, of: parcel.id.text, as: .met, at: now)
        try tx.settle(.returnWindow, of: order.id.text, as: .over, at: now)
        try tx.owe(.follow(parcel.id), at: now)
    }

    /// Until when it can be said that a parcel isn't there that was delivered; kept since then, but
    /// for those of earlier versions.
    func lastDayToReport(
        _ parcel: Parcel, of order: Order, in reader: Reader, at now: Moment
    ) throws -> Deadline {
        let kept = try reader.deadline(.missingReport, of: parcel.id.text)
        if let kept, kept.state == .open { return kept }
        let time = try returnTerms(of: order, in: reader).time
        return try rulebook.current.market(order.market).lastDayToReport(
            parcel, deliveredOn: parcel.delivered ?? Day(now), time: time, at: now)
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

    /// Whether more units are on their way back, claimed or handed on than other parcels brought.
    fileprivate func isInUse(_ parcel: Parcel, of order: Order) throws -> Bool {
        let returned = try returnedUnits(of: order.id)
        let passports = try warranties(of: order.id)
        let others = try fulfilment(of: order.id).parcels
            .filter { $0.state == .delivered && $0.id != parcel.id }.flatMap(\.items).units
        return try parcel.items.contains { item in
            let used = try passports.filter { passport in
                try passport.product == item.product
                    && (passport.holder != order.account || !claims(of: passport.id).isEmpty)
            }
            return max(returned[item.product] ?? 0, used.count) > others[item.product] ?? 0
        }
    }
}
