// To dispatch: a paid order leaves the warehouse with a carrier, under a number.

package import Rules
import Storage

extension Shop {
    /// Throws `Refusal`: not an operator, no such order, not paid or gone already, fields.
    @discardableResult
    package func dispatch(
        _ id: ID<Order>, carrier: String, trackingNumber: String, by account: Account
    ) async throws -> Order {
        guard account.isOperator else { throw Refusal.notAllowed }
        let faults =
            Fault.text(carrier, in: .carrier, most: 40)
            + Fault.text(trackingNumber, in: .trackingNumber, most: 40)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        let now = clock.now()
        let day = Day(now, offset: rulebook.current.warehouse.offset)
        let shipment = Shipment(carrier: carrier, trackingNumber: trackingNumber, day: day)
        return try await storage.write { [self] tx in
            guard var order = try tx.lock(id) else { throw Refusal.notFound }
            try tx.owe(try order.apply(.dispatch(shipment)), at: now)
            try tx.update(order)
            try openCase(of: order, in: tx, at: now)
            try tx.settle(.dispatch, of: id.text, as: .met, at: now)
            try tx.settle(.consent, of: id.text, as: .over, at: now)
            try tx.note(
                "dispatch", about: id.text, detail: "\(carrier) \(trackingNumber)",
                id: chance.id(at: now), at: now)
            return order
        }
    }
}
