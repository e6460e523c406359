// What the decision of a batch rests on, and what it writes: a fixed number of statements, however
// many are decided together.

package import Rules

/// Where people wait for one allotment, and what never changes about it.
package struct Lane: Hashable, Sendable {
    package let allotment: ID<Allotment>
    package let round: ID<Round>
    package let sale: ID<Sale>
    package let product: String

    package init(
        allotment: ID<Allotment>, round: ID<Round>, sale: ID<Sale>, product: String
    ) {
        self.allotment = allotment
        self.round = round
        self.sale = sale
        self.product = product
    }
}

/// An allotment's row, which is locked, and what is true around it.
package struct Counter: Sendable {
    package let allotment: Allotment
    package let round: Round
    package let sale: Sale
    package let head: ChainHead
    /// When the last batch of the record was made; nil before the first.
    package let lastMade: Moment?
    /// When the next unpaid hold runs out, in sale time.
    package let nextLapse: Moment?
    package let hasStandbys: Bool
    /// Whether another round of the sale is live at this moment, or nearly.
    package let hasLiveSibling: Bool
}

/// Where somebody who asks for units stands.
package struct Standing: Sendable {
    /// Nil without a place.
    package let ticket: (id: ID<Ticket>, place: Int)?
    package let household: Household?
    /// Units of the product in the whole sale, paid or not.
    package let held: Int
    package let householdHeld: Int
    /// What was made under the same key before.
    package let earlier: ID<Reservation>?
}

extension Transaction {
    /// Locks the allotment's row, and reads what belongs to it and, in the order of `requests`,
    /// where all who ask stand.
    package func open(
        _ lane: Lane, for requests: [ReservationRequest], at now: Moment
    ) throws -> (counter: Counter, standings: [Standing])? {
        // A statement that has to wait for the lock sees only the locked row as it is then, and
        // everything around it as it was before. So the lock comes first, by itself.
        let answers = try all(together: [
            "select id from allotments where id = \(lane.allotment) \(.forUpdate)",
            around(lane.allotment, at: now), asking(for: requests, in: lane),
        ])
        guard let row = answers[1].first else { return nil }
        return (try Counter(row), try standings(answers[2]))
    }

    /// In the order of `requests`.
    package func standings(
        of requests: [ReservationRequest], in lane: Lane
    ) throws -> [Standing] { try standings(try all(asking(for: requests, in: lane))) }

    private func standings(_ rows: [Row]) throws -> [Standing] {
        var standings = [Standing?](repeating: nil, count: rows.count)
        for row in rows { standings[try row.get(0)] = try Standing(row) }
        return standings.map { $0! }
    }

    private func around(_ allotment: ID<Allotment>, at now: Moment) -> SQL {
        // Generously: another node's clock may be a little ahead or behind.
        let early = now + .minutes(1)
        let late = now - .minutes(1)
        return """
            select allotments.*, rounds.sale, rounds.number, rounds.room_opens, rounds.opens,
                   rounds.closes, rounds.paused_since, rounds.paused_total, rounds.pause_reason,
                   rounds.door_burst, rounds.door_per_minute, rounds.commitment, rounds.drawn,
                   rounds.entrants, sales.code, sales.order_policy, sales.hold,
                   (select min(expires) from reservations
                    where reservations.allotment = allotments.id
                      and reservations.state = 'live') as next_lapse,
                   (select made from batches
                    where batches.allotment = allotments.id
                      and batches.sequence = allotments.batches) as last_made,
                   case when exists (select 1 from standbys
                                     where standbys.allotment = allotments.id)
                        then 1 else 0 end as has_standbys,
                   case when exists (
                            select 1 from rounds as sibling
                            where sibling.sale = rounds.sale and sibling.id <> rounds.id
                              and sibling.opens + sibling.paused_total
                                  <= coalesce(sibling.paused_since, \(early))
                              and sibling.closes + sibling.paused_total
                                  > coalesce(sibling.paused_since, \(late)))
                        then 1 else 0 end as has_live_sibling
            from allotments
            join rounds on rounds.id = allotments.round
            join sales on sales.id = rounds.sale
            where allotments.id = \(allotment)
            """
    }

    private func asking(for requests: [ReservationRequest], in lane: Lane) -> SQL {
        let wanted: [[any SQLBindable]] = requests.enumerated().map { index, request in
            [index, request.buyer, request.key]
        }
        return """
            select wanted.n, tickets.id as ticket, tickets.place, accounts.household,
                   (select cast(coalesce(sum(quantity), 0) as bigint) from reservations
                    where buyer = wanted.buyer and sale = \(lane.sale)
                      and product = \(lane.product)
                      and state in ('live', 'paying', 'sold')) as held,
                   case when accounts.household is null then 0 else
                       (select cast(coalesce(sum(quantity), 0) as bigint) from reservations
                        where household = accounts.household and sale = \(lane.sale)
                          and product = \(lane.product) and state in ('live', 'paying', 'sold'))
                   end as household_held,
                   earlier.id as earlier
            from \(each: wanted, as: "wanted", "n", "buyer", "key")
            left join tickets on tickets.round = \(lane.round) and tickets.account = wanted.buyer
                and tickets.place is not null
            left join accounts on accounts.id = wanted.buyer
            left join reservations as earlier
                on earlier.buyer = wanted.buyer and earlier.key = wanted.key
            """
    }

    /// The counts of a locked allotment and a sealed batch of its public record.
    package func seal(
        batch entries: String, as head: ChainHead, with counts: Allotment, at now: Moment
    ) throws {
        try runLater(
            """
            update allotments
            set reserved = \(counts.reserved), sold = \(counts.sold),
                next_number = \(counts.nextNumber), batches = \(head.sequence),
                chain = \(head.hash)
            where id = \(counts.id)
            """)
        try runLater(
            """
            insert into batches (allotment, sequence, made, entries, hash)
            values (\(counts.id), \(head.sequence), \(now), \(entries), \(head.hash))
            """)
    }
}

extension Counter {
    fileprivate init(_ row: Row) throws {
        allotment = try Allotment(row)
        sale = Sale(
            id: try row.get("sale"), code: try row.get("code"), order: try row.get("order_policy"),
            hold: Span(milliseconds: try row.get("hold")))
        round = try Round(row, id: allotment.round)
        head = ChainHead(sequence: try row.get("batches"), hash: try row.get("chain"))
        lastMade = try row.get("last_made")
        nextLapse = try row.get("next_lapse")
        hasStandbys = try row.get("has_standbys")
        hasLiveSibling = try row.get("has_live_sibling")
    }
}

extension Standing {
    fileprivate init(_ row: Row) throws {
        let id: ID<Ticket>? = try row.get(1)
        ticket = try id.map { ($0, try row.get(2)) }
        let hash: String? = try row.get(3)
        household = hash.map(Household.init)
        held = try row.get(4)
        householdHeld = try row.get(5)
        earlier = try row.get(6)
    }
}
