// What the audit asks: sums and offenders, computed from the rows and not from the counters.

package import Rules

/// A sealed batch of the public record.
package struct RecordedBatch: Hashable, Sendable {
    package let sequence: Int
    package let made: Moment
    package let entries: String
    package let hash: String

    package init(sequence: Int, made: Moment, entries: String, hash: String) {
        self.sequence = sequence
        self.made = made
        self.entries = entries
        self.hash = hash
    }
}

extension Reader {
    /// Units by the reservations that hold them, and by their numbers.
    package func unitSums(
        of allotment: ID<Allotment>
    ) throws -> (reserved: Int, sold: Int, numbered: Int) {
        let row = try one(
            """
            select
                cast(coalesce(sum(case when state in ('live', 'paying') then quantity end), 0)
                     as bigint),
                cast(coalesce(sum(case when state = 'sold' then quantity end), 0) as bigint)
            from reservations where allotment = \(allotment)
            """)
        let numbered = try count(
            """
            select count(*) from units
            where allotment = \(allotment) and reservation is not null
            """)
        return (try row.get(0), try row.get(1), numbered)
    }

    /// Ids of reservations that hold another number of units than they say.
    package func reservationsWithWrongNumbers(in allotment: ID<Allotment>) throws -> [String] {
        try all(
            """
            select reservations.id from reservations
            left join (select reservation, count(*) as held from units
                       where allotment = \(allotment) and reservation is not null
                       group by reservation) as hands
                on hands.reservation = reservations.id
            where reservations.allotment = \(allotment)
              and coalesce(hands.held, 0) <>
                case when reservations.state in ('live', 'paying', 'sold')
                    then reservations.quantity else 0 end
            limit 20
            """
        ).map { try $0.get(0) }
    }

    /// Numbers of units in the hands of a reservation that doesn't say so, or that isn't there.
    package func unitsInWrongHands(of allotment: ID<Allotment>) throws -> [Int] {
        try all(
            """
            select units.number from units
            left join reservations on reservations.id = units.reservation
                and reservations.allotment = units.allotment
                and ',' || reservations.numbers || ','
                    like '%,' || cast(units.number as text) || ',%'
            where units.allotment = \(allotment) and units.reservation is not null
              and reservations.id is null
            order by units.number limit 20
            """
        ).map { try $0.get(0) }
    }

    /// Ids of reservations whose sale, buyer or ticket isn't there.
    package func reservationsOfNobody(in allotment: ID<Allotment>) throws -> [String] {
        try all(
            """
            select reservations.id from reservations
            left join sales on sales.id = reservations.sale
            left join tickets on tickets.id = reservations.ticket
                and tickets.account = reservations.buyer
            left join accounts on accounts.id = reservations.buyer
            where reservations.allotment = \(allotment)
              and (sales.id is null or tickets.id is null or accounts.id is null)
            limit 20
            """
        ).map { try $0.get(0) }
    }

    package func batches(
        of allotment: ID<Allotment>, after sequence: Int, limit: Int
    ) throws -> [RecordedBatch] {
        try all(
            """
            select sequence, made, entries, hash from batches
            where allotment = \(allotment) and sequence > \(sequence)
            order by sequence limit \(limit)
            """
        ).map {
            RecordedBatch(
                sequence: try $0.get(0), made: try $0.get(1), entries: try $0.get(2),
                hash: try $0.get(3))
        }
    }

    package func buyersOverLimit(in sale: ID<Sale>) throws -> [String] {
        try all(
            """
            select reservations.buyer from reservations
            join accounts on accounts.id = reservations.buyer
            join offers on offers.sale = reservations.sale
                and offers.product = reservations.product and offers.market = accounts.market
            where reservations.sale = \(sale)
              and reservations.state in ('live', 'paying', 'sold')
            group by reservations.buyer, reservations.product, offers.unit_limit
            having sum(reservations.quantity) > offers.unit_limit
            limit 20
            """
        ).map { try $0.get(0) }
    }

    package func householdsOverLimit(in sale: ID<Sale>) throws -> [String] {
        try all(
            """
            select reservations.household from reservations
            join accounts on accounts.id = reservations.buyer
            join offers on offers.sale = reservations.sale
                and offers.product = reservations.product and offers.market = accounts.market
            where reservations.sale = \(sale) and reservations.household is not null
              and reservations.state in ('live', 'paying', 'sold')
            group by reservations.household, reservations.product, offers.unit_limit
            having sum(reservations.quantity) > offers.unit_limit
            limit 20
            """
        ).map { try $0.get(0) }
    }

    /// Minor units already given back, or owed, for goods of an order still kept that came back or
    /// won't come.
    package func returnedMoney(of order: ID<Order>) throws -> Int64 {
        try one(
            """
            select cast(coalesce(sum(refunds.amount), 0) as bigint) from refunds
            join payments on payments.id = refunds.payment
            where payments.of_order = \(order) and refunds.reason in ('returned', 'called_off')
              and refunds.state <> 'refused'
            """
        ).get(0)
    }
}
