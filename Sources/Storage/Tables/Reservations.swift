// Reservations, and what they hold.

package import Rules

extension Reservation {
    init(_ row: Row) throws {
        let household: String? = try row.get("household")
        self.init(
            id: try row.get("id"), allotment: try row.get("allotment"), buyer: try row.get("buyer"),
            household: household.map(Household.init),
            numbers: try row.get("numbers", as: UnitNumbers.self).list,
            state: try row.get("state"), expires: try row.get("expires"), key: try row.get("key"),
            isProlonged: try row.get("prolonged") != 0)
    }
}

/// `17,18`: few numbers, which are only ever read together.
private struct UnitNumbers: SQLReadable {
    let list: [Int]

    init(_ list: [Int]) { self.list = list }

    init(sqlValue: SQLValue) throws {
        let text = try String(sqlValue: sqlValue)
        list = try text.split(separator: ",", omittingEmptySubsequences: false).map {
            guard let number = Int($0) else {
                throw UnreadableValue(expected: "numbers of units", found: sqlValue)
            }
            return number
        }
    }

    var text: String { list.map(String.init).joined(separator: ",") }
}

/// What was asked for under an idempotency key, and what came of it.
package struct EarlierReservation: Sendable {
    package let reservation: Reservation
    package let asked: Int
}

/// A reservation with the ticket that stands for its buyer in the public record.
package struct TicketedReservation: Sendable {
    package let reservation: Reservation
    package let ticket: ID<Ticket>
}

/// What somebody holds, unpaid, with what it is offered for in their market and the round it is of.
package struct OfferedReservation: Sendable {
    package let reservation: Reservation
    package let offer: Offer
    package let round: ID<Round>
    package let clock: SaleClock
}

extension Reader {
    package func reservation(_ id: ID<Reservation>) throws -> Reservation? {
        try first("select * from reservations where id = \(id)").map(Reservation.init)
    }

    /// A buyer's basket: what they hold, unpaid, in a sale.
    package func basket(of buyer: ID<Account>, in sale: ID<Sale>) throws -> [Reservation] {
        try all(
            """
            select * from reservations
            where buyer = \(buyer) and sale = \(sale) and state in ('live', 'paying')
            order by id
            """
        ).map(Reservation.init)
    }

    /// The same with their prices in a market, but for what isn't offered there any more.
    package func offeredBasket(
        of buyer: ID<Account>, in sale: ID<Sale>, market: Country
    ) throws -> [OfferedReservation] {
        try all(
            """
            select reservations.*, offers.market, offers.price, offers.currency,
                   offers.unit_limit, allotments.round, rounds.paused_since, rounds.paused_total
            from reservations
            join allotments on allotments.id = reservations.allotment
            join rounds on rounds.id = allotments.round
            join offers on offers.sale = reservations.sale
                and offers.product = reservations.product and offers.market = \(market)
            where reservations.buyer = \(buyer) and reservations.sale = \(sale)
              and reservations.state in ('live', 'paying')
            order by reservations.id
            """
        ).map {
            OfferedReservation(
                reservation: try Reservation($0), offer: try Offer($0), round: try $0.get("round"),
                clock: try SaleClock($0))
        }
    }

    /// What a buyer has of each product in a sale, paid or not: it counts against the limits.
    package func units(of buyer: ID<Account>, in sale: ID<Sale>) throws -> [String: Int] {
        let rows = try all(
            """
            select product, cast(sum(quantity) as bigint) from reservations
            where buyer = \(buyer) and sale = \(sale) and state in ('live', 'paying', 'sold')
            group by product
            """)
        var units: [String: Int] = [:]
        for row in rows { units[try row.get(0)] = try row.get(1) }
        return units
    }

    /// The state of one reservation the buyer holds in any sale; nil when nothing is held.
    package func stateOfHeldUnits(of buyer: ID<Account>) throws -> Reservation.State? {
        try first(
            """
            select state from reservations
            where buyer = \(buyer) and state in ('live', 'paying') limit 1
            """
        )?.get("state")
    }

    /// What buyers of one market hold of an allotment and haven't begun to pay.
    package func unpaid(
        in allotment: ID<Allotment>, of market: Country, limit: Int
    ) throws -> [TicketedReservation] {
        try all(
            """
            select reservations.* from reservations
            join accounts on accounts.id = reservations.buyer
            where reservations.allotment = \(allotment) and reservations.state = 'live'
              and accounts.market = \(market)
            order by reservations.id limit \(limit)
            """
        ).map {
            TicketedReservation(reservation: try Reservation($0), ticket: try $0.get("ticket"))
        }
    }

    /// Where buyers of the offer's market hold units of it unpaid, or stand by for some.
    package func allotmentsWithClaims(of offer: Offer) throws -> [ID<Allotment>] {
        try all(
            """
            select allotments.id from allotments
            join rounds on rounds.id = allotments.round
            where rounds.sale = \(offer.sale) and allotments.product = \(offer.product)
              and (allotments.market is null or allotments.market = \(offer.market))
              and (exists (
                       select 1 from reservations
                       join accounts on accounts.id = reservations.buyer
                       where reservations.allotment = allotments.id
                         and reservations.state = 'live' and accounts.market = \(offer.market))
                   or exists (
                       select 1 from standbys
                       join accounts on accounts.id = standbys.buyer
                       where standbys.allotment = allotments.id
                         and accounts.market = \(offer.market)))
            order by allotments.id limit 1000
            """
        ).map { try $0.get(0) }
    }

    package func reservations(_ ids: [ID<Reservation>]) throws -> [TicketedReservation] {
        try all("select * from reservations where id in \(list: ids) order by id").map {
            TicketedReservation(reservation: try Reservation($0), ticket: try $0.get("ticket"))
        }
    }

    /// Reservations made earlier, each under its buyer's key.
    package func reservations(
        under keys: [(buyer: ID<Account>, key: String)]
    ) throws -> [EarlierReservation] {
        let wanted: [[any SQLBindable]] = keys.map { [$0.buyer, $0.key] }
        return try all(
            """
            select reservations.* from \(rows: wanted, as: "wanted", "buyer", "key")
            join reservations
                on reservations.buyer = wanted.buyer and reservations.key = wanted.key
            """
        ).map {
            EarlierReservation(reservation: try Reservation($0), asked: try $0.get("asked"))
        }
    }

    /// Units each buyer has of a product in a whole sale, paid or not.
    package func held(
        by buyers: [ID<Account>], of product: String, in sale: ID<Sale>
    ) throws -> [ID<Account>: Int] {
        let rows = try all(
            """
            select buyer, cast(sum(quantity) as bigint) from reservations
            where buyer in \(list: buyers) and sale = \(sale) and product = \(product)
              and state in ('live', 'paying', 'sold')
            group by buyer
            """)
        var held: [ID<Account>: Int] = [:]
        for row in rows { held[try row.get(0)] = try row.get(1) }
        return held
    }

    package func held(
        by households: [Household], of product: String, in sale: ID<Sale>
    ) throws -> [Household: Int] {
        guard !households.isEmpty else { return [:] }
        let rows = try all(
            """
            select household, cast(sum(quantity) as bigint) from reservations
            where household in \(list: households.map(\.hash)) and sale = \(sale)
              and product = \(product) and state in ('live', 'paying', 'sold')
            group by household
            """)
        var held: [Household: Int] = [:]
        for row in rows { held[Household(hash: try row.get(0))] = try row.get(1) }
        return held
    }

    /// When the next unpaid hold on an allotment runs out, in sale time.
    package func nextLapse(of allotment: ID<Allotment>) throws -> Moment? {
        try one(
            """
            select min(expires) from reservations
            where allotment = \(allotment) and state = 'live'
            """
        ).get(0)
    }

    /// Holds that have run out, soonest first, at `time` in sale time.
    package func overdue(
        in allotment: ID<Allotment>, at time: Moment, limit: Int
    ) throws -> [TicketedReservation] {
        try all(
            """
            select * from reservations
            where allotment = \(allotment) and state = 'live' and expires <= \(time)
            order by expires, id limit \(limit)
            """
        ).map {
            TicketedReservation(reservation: try Reservation($0), ticket: try $0.get("ticket"))
        }
    }

    /// Allotments with a hold that has run out, wherever the brake is off.
    package func allotmentsWithOverdue(at now: Moment) throws -> [ID<Allotment>] {
        try all(
            """
            select distinct reservations.allotment from reservations
            join allotments on allotments.id = reservations.allotment
            join rounds on rounds.id = allotments.round
            where reservations.state = 'live' and rounds.paused_since is null
              and reservations.expires + rounds.paused_total <= \(now)
            limit 1000
            """
        ).map { try $0.get(0) }
    }
}

extension Transaction {
    /// Everything a batch granted, in one statement.
    package func insert(
        _ made: [(reservation: Reservation, asked: Int, ticket: ID<Ticket>)], sale: ID<Sale>,
        product: String, at now: Moment
    ) throws {
        try insertLater(
            into: "reservations",
            [
                "id", "allotment", "sale", "product", "buyer", "household", "ticket", "asked",
                "quantity", "numbers", "state", "expires", "made", "key",
            ],
            rows: made.map { reservation, asked, ticket in
                [
                    reservation.id, reservation.allotment, sale, product, reservation.buyer,
                    reservation.household?.hash, ticket, asked, reservation.quantity,
                    UnitNumbers(reservation.numbers).text, reservation.state,
                    reservation.expires, now, reservation.key,
                ]
            })
    }

    package func set(_ state: Reservation.State, of reservations: [ID<Reservation>]) throws {
        try run("update reservations set state = \(state) where id in \(list: reservations)")
    }

    /// Gives reservations more time; each has it once.
    package func prolong(_ reservations: [ID<Reservation>], by more: Span) throws {
        try run(
            """
            update reservations set expires = expires + \(more.milliseconds), prolonged = 1
            where id in \(list: reservations)
            """)
    }

    package func set(_ household: Household, of reservations: [ID<Reservation>]) throws {
        try run(
            """
            update reservations set household = \(household.hash)
            where id in \(list: reservations)
            """)
    }
}
