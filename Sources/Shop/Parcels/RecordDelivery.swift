// To record a delivery. When the last parcel of an order is there, the buyer's days to change their
// mind are counted from that day, and those of every guarantee.

package import Rules
import Storage

extension Shop {
    /// `day` is a date in the buyer's market; without a `parcel`, all that are on their way
    /// arrived. Throws `Refusal`: not an operator, no such order, not on its way, a day before the
    /// dispatch or after today.
    @discardableResult
    package func recordDelivery(
        of id: ID<Order>, parcel wanted: ID<Parcel>? = nil, on day: Day, by account: Account
    ) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        return try await storage.write { [self] tx in
            guard var order = try tx.lock(id) else { throw Refusal.notFound }
            let parcels = try tx.parcels(of: id)
            let arriving = parcels.filter { wanted == nil ? $0.isUnderWay : $0.id == wanted }
            if wanted != nil, arriving.isEmpty { throw Refusal.notFound }
            guard !arriving.isEmpty else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            for parcel in arriving { try arrive(parcel, of: &order, on: day, in: tx, at: now) }
            return order
        }
    }

    /// A parcel of a locked order was received.
    ///
    /// - Parameter finding: where it was, after its buyer had said that it never came.
    func arrive(
        _ parcel: Parcel, of order: inout Order, on day: Day, finding: String? = nil,
        in tx: Transaction, at now: Moment
    ) throws {
        // It left on a Chinese date and arrives on a western one, which may be earlier by a day;
        // tomorrow has begun somewhere.
        guard ((parcel.shipment.day - 1)...(Day(now) + 1)).contains(day) else {
            throw Refusal.input([Fault(.day, .notOffered)])
        }
        var parcel = parcel
        try parcel.apply(.deliver(day, finding: finding))
        try tx.update(parcel)
        try tx.set(try lastDayToReport(parcel, of: order, in: tx, at: now))
        try tx.settle(.parcelSearch, of: parcel.id.text, as: .over, at: now)
        try tx.note(
            "deliver", about: order.id.text,
            detail: "\(day) \(parcel.shipment.carrier) \(parcel.shipment.trackingNumber)",
            id: chance.id(at: now), at: now)
        try complete(&order, in: tx, at: now)
    }

    /// When nothing is left to come, every clock that waited for it begins, at the last arrival.
    func complete(_ order: inout Order, in tx: Transaction, at now: Moment) throws {
        let fulfilment = try tx.fulfilment(of: order.id)
        guard order.state == .dispatched, let day = fulfilment.completed else { return }
        let terms = try returnTerms(of: order, in: tx)
        var window = terms.window(deliveredOn: day, at: now, of: order)
        // Of what was said to have come later before, nobody is told a shorter time.
        if let told = try tx.deadline(.returnWindow, of: order.id.text), told.day > window.day {
            window = told.reopened
        }
        try tx.owe(try order.apply(.deliver(day, lastReturnDay: window.day)), at: now)
        try tx.update(order)
        try tx.set(window)
        try beginWarranties(
            for: fulfilment.arrived, of: order, deliveredOn: day, time: terms.time, in: tx, at: now)
        try tx.settle(.delivery, of: order.id.text, as: .met, at: now)
    }
}
