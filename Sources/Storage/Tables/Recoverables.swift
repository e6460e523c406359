// Duty and tax that may be got back for what was paid back.

package import Rules

extension Recoverable {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        var claim: Claim?
        if let day: Day = try row.get("claimed") {
            claim = Claim(day: day, reference: try row.get("reference"))
        }
        var receipt: Receipt?
        if let day: Day = try row.get("received") {
            receipt = Receipt(day: day, amount: Money(try row.get("received_amount"), currency))
        }
        self.init(
            id: try row.get("id"), order: try row.get("of_order"), market: try row.get("market"),
            subject: try row.get("subject"), items: Self.items(in: try row.get("items")),
            charge: try row.get("charge"), way: try row.get("way"),
            amount: Money(try row.get("amount"), currency), state: try row.get("state"),
            claim: claim, receipt: receipt)
    }

    private static func items(in text: String) -> [Return.Item] {
        text.split(separator: " ").compactMap { item in
            let parts = item.split(separator: ":")
            guard parts.count == 2, let quantity = Int(parts[1]) else { return nil }
            return Return.Item(String(parts[0]), quantity)
        }
    }

    /// `band:2 headphones:1`, as a warehouse's table has them.
    package var written: String {
        items.map { "\($0.product):\($0.quantity)" }.joined(separator: " ")
    }
}

extension Reader {
    package func recoverable(_ id: ID<Recoverable>) throws -> Recoverable? {
        try first("select * from recoverables where id = \(id)").map(Recoverable.init)
    }

    /// Oldest first.
    package func recoverables(
        in states: [Recoverable.State], limit: Int
    ) throws -> [Recoverable] {
        try all(
            """
            select * from recoverables where state in \(list: states) order by id limit \(limit)
            """
        ).map(Recoverable.init)
    }

    package func recoverables(of order: ID<Order>) throws -> [Recoverable] {
        try all(
            "select * from recoverables where of_order = \(order) order by subject, charge, way"
        ).map(Recoverable.init)
    }
}

extension Transaction {
    package func insert(_ found: Recoverable) throws {
        try run(
            """
            insert into recoverables (id, of_order, subject, market, items, charge, way, amount,
                                      currency, state)
            values (\(found.id), \(found.order), \(found.subject), \(found.market),
                    \(found.written), \(found.charge), \(found.way), \(found.amount.minor),
                    \(found.amount.currency), \(found.state))
            """)
    }

    /// The row, held until the transaction ends. Lock its order before.
    package func lock(_ found: ID<Recoverable>) throws -> Recoverable? {
        try first("select * from recoverables where id = \(found) \(.forUpdate)")
            .map(Recoverable.init)
    }

    package func update(_ found: Recoverable) throws {
        try run(
            """
            update recoverables
            set state = \(found.state), claimed = \(found.claim?.day),
                reference = \(found.claim?.reference), received = \(found.receipt?.day),
                received_amount = \(found.receipt?.amount.minor)
            where id = \(found.id)
            """)
    }
}
