// Accounts: the people the shop knows.

package import Rules

extension Account {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), mail: try row.get("mail"), name: try row.get("name"),
            language: try row.get("language"), market: try row.get("market"),
            confirmedAt: try row.get("confirmed"), isOperator: try row.get("is_operator"),
            erased: try row.get("erased"))
    }
}

extension Reader {
    package func account(_ id: ID<Account>) throws -> Account? {
        try first("select * from accounts where id = \(id)").map(Account.init)
    }

    /// By the normalised mail address.
    package func account(mail: String) throws -> Account? {
        try first("select * from accounts where mail = \(mail)").map(Account.init)
    }

    /// The account and its password's hash, by the normalised mail address.
    package func credentials(mail: String) throws -> (account: Account, password: String)? {
        try first("select * from accounts where mail = \(mail)").map {
            (try Account($0), try $0.get("password"))
        }
    }

    /// Where the account's last order went to; nil before the first.
    package func household(of account: ID<Account>) throws -> Household? {
        let hash: String? = try first("select household from accounts where id = \(account)")?
            .get("household")
        return hash.map(Household.init)
    }
}

extension Transaction {
    /// `password` is a hash as argon2id writes it.
    package func insert(_ account: Account, password: String, at now: Moment) throws {
        try run(
            """
            insert into accounts (id, mail, name, language, market, password, confirmed,
                                  is_operator, created, idle_since)
            values (\(account.id), \(account.mail), \(account.name), \(account.language),
                    \(account.market), \(password), \(account.confirmedAt),
                    \(account.isOperator), \(now), \(now))
            """)
    }

    /// The account's row, held until the transaction ends.
    package func lock(_ account: ID<Account>) throws -> Account? {
        try first("select * from accounts where id = \(account) \(.forUpdate)").map(Account.init)
    }

    /// What its owner may change, and whether its address is confirmed.
    package func update(_ account: Account) throws {
        try run(
            """
            update accounts
            set name = \(account.name), language = \(account.language),
                market = \(account.market), confirmed = \(account.confirmedAt)
            where id = \(account.id)
            """)
    }

    /// `password` is a hash as argon2id writes it.
    package func set(password: String, of account: ID<Account>) throws {
        try run("update accounts set password = \(password) where id = \(account)")
    }

    /// Throws a `ConstraintViolation` when another account has it.
    package func set(mail: String, of account: ID<Account>) throws {
        try run("update accounts set mail = \(mail) where id = \(account)")
    }

    /// It is used, or needed still.
    package func setIdle(since now: Moment, _ account: ID<Account>) throws {
        try run("update accounts set idle_since = \(now) where id = \(account)")
    }

    package func set(_ household: Household, of account: ID<Account>) throws {
        try run("update accounts set household = \(household.hash) where id = \(account)")
    }
}
