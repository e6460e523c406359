// Who is logged in where.

package import Rules

/// A session as its owner sees it in a list.
package struct KnownSession: Sendable {
    package let session: Session
    package let tokenHash: String

    /// What it is called on pages: enough of the hash to tell it from the others.
    package var name: String { String(tokenHash.prefix(16)) }
}

extension Reader {
    /// By the hash of its token, with its account: one statement, since every page asks.
    package func session(_ tokenHash: String) throws -> (session: Session, account: Account)? {
        try first(
            """
            select accounts.*, sessions.created as begun, sessions.seen, sessions.device
            from sessions join accounts on accounts.id = sessions.account
            where sessions.token_hash = \(tokenHash)
            """
        ).map { try sessionAndAccount($0) }
    }

    /// The same for many at once, by the hash of each token.
    package func sessions(
        _ tokenHashes: [String]
    ) throws -> [String: (session: Session, account: Account)] {
        let rows = try all(
            """
            select accounts.*, sessions.created as begun, sessions.seen, sessions.device,
                   sessions.token_hash
            from sessions join accounts on accounts.id = sessions.account
            where sessions.token_hash in \(list: tokenHashes)
            """)
        var sessions: [String: (session: Session, account: Account)] = [:]
        for row in rows { sessions[try row.get("token_hash")] = try sessionAndAccount(row) }
        return sessions
    }

    /// Where somebody is logged in, the last used first.
    package func sessions(of account: ID<Account>, limit: Int = 100) throws -> [KnownSession] {
        try all(
            """
            select * from sessions where account = \(account)
            order by seen desc, token_hash limit \(limit)
            """
        ).map { row in
            KnownSession(
                session: Session(
                    account: account, created: try row.get("created"), seen: try row.get("seen"),
                    device: Device(name: try row.get("device"))),
                tokenHash: try row.get("token_hash"))
        }
    }

    private func sessionAndAccount(_ row: Row) throws -> (session: Session, account: Account) {
        let account = try Account(row)
        return (
            Session(
                account: account.id, created: try row.get("begun"), seen: try row.get("seen"),
                device: Device(name: try row.get("device"))),
            account
        )
    }
}

extension Transaction {
    package func insert(_ session: Session, tokenHash: String) throws {
        try run(
            """
            insert into sessions (token_hash, account, created, seen, device)
            values (\(tokenHash), \(session.account), \(session.created), \(session.seen),
                    \(session.device.name))
            """)
    }

    /// Says that it is still used; nothing is said of one that was ended meanwhile.
    package func see(_ tokenHash: String, at now: Moment) throws {
        try run("update sessions set seen = \(now) where token_hash = \(tokenHash)")
    }

    package func endSession(_ tokenHash: String) throws {
        try run("delete from sessions where token_hash = \(tokenHash)")
    }

    package func endSessions(
        of account: ID<Account>, besides tokenHash: String = ""
    ) throws {
        try run(
            """
            delete from sessions where account = \(account) and token_hash <> \(tokenHash)
            """)
    }

    /// Forgets those that are over whatever was done, so that the table doesn't grow for ever.
    package func forgetSessions(createdBefore: Moment) throws {
        try run("delete from sessions where created <= \(createdBefore)")
    }
}
