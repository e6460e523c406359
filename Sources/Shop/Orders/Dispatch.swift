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
        return try await change(id, by: "dispatch", detail: "\(carrier) \(trackingNumber)", at: now)
        {
            order throws(Refusal) in
            try order.apply(
                .dispatch(
                    Shipment(carrier: carrier, trackingNumber: trackingNumber, day: day)))
        }
    }

    /// One event in the life of an order: under its lock, with its journal line and its jobs.
    func change(
        _ id: ID<Order>, by event: String, detail: String = "", at now: Moment,
        _ apply: @escaping @Sendable (inout Order) throws(Refusal) -> [Job]
    ) async throws -> Order {
        try await storage.write { [chance] tx in
            guard var order = try tx.lock(id) else { throw Refusal.notFound }
            let jobs = try apply(&order)
            try tx.update(order)
            try tx.owe(jobs, at: now)
            try tx.note(event, about: id.text, detail: detail, id: chance.id(at: now), at: now)
            return order
        }
    }
}
