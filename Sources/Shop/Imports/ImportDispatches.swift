// A row of a warehouse's list: this order left, with this carrier, under this number.

import Rules
import Storage

extension Shop {
    /// Throws `ImportTrouble`, and `Refusal` for what can't leave.
    func importDispatch(
        _ row: ImportTable.Row, in tx: Transaction, at now: Moment
    ) throws -> ImportedRow {
        let number = try row.text("order").uppercased()
        let today = Day(now, offset: rulebook.current.warehouse.offset)
        let shipment = Shipment(
            carrier: try row.text("carrier", most: 40),
            trackingNumber: try row.text("tracking_number", most: 40),
            day: try row.day("day") ?? today)
        guard let found = try tx.order(number: number), var order = try tx.lock(found.id) else {
            throw row.trouble("order", .unknown)
        }
        let parcels = try tx.parcels(of: order.id)
        let isKnown = parcels.contains {
            $0.shipment.carrier == shipment.carrier
                && $0.shipment.trackingNumber == shipment.trackingNumber
        }
        if isKnown { return .known }
        guard (Day(order.placed)...today).contains(shipment.day) else {
            throw row.trouble("day", .malformed)
        }
        // The same number on another order is a slip of the warehouse's.
        guard
            try tx.parcels(trackingNumber: shipment.trackingNumber)
                .allSatisfy({ $0.shipment.carrier != shipment.carrier })
        else { throw row.trouble("tracking_number", .ambiguous) }
        try shipment.check()
        let parcel = try send(&order, with: shipment, items: try items(row), in: tx, at: now)
        let units = parcel.items.map { "\($0.quantity) × \($0.product)" }
        return .changed(
            "\(order.number): \(shipment.carrier) \(shipment.trackingNumber), "
                + units.joined(separator: ", "))
    }

    /// `band:2 headphones:1`; nil for the next parcel of the plan.
    private func items(_ row: ImportTable.Row) throws(ImportTrouble) -> [ParcelPlan.Item]? {
        guard !row["items"].isEmpty else { return nil }
        return try row["items"].split(separator: " ").prefix(50).map { text throws(ImportTrouble) in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let units = Int(parts[1]), (1...1000).contains(units) else {
                throw row.trouble("items", .malformed)
            }
            return ParcelPlan.Item(product: String(parts[0]), quantity: units)
        }
    }
}
