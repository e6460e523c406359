// Codes that take a place to another device.

package import Rules

extension Transaction {
    /// The account's code from now on: the one before is void.
    package func put(
        move codeHash: String, to round: ID<Round>, of account: ID<Account>, expires: Moment
    ) throws {
        try run("delete from moves where account = \(account)")
        try run(
            """
            insert into moves (account, round, code_hash, expires)
            values (\(account), \(round), \(codeHash), \(expires))
            """)
    }

    /// Uses a code up: whose it was, and for which round. Nil for one that nobody has or that is
    /// too old.
    package func takeMove(
        _ codeHash: String, at now: Moment
    ) throws -> (account: ID<Account>, round: ID<Round>)? {
        let row = try first(
            """
            delete from moves where code_hash = \(codeHash) and expires > \(now)
            returning account, round
            """)
        return try row.map { (try $0.get("account"), try $0.get("round")) }
    }

    package func forgetMoves(before now: Moment) throws {
        try run("delete from moves where expires <= \(now)")
    }
}
