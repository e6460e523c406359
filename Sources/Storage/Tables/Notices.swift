// What partners told unasked, and what buyers claim back.

package import Rules

extension Notice {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), method: try row.get("method"), event: try row.get("event"),
            kind: try row.get("kind"), body: try row.get("body"),
            received: try row.get("received"), state: try row.get("state"),
            outcome: try row.get("outcome"))
    }
}

extension Dispute {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        self.init(
            reference: try row.get("reference"), payment: try row.get("payment"),
            amount: Money(try row.get("amount"), currency), reason: try row.get("reason"),
            state: try row.get("state"), opened: try row.get("opened"),
            changed: try row.get("changed"))
    }
}

extension Reader {
    package func notice(_ id: ID<Notice>) throws -> Notice? {
        try first("select * from notices where id = \(id)").map(Notice.init)
    }

    /// The newest first.
    package func notices(in state: Notice.State, limit: Int = 100) throws -> [Notice] {
        try all(
            """
            select * from notices where state = \(state) order by received desc limit \(limit)
            """
        ).map(Notice.init)
    }

    package func dispute(_ reference: String) throws -> Dispute? {
        try first("select * from disputes where reference = \(reference)").map(Dispute.init)
    }

    /// The oldest first: each has a day by which it must be answered.
    package func disputes(in state: Dispute.State, limit: Int = 100) throws -> [Dispute] {
        try all(
            "select * from disputes where state = \(state) order by opened limit \(limit)"
        ).map(Dispute.init)
    }
}

extension Transaction {
    /// False when this notice was heard before.
    package func insertUnlessHeard(_ notice: Notice) throws -> Bool {
        try run(
            """
            insert into notices (id, method, event, kind, body, received, state, outcome)
            values (\(notice.id), \(notice.method), \(notice.event), \(notice.kind),
                    \(notice.body), \(notice.received), \(notice.state), \(notice.outcome))
            on conflict (method, event) do nothing
            """) > 0
    }

    package func update(_ notice: Notice) throws {
        try run(
            """
            update notices
            set state = \(notice.state), outcome = \(notice.outcome), body = \(notice.body)
            where id = \(notice.id)
            """)
    }

    /// Those that were dealt with long ago. Returns how many.
    @discardableResult
    package func forgetNotices(before moment: Moment) throws -> Int {
        try run("delete from notices where state <> 'heard' and received < \(moment)")
    }

    /// Which payment it is about, so that it can be forgotten with it.
    package func set(_ payment: ID<Payment>, of notice: ID<Notice>) throws {
        try run("update notices set payment = \(payment) where id = \(notice)")
    }

    package func put(_ dispute: Dispute) throws {
        try run(
            """
            insert into disputes
                (reference, payment, amount, currency, reason, state, opened, changed)
            values (\(dispute.reference), \(dispute.payment), \(dispute.amount.minor),
                    \(dispute.amount.currency), \(dispute.reason), \(dispute.state),
                    \(dispute.opened), \(dispute.changed))
            on conflict (reference) do update
            set state = excluded.state, changed = excluded.changed
            """)
    }
}
