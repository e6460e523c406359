// Allotments and their numbered units.

package import Rules

extension Allotment {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("id"), round: try row.get("round"), product: try row.get("product"),
            market: try row.get("market"), units: try row.get("units"),
            reserved: try row.get("reserved"), sold: try row.get("sold"),
            nextNumber: try row.get("next_number"))
    }
}

/// Where the public record of an allotment stands: how many batches, and the last one's hash.
package struct ChainHead: Hashable, Sendable {
    package let sequence: Int
    package let hash: String

    package init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }
}

extension Reader {
    package func allotment(_ id: ID<Allotment>) throws -> Allotment? {
        try first("select * from allotments where id = \(id)").map(Allotment.init)
    }

    package func allotments(in round: ID<Round>) throws -> [Allotment] {
        try all("select * from allotments where round = \(round) order by product, market")
            .map(Allotment.init)
    }

    /// The units a buyer in `market` draws from: the market's own, or else the shared ones.
    package func allotment(
        of product: String, for market: Country, in round: ID<Round>
    ) throws -> Allotment? {
        try first(
            """
            select * from allotments
            where round = \(round) and product = \(product)
              and (market = \(market) or market is null)
            order by case when market is null then 1 else 0 end limit 1
            """
        ).map(Allotment.init)
    }

    package func chainHead(of allotment: ID<Allotment>) throws -> ChainHead {
        let row = try one("select batches, chain from allotments where id = \(allotment)")
        return ChainHead(sequence: try row.get("batches"), hash: try row.get("chain"))
    }

    /// When the last batch of the public record was made; nil before the first.
    package func lastMade(in allotment: ID<Allotment>) throws -> Moment? {
        try first(
            """
            select made from batches where allotment = \(allotment)
            order by sequence desc limit 1
            """
        )?.get(0)
    }

    /// Since when the brake is on in the allotment's round; nil while it is off.
    package func pausedSince(of allotment: ID<Allotment>) throws -> Moment? {
        try one(
            """
            select rounds.paused_since from allotments
            join rounds on rounds.id = allotments.round where allotments.id = \(allotment)
            """
        ).get(0)
    }

    /// Numbers that were given out once and came back, lowest first.
    package func returnedNumbers(of allotment: ID<Allotment>, limit: Int) throws -> [Int] {
        try all(
            """
            select number from units
            where allotment = \(allotment) and reservation is null order by number limit \(limit)
            """
        ).map { try $0.get(0) }
    }
}

extension Transaction {
    package func insert(_ allotment: Allotment, chain: String) throws {
        try run(
            """
            insert into allotments (id, round, product, market, units, chain)
            values (\(allotment.id), \(allotment.round), \(allotment.product),
                    \(allotment.market), \(allotment.units), \(chain))
            """)
    }

    /// The allotment's row, held until the transaction ends. Everything that gives out or takes
    /// back units begins with this; the order of locks is allotments by id, then the rest.
    package func lock(_ allotment: ID<Allotment>) throws -> Allotment? {
        try first("select * from allotments where id = \(allotment) \(.forUpdate)")
            .map(Allotment.init)
    }

    /// Writes the counts of a locked allotment.
    package func update(_ allotment: Allotment) throws {
        try run(
            """
            update allotments
            set reserved = \(allotment.reserved), sold = \(allotment.sold),
                next_number = \(allotment.nextNumber)
            where id = \(allotment.id)
            """)
    }

    /// Hands numbered units to reservations: new numbers are inserted, returned ones taken anew.
    package func give(
        _ units: [(number: Int, reservation: ID<Reservation>)], of allotment: ID<Allotment>,
        firstNew: Int
    ) throws {
        for unit in units where unit.number < firstNew {
            let changed = try run(
                """
                update units set reservation = \(unit.reservation)
                where allotment = \(allotment) and number = \(unit.number)
                  and reservation is null
                """)
            precondition(changed == 1, "unit \(unit.number) of \(allotment) isn't free")
        }
        try insertLater(
            into: "units", ["allotment", "number", "reservation"],
            rows: units.filter { $0.number >= firstNew }.map {
                [allotment, $0.number, $0.reservation]
            })
    }

    /// Of reservations of one allotment.
    package func takeBackUnits(of reservations: [Reservation]) throws {
        guard let allotment = reservations.first?.allotment else { return }
        precondition(reservations.allSatisfy { $0.allotment == allotment })
        let numbers = reservations.flatMap(\.numbers)
        let changed = try run(
            """
            update units set reservation = null
            where allotment = \(allotment) and number in \(list: numbers)
              and reservation in \(list: reservations.map(\.id))
            """)
        precondition(changed == numbers.count, "units of \(allotment) were in other hands")
    }

    /// Appends a sealed batch to the public record and moves its head; under the lock.
    package func append(
        batch entries: String, to allotment: ID<Allotment>, as head: ChainHead, at now: Moment
    ) throws {
        try run(
            """
            insert into batches (allotment, sequence, made, entries, hash)
            values (\(allotment), \(head.sequence), \(now), \(entries), \(head.hash))
            """)
        try run(
            """
            update allotments set batches = \(head.sequence), chain = \(head.hash)
            where id = \(allotment)
            """)
    }
}
