// Parcels and what is in them, and the units of an order that don't come any more.

package import Rules

extension Parcel {
    init(_ row: Row, items: [ParcelPlan.Item]) throws {
        self.init(
            id: try row.get("id"), order: try row.get("of_order"), number: try row.get("number"),
            items: items,
            shipment: Shipment(
                carrier: try row.get("carrier"), trackingNumber: try row.get("tracking_number"),
                day: try row.get("dispatched")),
            state: try row.get("state"), delivered: try row.get("delivered"),
            finding: try row.get("finding"))
    }
}

extension Reader {
    package func parcel(_ id: ID<Parcel>) throws -> Parcel? {
        try parcels(from: all("select * from parcels where id = \(id)")).first
    }

    /// In the order in which they left.
    package func parcels(of order: ID<Order>) throws -> [Parcel] {
        try parcels(
            from: all("select * from parcels where of_order = \(order) order by number limit 100"))
    }

    /// Several may have it: two carriers don't ask each other for their numbers.
    package func parcels(trackingNumber: String, limit: Int = 10) throws -> [Parcel] {
        try parcels(
            from: all(
                """
                select * from parcels where tracking_number = \(trackingNumber)
                order by id limit \(limit)
                """))
    }

    /// Oldest first.
    package func parcels(in state: Parcel.State, limit: Int) throws -> [Parcel] {
        try parcels(
            from: all("select * from parcels where state = \(state) order by id limit \(limit)"))
    }

    package func fulfilment(of order: ID<Order>) throws -> Fulfilment {
        let bought = try lines(of: order).reduce(into: [String: Int]()) {
            $0[$1.product, default: 0] += $1.quantity
        }
        let off = try all("select product, quantity from called_off where of_order = \(order)")
        return Fulfilment(
            bought: bought,
            calledOff: try off.reduce(into: [:]) {
                $0[try $1.get("product")] = try $1.get("quantity")
            }, parcels: try parcels(of: order))
    }

    private func parcels(from rows: [Row]) throws -> [Parcel] {
        let ids = try rows.map { row -> String in try row.get("id") }
        let items = try all(
            "select * from parcel_items where of_parcel in \(list: ids) order by product")
        var itemsOf: [String: [ParcelPlan.Item]] = [:]
        for item in items {
            itemsOf[try item.get("of_parcel"), default: []].append(
                ParcelPlan.Item(
                    product: try item.get("product"), quantity: try item.get("quantity")))
        }
        return try zip(rows, ids).map { try Parcel($0, items: itemsOf[$1] ?? []) }
    }
}

extension Transaction {
    /// Lock its order before.
    package func insert(_ parcel: Parcel) throws {
        try run(
            """
            insert into parcels (id, of_order, number, carrier, tracking_number, dispatched, state)
            values (\(parcel.id), \(parcel.order), \(parcel.number), \(parcel.shipment.carrier),
                    \(parcel.shipment.trackingNumber), \(parcel.shipment.day), \(parcel.state))
            """)
        try insert(
            into: "parcel_items", ["of_parcel", "product", "quantity"],
            rows: parcel.items.map { [parcel.id, $0.product, $0.quantity] })
    }

    package func update(_ parcel: Parcel) throws {
        try run(
            """
            update parcels
            set state = \(parcel.state), delivered = \(parcel.delivered),
                finding = \(parcel.finding)
            where id = \(parcel.id)
            """)
    }

    /// Units of an order that don't come, besides those that didn't come before.
    package func callOff(_ units: [String: Int], of order: ID<Order>) throws {
        for item in units.items {
            try run(
                """
                insert into called_off (of_order, product, quantity)
                values (\(order), \(item.product), \(item.quantity))
                on conflict (of_order, product) do update
                set quantity = called_off.quantity + excluded.quantity
                """)
        }
    }
}
