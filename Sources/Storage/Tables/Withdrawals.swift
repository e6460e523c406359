// What was said by those who withdraw from a contract.

package import Rules

/// A withdrawal as it is kept: its items as a JSON text.
package struct KeptWithdrawal: Sendable {
    package let withdrawal: Withdrawal
    package let items: String?

    package init(_ withdrawal: Withdrawal, items: String?) {
        self.withdrawal = withdrawal
        self.items = items
    }

    init(_ row: Row) throws {
        let outcome = Withdrawal.Outcome(
            name: try row.get("outcome"), detail: try row.get("detail"))
        guard let outcome else {
            throw UnreadableValue(expected: "an outcome", found: .text(try row.get("outcome")))
        }
        items = try row.get("items")
        withdrawal = Withdrawal(
            id: try row.get("id"), orderNumber: try row.get("said_number"),
            name: try row.get("name"), mail: try row.get("mail"), language: try row.get("language"),
            items: nil, declared: try row.get("declared"), order: try row.get("of_order"),
            outcome: outcome)
    }
}

extension Reader {
    package func keptWithdrawal(_ id: ID<Withdrawal>) throws -> KeptWithdrawal? {
        try first("select * from withdrawals where id = \(id)").map(KeptWithdrawal.init)
    }

    package func keptWithdrawal(underKey key: String) throws -> KeptWithdrawal? {
        try first("select * from withdrawals where form_key = \(key)").map(KeptWithdrawal.init)
    }

    /// Those whose order nobody has found, oldest first: somebody must look.
    package func withdrawalsToLookAt(limit: Int = 100) throws -> [Withdrawal] {
        try all(
            """
            select * from withdrawals where outcome = 'open' and of_order is null
            order by id limit \(limit)
            """
        ).map { try KeptWithdrawal($0).withdrawal }
    }
}

extension Transaction {
    package func insert(_ kept: KeptWithdrawal, key: String) throws {
        let said = kept.withdrawal
        try run(
            """
            insert into withdrawals (id, said_number, name, mail, language, items, declared,
                                     of_order, outcome, detail, form_key)
            values (\(said.id), \(said.orderNumber), \(said.name), \(said.mail), \(said.language),
                    \(kept.items), \(said.declared), \(said.order), \(said.outcome.name),
                    \(said.outcome.detail), \(key))
            """)
    }

    package func update(_ said: Withdrawal) throws {
        try run(
            """
            update withdrawals
            set outcome = \(said.outcome.name), detail = \(said.outcome.detail)
            where id = \(said.id)
            """)
    }
}
