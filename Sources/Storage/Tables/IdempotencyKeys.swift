// Idempotency keys: a mutation sent twice is answered with what the first one made.

package import Rules

/// What a key was used for.
package struct EarlierDeed: Sendable {
    package let route: String
    package let fingerprint: String
    /// The id of what was made.
    package let subject: String

    package init(route: String, fingerprint: String, subject: String) {
        self.route = route
        self.fingerprint = fingerprint
        self.subject = subject
    }
}

extension Reader {
    package func deed(of account: ID<Account>, under key: String) throws -> EarlierDeed? {
        try first(
            """
            select route, fingerprint, subject from idempotency_keys
            where account = \(account) and key = \(key)
            """
        ).map {
            EarlierDeed(
                route: try $0.get(0), fingerprint: try $0.get(1), subject: try $0.get(2))
        }
    }
}

extension Transaction {
    package func remember(
        _ deed: EarlierDeed, of account: ID<Account>, under key: String, at now: Moment
    ) throws {
        try run(
            """
            insert into idempotency_keys (account, key, route, fingerprint, subject, made)
            values (\(account), \(key), \(deed.route), \(deed.fingerprint), \(deed.subject),
                    \(now))
            """)
    }

    /// Keys are kept for a day, as the API promises.
    package func forgetDeeds(before moment: Moment) throws {
        try run("delete from idempotency_keys where made < \(moment)")
    }
}
