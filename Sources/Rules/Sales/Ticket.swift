// A place in the order of a round. One per account; entering twice keeps the place.

package struct Ticket: Identified, Hashable, Sendable {
    package static let idPrefix = "tkt"

    package let id: ID<Ticket>
    package let round: ID<Round>
    package let account: ID<Account>
    package let entered: Moment
    /// Counted from 1; nil until the order of the room is fixed at the opening.
    package var place: Int?

    package init(
        id: ID<Ticket>, round: ID<Round>, account: ID<Account>, entered: Moment, place: Int? = nil
    ) {
        self.id = id
        self.round = round
        self.account = account
        self.entered = entered
        self.place = place
    }
}

/// Puts the room in order at the opening.
package enum Draw {
    package struct Entrant: Hashable, Sendable {
        package let ticket: ID<Ticket>
        package let entered: Moment

        package init(ticket: ID<Ticket>, entered: Moment) {
            self.ticket = ticket
            self.entered = entered
        }
    }

    /// The tickets in the order of their places. `rank` is HMAC-SHA256(seed, ticket): nobody can
    /// know it before the seed is revealed, and everybody can recompute it afterwards.
    package static func ordered(
        _ entrants: [Entrant], by policy: Sale.OrderPolicy,
        rank: (ID<Ticket>) -> [UInt8]
    ) -> [ID<Ticket>] {
        switch policy {
        case .firstCome:
            return entrants.sorted { ($0.entered, $0.ticket) < ($1.entered, $1.ticket) }
                .map(\.ticket)
        case .shuffled, .draw:
            let ranked = entrants.map { (ticket: $0.ticket, rank: rank($0.ticket)) }
            return ranked.sorted {
                $0.rank == $1.rank
                    ? $0.ticket < $1.ticket : $0.rank.lexicographicallyPrecedes($1.rank)
            }.map(\.ticket)
        }
    }
}
