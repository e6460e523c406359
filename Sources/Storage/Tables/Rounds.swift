// Rounds: when they open, how fast the door admits, whether the brake is on.

package import Rules

extension Round {
    init(_ row: Row) throws { try self.init(row, id: try row.get("id")) }

    init(_ row: Row, id: ID<Round>) throws {
        self.init(
            id: id, sale: try row.get("sale"), number: try row.get("number"),
            roomOpens: try row.get("room_opens"), opens: try row.get("opens"),
            closes: try row.get("closes"), clock: try SaleClock(row),
            pauseReason: try row.get("pause_reason"),
            door: Door(burst: try row.get("door_burst"), perMinute: try row.get("door_per_minute")),
            commitment: try row.get("commitment"), drawn: try row.get("drawn"),
            entrants: try row.get("entrants"))
    }
}

extension SaleClock {
    /// Of a row with the clock of its round.
    init(_ row: Row) throws {
        self.init(
            pausedSince: try row.get("paused_since"),
            pausedTotal: Span(milliseconds: try row.get("paused_total")))
    }
}

extension Reader {
    package func round(_ id: ID<Round>) throws -> Round? {
        try first("select * from rounds where id = \(id)").map(Round.init)
    }

    package func rounds(of sale: ID<Sale>) throws -> [Round] {
        try all("select * from rounds where sale = \(sale) order by number").map(Round.init)
    }

    /// The latest of what is on record about a round: its batches, and what is noted about it.
    package func lastHappening(in round: ID<Round>) throws -> Moment? {
        try one(
            """
            select max(happened) from (
                select max(batches.made) as happened from allotments
                join batches on batches.allotment = allotments.id
                    and batches.sequence = allotments.batches
                where allotments.round = \(round)
                union all
                select max(happened) as happened from journal where about = \(round.text)
            ) as happenings
            """
        ).get(0)
    }

    /// Rounds whose order must be fixed now. The brake holds the opening back too.
    package func roundsToDraw(at now: Moment) throws -> [ID<Round>] {
        try all(
            """
            select id from rounds
            where drawn is null and paused_since is null and opens + paused_total <= \(now)
            order by opens limit 100
            """
        ).map { try $0.get("id") }
    }

    /// The secret of a round whose order isn't fixed yet; public afterwards. Hexadecimal.
    package func seed(of round: ID<Round>) throws -> String {
        try one("select seed from rounds where id = \(round)").get("seed")
    }
}

extension Transaction {
    /// `seed` is hexadecimal.
    package func insert(_ round: Round, seed: String) throws {
        try run(
            """
            insert into rounds (id, sale, number, room_opens, opens, closes, door_burst,
                                door_per_minute, seed, commitment)
            values (\(round.id), \(round.sale), \(round.number), \(round.roomOpens),
                    \(round.opens), \(round.closes), \(round.door.burst),
                    \(round.door.perMinute), \(seed), \(round.commitment))
            """)
    }

    /// The round's row, held until the transaction ends: nobody else enters, draws or pauses.
    package func lock(_ round: ID<Round>) throws -> Round? {
        try first("select * from rounds where id = \(round) \(.forUpdate)").map(Round.init)
    }

    package func update(clockOf round: Round) throws {
        try run(
            """
            update rounds
            set paused_since = \(round.clock.pausedSince),
                paused_total = \(round.clock.pausedTotal.milliseconds),
                pause_reason = \(round.pauseReason)
            where id = \(round.id)
            """)
    }

    /// `entrants` is the digest of the list, which is closed from now on.
    package func closeList(_ entrants: String, of round: ID<Round>) throws {
        try run("update rounds set entrants = \(entrants) where id = \(round)")
    }

    /// `count` stood on the closed list; with those who came before the draw there are places up to
    /// `lastPlace`.
    package func setDrawn(
        _ count: Int, lastPlace: Int, entrants: String, in round: ID<Round>
    ) throws {
        try run(
            """
            update rounds
            set drawn = \(count), last_place = \(lastPlace), entrants = \(entrants)
            where id = \(round)
            """)
    }

    /// The next place for somebody who came after the draw.
    package func nextPlace(in round: ID<Round>) throws -> Int {
        try run("update rounds set last_place = last_place + 1 where id = \(round)")
        return try one("select last_place from rounds where id = \(round)").get("last_place")
    }
}
