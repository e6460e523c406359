// Who waits for units that come back, in the order of their places.

package import Rules

extension Standby {
    init(_ row: Row) throws {
        let household: String? = try row.get("household")
        self.init(
            allotment: try row.get("allotment"), ticket: try row.get("ticket"),
            place: try row.get("place"), buyer: try row.get("buyer"),
            household: household.map(Household.init), quantity: try row.get("quantity"),
            limit: try row.get("unit_limit"))
    }
}

extension Reader {
    /// The next in line for an allotment.
    package func standbys(of allotment: ID<Allotment>, limit: Int) throws -> [Standby] {
        try all(
            """
            select * from standbys where allotment = \(allotment) order by place limit \(limit)
            """
        ).map(Standby.init)
    }

    /// What a ticket's holder stands by for.
    package func standbys(of ticket: ID<Ticket>) throws -> [Standby] {
        try all("select * from standbys where ticket = \(ticket) order by allotment")
            .map(Standby.init)
    }

    package func standbyCount(of allotment: ID<Allotment>) throws -> Int {
        try count("select count(*) from standbys where allotment = \(allotment)")
    }

    /// How many stand by before `place`.
    package func standbysAhead(of place: Int, for allotment: ID<Allotment>) throws -> Int {
        try count(
            """
            select count(*) from standbys where allotment = \(allotment) and place < \(place)
            """)
    }

    /// Allotments with units that nobody holds and people who wait for them, in rounds that are
    /// open and not paused.
    package func allotmentsToPassOn(at now: Moment) throws -> [ID<Allotment>] {
        try all(
            """
            select allotments.id from allotments
            join rounds on rounds.id = allotments.round
            where allotments.reserved + allotments.sold < allotments.units
              and rounds.paused_since is null and rounds.drawn is not null
              and rounds.closes + rounds.paused_total > \(now)
              and exists (select 1 from standbys where standbys.allotment = allotments.id)
            limit 1000
            """
        ).map { try $0.get(0) }
    }
}

extension Transaction {
    /// Standing by again changes the quantity and keeps the place.
    package func put(_ standby: Standby, at now: Moment) throws {
        try run(
            """
            insert into standbys (allotment, ticket, place, buyer, household, quantity,
                                  unit_limit, made)
            values (\(standby.allotment), \(standby.ticket), \(standby.place), \(standby.buyer),
                    \(standby.household?.hash), \(standby.quantity), \(standby.limit), \(now))
            on conflict (allotment, ticket) do update set quantity = excluded.quantity
            """)
    }

    /// Of everybody who buys in a market.
    package func endStandbys(in market: Country, for allotment: ID<Allotment>) throws {
        try run(
            """
            delete from standbys
            where allotment = \(allotment)
              and buyer in (select id from accounts where market = \(market))
            """)
    }

    package func endStandbys(of tickets: [ID<Ticket>], for allotment: ID<Allotment>) throws {
        try run(
            """
            delete from standbys where allotment = \(allotment) and ticket in \(list: tickets)
            """)
    }
}
