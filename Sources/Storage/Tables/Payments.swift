// Payments and refunds.

package import Rules

extension Payment {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        self.init(
            id: try row.get("id"), order: try row.get("of_order"), method: try row.get("method"),
            amount: Money(try row.get("amount"), currency), state: try row.get("state"),
            reference: try row.get("reference"), capture: try row.get("capture"),
            decline: try row.get("decline"), created: try row.get("created"))
    }
}

extension Refund {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        self.init(
            id: try row.get("id"), payment: try row.get("payment"),
            amount: Money(try row.get("amount"), currency), reason: try row.get("reason"),
            state: try row.get("state"), reference: try row.get("reference"),
            created: try row.get("created"))
    }
}

extension Reader {
    package func payment(_ id: ID<Payment>) throws -> Payment? {
        try first("select * from payments where id = \(id)").map(Payment.init)
    }

    package func payment(reference: String) throws -> Payment? {
        try first("select * from payments where reference = \(reference)").map(Payment.init)
    }

    package func payment(capture: String) throws -> Payment? {
        try first("select * from payments where capture = \(capture)").map(Payment.init)
    }

    /// Those that stand in a state since before `moment`, the oldest first.
    package func payments(
        in states: [Payment.State], before moment: Moment, limit: Int = 100
    ) throws -> [Payment] {
        try all(
            """
            select * from payments
            where state in \(list: states) and created < \(moment)
            order by created, id limit \(limit)
            """
        ).map(Payment.init)
    }

    package func payments(of order: ID<Order>) throws -> [Payment] {
        try all("select * from payments where of_order = \(order) order by id").map(Payment.init)
    }

    package func refund(_ id: ID<Refund>) throws -> Refund? {
        try first("select * from refunds where id = \(id)").map(Refund.init)
    }

    package func refund(reference: String) throws -> Refund? {
        try first("select * from refunds where reference = \(reference)").map(Refund.init)
    }

    /// The oldest first.
    package func refunds(in state: Refund.State, limit: Int = 100) throws -> [Refund] {
        try all("select * from refunds where state = \(state) order by created limit \(limit)")
            .map(Refund.init)
    }

    package func refunds(of payment: ID<Payment>) throws -> [Refund] {
        try all("select * from refunds where payment = \(payment) order by id").map(Refund.init)
    }
}

extension Transaction {
    package func insert(_ payment: Payment) throws {
        try run(
            """
            insert into payments (id, of_order, method, amount, currency, state, reference,
                                  capture, created)
            values (\(payment.id), \(payment.order), \(payment.method), \(payment.amount.minor),
                    \(payment.amount.currency), \(payment.state), \(payment.reference),
                    \(payment.capture), \(payment.created))
            """)
    }

    /// The payment's row, held until the transaction ends. Lock it after its order.
    package func lock(_ payment: ID<Payment>) throws -> Payment? {
        try first("select * from payments where id = \(payment) \(.forUpdate)").map(Payment.init)
    }

    package func update(_ payment: Payment) throws {
        try run(
            """
            update payments
            set state = \(payment.state), reference = \(payment.reference),
                capture = \(payment.capture), decline = \(payment.decline)
            where id = \(payment.id)
            """)
    }

    package func insert(_ refund: Refund) throws {
        try run(
            """
            insert into refunds (id, payment, amount, currency, reason, state, reference, created)
            values (\(refund.id), \(refund.payment), \(refund.amount.minor),
                    \(refund.amount.currency), \(refund.reason), \(refund.state),
                    \(refund.reference), \(refund.created))
            """)
    }

    package func update(_ refund: Refund) throws {
        try run(
            """
            update refunds set state = \(refund.state), reference = \(refund.reference)
            where id = \(refund.id)
            """)
    }
}
