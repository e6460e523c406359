// Tickets of a round that share something, for the operator to look at.

package import Rules

extension Reader {
    /// The largest groups of two and more, each counted with what became of it.
    package func clusters(by trait: Cluster.Trait, in round: ID<Round>) throws -> [Cluster] {
        let shared = trait.expression
        return try all(
            """
            select \(fragment: shared) as shared, count(distinct tickets.id) as size,
                   min(tickets.entered) as first_entered, max(tickets.entered) as last_entered,
                   count(distinct reservations.ticket) as reserved,
                   cast(sum(case when reservations.state in ('live', 'paying', 'sold')
                                 then reservations.quantity else 0 end) as bigint) as units
            from tickets
            join accounts on accounts.id = tickets.account
            left join reservations on reservations.buyer = tickets.account
                                  and reservations.ticket = tickets.id
            where tickets.round = \(round) and \(fragment: shared) is not null
            group by \(fragment: shared) having count(distinct tickets.id) > 1
            order by size desc, first_entered, shared limit \(Cluster.most)
            """
        ).map { row in
            Cluster(
                trait: trait, tickets: try row.get("size"), reserved: try row.get("reserved"),
                units: try row.get("units"), firstEntered: try row.get("first_entered"),
                lastEntered: try row.get("last_entered"))
        }
    }
}

extension Cluster.Trait {
    fileprivate var expression: SQL {
        switch self {
        case .household: "accounts.household"
        case .device: "tickets.from_address || '/' || tickets.from_device"
        case .address: "tickets.from_address"
        }
    }
}
