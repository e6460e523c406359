// To dispatch: a paid order leaves the warehouse with a carrier, under a number; all at once, or
// parcel by parcel.

package import Rules
import Storage

extension Shop {
    /// Without `items`, what goes into the next parcel of the order's plan leaves. Throws
    /// `Refusal`: not an operator, no such order, not paid or gone already, fields, what may not
    /// travel in one parcel.
    @discardableResult
    package func dispatch(
        _ id: ID<Order>, carrier: String, trackingNumber: String,
        items: [ParcelPlan.Item]? = nil, by account: Account
    ) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        let day = Day(now, offset: rulebook.current.warehouse.offset)
        let shipment = Shipment(carrier: carrier, trackingNumber: trackingNumber, day: day)
        try shipment.check()
        return try await storage.write { [self] tx in
            guard var order = try tx.lock(id) else { throw Refusal.notFound }
            try send(&order, with: shipment, items: items, in: tx, at: now)
            return order
        }
    }

    /// A parcel of a locked order leaves.
    @discardableResult
    func send(
        _ order: inout Order, with shipment: Shipment, items: [ParcelPlan.Item]?,
        in tx: Transaction, at now: Moment
    ) throws -> Parcel {
        let before = try tx.fulfilment(of: order.id)
        let agreement = try tx.agreement(of: order.id)
        let quote = try agreement.decodedQuote()
        let items = try packed(items, of: order, before, quote, leavingOn: shipment.day)
        let parcel = Parcel(
            id: chance.id(at: now), order: order.id, number: before.parcels.count + 1,
            items: items, shipment: shipment)
        let after = before.with(parcel)
        try tx.owe(try order.apply(.dispatch(parcel, after)), at: now)
        try tx.insert(parcel)
        try tx.update(order)
        try openCase(of: parcel, to: order.market, quote, after: before.sent, in: tx, at: now)
        if after.remaining.isEmpty {
            try tx.settle(.dispatch, of: order.id.text, as: .met, at: now)
            try tx.settle(.consent, of: order.id.text, as: .over, at: now)
        }
        let contents = items.map { "\($0.quantity) \($0.product)" }.joined(separator: ", ")
        try tx.note(
            "dispatch", about: order.id.text,
            detail: "\(shipment.carrier) \(shipment.trackingNumber): \(contents)",
            id: chance.id(at: now), at: now)
        return parcel
    }

    /// Throws `input` for units that aren't there to be sent, `tooMuchForOneParcel`.
    func packed(
        _ wanted: [ParcelPlan.Item]?, of order: Order, _ before: Fulfilment, _ quote: Quote,
        leavingOn day: Day
    ) throws -> [ParcelPlan.Item] {
        // What can't leave at all is refused by the order itself, which knows why.
        guard order.state.isDue else { return [] }
        guard let wanted else {
            return before.due(by: quote.carriage?.parcels ?? []).first ?? []
        }
        let units = wanted.units
        guard !units.isEmpty else { throw Refusal.input([Fault(.quantity, .missing)]) }
        for (product, count) in units {
            guard let most = before.remaining[product] else {
                throw Refusal.input([Fault(.product, .notOffered)])
            }
            guard (1...most).contains(count) else {
                throw Refusal.input([Fault(.quantity, .outOfRange(least: 1, most: most))])
            }
        }
        let parcels = parcelsNeeded(for: units, by: quote, on: day)
        guard parcels <= 1 else { throw Refusal.tooMuchForOneParcel(parcels: parcels) }
        return units.items
    }

    /// By the rules of the day on which they leave. Where those know no answer, whoever packs does.
    private func parcelsNeeded(for units: [String: Int], by quote: Quote, on day: Day) -> Int {
        let rules = rulebook.current
        let lines = units.items.compactMap { item in
            rules.wares[item.product].map {
                Basket.Line($0, quantity: item.quantity, unitPrice: .zero(quote.currency))
            }
        }
        guard let method = quote.carriage?.method else { return 1 }
        return ParcelPlan.count(of: lines, by: method, on: day, rules: rules) ?? 1
    }
}

extension Shipment {
    /// Throws `input` with every fault at once.
    func check() throws(Refusal) {
        let faults =
            Fault.text(carrier, in: .carrier, most: 40)
            + Fault.text(trackingNumber, in: .trackingNumber, most: 40)
        guard faults.isEmpty else { throw .input(faults) }
    }
}
