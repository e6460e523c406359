// Who of the operators looked at whose records, and what is forgotten by its age.

package import Rules

/// A look of an operator at something that is somebody's.
package struct AccessLine: Identified, Hashable, Sendable {
    package static let idPrefix = "acs"

    package let id: ID<AccessLine>
    package let staff: ID<Account>
    /// The path that was asked for.
    package let page: String
    /// The id or number of what was shown.
    package let subject: String
    /// Whose it is; nil where nobody's account is known.
    package let account: ID<Account>?
    package let looked: Moment

    package init(
        id: ID<AccessLine>, staff: ID<Account>, page: String, subject: String,
        account: ID<Account>?, looked: Moment
    ) {
        self.id = id
        self.staff = staff
        self.page = page
        self.subject = subject
        self.account = account
        self.looked = looked
    }

    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), staff: try row.get("operator"), page: try row.get("page"),
            subject: try row.get("subject"), account: try row.get("account"),
            looked: try row.get("looked"))
    }
}

extension Reader {
    /// The newest first.
    package func accessLines(limit: Int = 200) throws -> [AccessLine] {
        try all("select * from access_log order by looked desc, id desc limit \(limit)")
            .map(AccessLine.init)
    }

    package func accessLines(
        of account: ID<Account>, limit: Int = 100
    ) throws -> [AccessLine] {
        try all(
            """
            select * from access_log where account = \(account)
            order by looked desc, id desc limit \(limit)
            """
        ).map(AccessLine.init)
    }
}

extension Transaction {
    package func insert(_ line: AccessLine) throws {
        try run(
            """
            insert into access_log (id, operator, page, subject, account, looked)
            values (\(line.id), \(line.staff), \(line.page), \(line.subject), \(line.account),
                    \(line.looked))
            """)
    }
}
