// Addresses that buyers keep for the next order, as JSON texts.

package import Rules

/// A saved address as its row has it.
package struct KeptAddress: Sendable {
    package let id: ID<SavedAddress>
    package let account: ID<Account>
    package let country: Country
    package let body: String

    package init(id: ID<SavedAddress>, account: ID<Account>, country: Country, body: String) {
        self.id = id
        self.account = account
        self.country = country
        self.body = body
    }

    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), account: try row.get("account"),
            country: try row.get("country"), body: try row.get("body"))
    }
}

extension Reader {
    /// The newest first.
    package func keptAddresses(of account: ID<Account>) throws -> [KeptAddress] {
        try all(
            """
            select * from addresses where account = \(account) order by made desc, id desc
            limit \(SavedAddress.most)
            """
        ).map(KeptAddress.init)
    }
}

extension Transaction {
    package func put(_ kept: KeptAddress, at now: Moment) throws {
        try run(
            """
            insert into addresses (id, account, country, body, made)
            values (\(kept.id), \(kept.account), \(kept.country), \(kept.body), \(now))
            on conflict (id) do update
            set country = excluded.country, body = excluded.body, made = excluded.made
            """)
    }

    /// False when the account has no such address.
    package func delete(_ id: ID<SavedAddress>, of account: ID<Account>) throws -> Bool {
        try run("delete from addresses where id = \(id) and account = \(account)") > 0
    }
}
