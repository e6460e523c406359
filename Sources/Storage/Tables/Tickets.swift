// Tickets: who stands in a round's room, and at which place.

package import Rules

extension Ticket {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), round: try row.get("round"), account: try row.get("account"),
            entered: try row.get("entered"), place: try row.get("place"))
    }
}

extension Reader {
    package func ticket(of account: ID<Account>, in round: ID<Round>) throws -> Ticket? {
        try first("select * from tickets where round = \(round) and account = \(account)")
            .map(Ticket.init)
    }

    /// Of every round, the newest first.
    package func tickets(of account: ID<Account>, limit: Int = 100) throws -> [Ticket] {
        try all(
            "select * from tickets where account = \(account) order by id desc limit \(limit)"
        ).map(Ticket.init)
    }

    /// By place, or by arrival before places are given.
    package func tickets(in round: ID<Round>) throws -> [Ticket] {
        try all("select * from tickets where round = \(round) order by place, entered, id")
            .map(Ticket.init)
    }

    /// When whoever has a place got their ticket; nil for a place that nobody has.
    package func entered(at place: Int, in round: ID<Round>) throws -> Moment? {
        try first("select entered from tickets where round = \(round) and place = \(place)")?
            .get("entered")
    }

    /// Whose ticket it is; nil for one of another round.
    package func holder(of ticket: ID<Ticket>, in round: ID<Round>) throws -> Account? {
        try first(
            """
            select accounts.* from accounts
            join tickets on tickets.account = accounts.id
            where tickets.id = \(ticket) and tickets.round = \(round)
            """
        ).map(Account.init)
    }

    package func ticketCount(in round: ID<Round>) throws -> Int {
        try one("select count(*) as n from tickets where round = \(round)").get("n")
    }
}

extension Transaction {
    package func insert(_ ticket: Ticket, from origin: Origin? = nil) throws {
        try run(
            """
            insert into tickets (id, round, account, entered, place, from_address, from_device)
            values (\(ticket.id), \(ticket.round), \(ticket.account), \(ticket.entered),
                    \(ticket.place), \(origin?.address), \(origin?.device))
            """)
    }

    /// Has PostgreSQL count what the statements of a batch look up, as it plans by that; SQLite
    /// plans by the keys alone.
    package func countAnew() throws {
        if connection.dialect == .sqlite { return }
        for table: StaticString in ["tickets", "accounts", "reservations", "units", "sessions"] {
            try run("analyze \(identifier: table)")
        }
    }

    package func delete(_ ticket: ID<Ticket>) throws {
        try run("delete from tickets where id = \(ticket)")
    }

    /// Gives places 1, 2, 3 … to `tickets` in their order; one statement for every 10,000.
    package func setPlaces(_ tickets: [ID<Ticket>]) throws {
        let placed = Array(zip(tickets, 1...))
        for start in stride(from: 0, to: placed.count, by: 10_000) {
            let rows: [[any SQLBindable]] = placed[start..<min(start + 10_000, placed.count)].map {
                [$0.0, $0.1]
            }
            try run(
                """
                update tickets set place = drawn.place
                from \(rows: rows, as: "drawn", "ticket", "place")
                where tickets.id = drawn.ticket
                """)
        }
    }
}
