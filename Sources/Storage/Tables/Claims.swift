// What is claimed under guarantees.

package import Rules

extension Claim {
    init(_ row: Row) throws {
        var shipment: Shipment?
        if let carrier: String = try row.get("carrier") {
            shipment = Shipment(
                carrier: carrier, trackingNumber: try row.get("tracking_number"),
                day: try row.get("sent"))
        }
        self.init(
            id: try row.get("id"), number: try row.get("number"),
            warranty: try row.get("warranty"), account: try row.get("account"),
            description: try row.get("description"), wish: try row.get("wish"),
            asked: try row.get("asked"), state: try row.get("state"),
            reason: try row.get("reason"), remedy: try row.get("remedy"),
            goods: try row.get("goods"), shipment: shipment)
    }
}

extension Reader {
    package func claim(_ id: ID<Claim>) throws -> Claim? {
        try first("select * from claims where id = \(id)").map(Claim.init)
    }

    package func claim(number: String) throws -> Claim? {
        try first("select * from claims where number = \(number)").map(Claim.init)
    }

    /// The claim for which goods come back.
    package func claim(of goods: ID<Return>) throws -> Claim? {
        try first("select * from claims where goods = \(goods)").map(Claim.init)
    }

    /// Newest first.
    package func claims(of warranty: ID<Warranty>) throws -> [Claim] {
        try all("select * from claims where warranty = \(warranty) order by id desc limit 100")
            .map(Claim.init)
    }

    package func claims(of account: ID<Account>, limit: Int = 100) throws -> [Claim] {
        try all(
            "select * from claims where account = \(account) order by id desc limit \(limit)"
        ).map(Claim.init)
    }

    /// Oldest first.
    package func claims(in states: [Claim.State], limit: Int = 100) throws -> [Claim] {
        try all(
            "select * from claims where state in \(list: states) order by id limit \(limit)"
        ).map(Claim.init)
    }

    /// Where what is repaired or replaced goes to, as a JSON text.
    package func address(of claim: ID<Claim>) throws -> String {
        try one("select address from claims where id = \(claim)").get(0)
    }
}

extension Transaction {
    package func insert(_ claim: Claim, address: String) throws {
        try run(
            """
            insert into claims (id, number, warranty, account, description, wish, address, state,
                                asked)
            values (\(claim.id), \(claim.number), \(claim.warranty), \(claim.account),
                    \(claim.description), \(claim.wish), \(address), \(claim.state),
                    \(claim.asked))
            """)
    }

    /// The claim's row, held until the transaction ends. Lock its order and passport before.
    package func lock(_ claim: ID<Claim>) throws -> Claim? {
        try first("select * from claims where id = \(claim) \(.forUpdate)").map(Claim.init)
    }

    package func update(_ claim: Claim) throws {
        try run(
            """
            update claims
            set state = \(claim.state), reason = \(claim.reason), remedy = \(claim.remedy),
                goods = \(claim.goods), carrier = \(claim.shipment?.carrier),
                tracking_number = \(claim.shipment?.trackingNumber),
                sent = \(claim.shipment?.day)
            where id = \(claim.id)
            """)
    }
}
