// Links in letters: what each is for, until when, and whether it was followed.

package import Rules

extension Confirmation {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), account: try row.get("account"),
            purpose: try row.get("purpose"), expires: try row.get("expires"),
            used: try row.get("used"), mail: try row.get("mail"),
            formerMail: try row.get("former_mail"))
    }
}

extension Reader {
    package func confirmation(_ id: ID<Confirmation>) throws -> Confirmation? {
        try first("select * from confirmations where id = \(id)").map(Confirmation.init)
    }

    /// The hash that becomes the account's password when the link is followed.
    package func password(waitingFor id: ID<Confirmation>) throws -> String? {
        try first("select password from confirmations where id = \(id)")?.get("password")
    }
}

extension Transaction {
    /// `password` is a hash as argon2id writes it.
    package func insert(_ confirmation: Confirmation, password: String? = nil) throws {
        try run(
            """
            insert into confirmations (id, account, purpose, password, expires, used, mail)
            values (\(confirmation.id), \(confirmation.account), \(confirmation.purpose),
                    \(password), \(confirmation.expires), \(confirmation.used),
                    \(confirmation.mail))
            """)
    }

    /// The row, held until the transaction ends, so that a link works once.
    package func lock(_ confirmation: ID<Confirmation>) throws -> Confirmation? {
        try first("select * from confirmations where id = \(confirmation) \(.forUpdate)")
            .map(Confirmation.init)
    }

    /// The address that the account had before the link was followed.
    package func set(formerMail: String, of confirmation: ID<Confirmation>) throws {
        try run(
            "update confirmations set former_mail = \(formerMail) where id = \(confirmation)")
    }

    /// When one link was followed, the others of its account for the same purpose are void.
    package func useUp(_ confirmation: Confirmation, at now: Moment) throws {
        try run(
            """
            update confirmations set used = \(now)
            where account = \(confirmation.account) and purpose = \(confirmation.purpose)
              and used is null
            """)
    }
}
