// The ledger, and what a comparison with a partner's listing found.

package import Rules

extension LedgerEntry {
    init(_ row: Row) throws {
        let currency: Currency = try row.get("currency")
        self.init(
            order: try row.get("of_order"), kind: try row.get("kind"),
            subject: try row.get("subject"), amount: Money(try row.get("amount"), currency),
            bearer: try row.get("bearer"), booked: try row.get("booked"))
    }
}

/// Something that the shop and a partner don't agree on.
package struct Discrepancy: Identified, Hashable, Sendable {
    package static let idPrefix = "dis"

    package let id: ID<Discrepancy>
    package let method: String
    /// The partner's name for what it is about, or ours.
    package let subject: String
    package let finding: Finding
    package let detail: String
    package let found: Moment

    package enum Finding: String, Hashable, Sendable, CaseIterable {
        /// The partner has money of which the shop knows nothing.
        case strangeMoney = "strange_money"
        case strangeRefund = "strange_refund"
        /// The shop believes in money that the partner doesn't list.
        case missingMoney = "missing_money"
        case otherAmount = "other_amount"
        /// A refund that was made, and that the bank sent back to us.
        case failedRefund = "failed_refund"
    }

    package init(
        id: ID<Discrepancy>, method: String, subject: String, finding: Finding, detail: String,
        found: Moment
    ) {
        self.id = id
        self.method = method
        self.subject = subject
        self.finding = finding
        self.detail = detail
        self.found = found
    }

    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), method: try row.get("method"), subject: try row.get("subject"),
            finding: try row.get("finding"), detail: try row.get("detail"),
            found: try row.get("found"))
    }
}

extension Reader {
    package func ledger(of order: ID<Order>) throws -> [LedgerEntry] {
        try all("select * from ledger where of_order = \(order) order by booked, kind, subject")
            .map(LedgerEntry.init)
    }

    /// What came of a payment; nothing while it isn't captured.
    package func taken(by payment: Payment) throws -> Money {
        let row = try first(
            """
            select amount, currency from ledger
            where kind = 'captured' and subject = \(payment.id)
            """)
        guard let row else { return .zero(payment.amount.currency) }
        let currency: Currency = try row.get("currency")
        return Money(try row.get("amount"), currency)
    }

    /// Payments whose money came in that time, by the ledger.
    package func payments(
        capturedFrom from: Moment, to: Moment, by method: String
    ) throws -> [Payment] {
        try all(
            """
            select payments.* from payments
            join ledger on ledger.subject = payments.id and ledger.kind = 'captured'
            where payments.method = \(method)
              and ledger.booked >= \(from) and ledger.booked < \(to)
            order by payments.id limit 100000
            """
        ).map(Payment.init)
    }

    package func openDiscrepancies(limit: Int = 100) throws -> [Discrepancy] {
        try all(
            """
            select * from discrepancies where closed is null order by found, id limit \(limit)
            """
        ).map(Discrepancy.init)
    }
}

extension Transaction {
    /// Once for each kind and subject; to book it again changes nothing.
    package func book(_ entry: LedgerEntry) throws {
        try run(
            """
            insert into ledger (kind, subject, of_order, amount, currency, bearer, booked)
            values (\(entry.kind), \(entry.subject), \(entry.order), \(entry.amount.minor),
                    \(entry.amount.currency), \(entry.bearer), \(entry.booked))
            on conflict (kind, subject) do nothing
            """)
    }

    /// False when it was found before, open or closed.
    package func insertUnlessFound(_ found: Discrepancy) throws -> Bool {
        try run(
            """
            insert into discrepancies (id, method, subject, finding, detail, found)
            values (\(found.id), \(found.method), \(found.subject), \(found.finding),
                    \(found.detail), \(found.found))
            on conflict (method, subject, finding) do nothing
            """) > 0
    }

    /// False when there is no such open one.
    package func close(
        _ id: ID<Discrepancy>, at now: Moment, by account: ID<Account>
    ) throws -> Bool {
        try run(
            """
            update discrepancies set closed = \(now), closed_by = \(account)
            where id = \(id) and closed is null
            """) > 0
    }
}
