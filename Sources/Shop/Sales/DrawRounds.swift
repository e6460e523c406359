// At the opening of a round the order of its room is fixed, once and for all: by lot, from a seed
// that was committed to before anybody was in the room, from the list of all who were, and from the
// value of a public beacon where the sale names one.

package import Rules
import Storage

extension Shop {
    /// Fixes the order of every round that opens now. Called by the ticker every second. A round
    /// whose rules nobody has confirmed, or whose beacon isn't there yet, is held back with the
    /// brake.
    @discardableResult
    package func drawRounds() async throws -> [ID<Round>] {
        try await closeLists()
        try await goOnPastBeacons()
        let now = clock.now()
        let due = try await storage.read { try $0.roundsToDraw(at: now) }
        for round in due { try await draw(round) }
        return due
    }

    private func draw(_ id: ID<Round>) async throws {
        let now = clock.now()
        let rules = rulebook.current
        try await storage.write { [chance] tx in
            guard let round = try tx.lock(id), round.drawn == nil,
                let sale = try tx.sale(round.sale)
            else { return }
            // Without an order nobody can reserve: this is where a sale opens, or doesn't.
            let doubts = try tx.openDoubts(about: sale.id, by: rules, at: now)
            guard doubts.isEmpty else {
                return try tx.holdBack(
                    round, for: .rules, detail: "\(doubts.count) rules to confirm", at: now,
                    chance: chance)
            }
            let beacon = try tx.beaconWithClosedList(of: round, at: now, chance: chance)
            guard case .draws(let value) = beacon?.readiness(at: now) ?? .draws(with: nil) else {
                return try tx.holdBack(
                    round, for: .beacon, detail: beacon?.name ?? "", at: now, chance: chance)
            }
            try tx.draw(round, by: sale.order, beacon, value: value, at: now, chance: chance)
        }
    }
}

extension Transaction {
    /// - Parameter value: of the beacon, when there is one.
    fileprivate func draw(
        _ round: Round, by order: Sale.OrderPolicy, _ beacon: Beacon?, value: String?,
        at now: Moment, chance: SharedChance
    ) throws {
        let room = Room(try tickets(in: round.id), listClosed: beacon?.closed)
        let digest = DrawKey.digest(of: room.listed)
        let key = DrawKey.mixed(seed: try seed(of: round.id), entrants: digest, beacon: value)
        let ordered = Draw.ordered(room.listed, by: order) { Digest.hmac($0.text, key: key) }
        let places = ordered + room.late
        try setPlaces(places)
        try setDrawn(
            ordered.count, lastPlace: places.count, entrants: digest, in: round.id)
        let without = beacon != nil && value == nil ? ", without the beacon" : ""
        try note(
            "draw", about: round.id.text, detail: "\(ordered.count) tickets\(without)",
            id: chance.id(at: now), at: now)
        // Many tickets came in a short time and have changed: what the database believes of
        // them decides how it looks them up in the rush that begins now.
        try countAnew()
    }
}

/// Who stands in a room: those who take part in the draw, and those who came when the list was
/// closed, in the order they came.
struct Room {
    let listed: [Draw.Entrant]
    let late: [ID<Ticket>]

    init(_ tickets: [Ticket], listClosed closed: Moment?) {
        let isListed = { (ticket: Ticket) in closed.map { ticket.entered <= $0 } ?? true }
        listed = tickets.filter(isListed).map { Draw.Entrant(ticket: $0.id, entered: $0.entered) }
        late = tickets.filter { !isListed($0) }
            .sorted { ($0.entered, $0.id) < ($1.entered, $1.id) }.map(\.id)
    }
}

/// What the places are drawn with: nobody knows it before the list of entrants is closed, and
/// everybody can compute it once the seed is revealed.
package enum DrawKey {
    /// SHA-256 over the list of tickets, sorted, each with when it was entered: a line is
    /// `tkt_… 1432000000000`.
    package static func digest(of entrants: [Draw.Entrant]) -> String {
        let lines = entrants.sorted { $0.ticket < $1.ticket }
            .map { "\($0.ticket) \($0.entered.milliseconds)" }
        return Digest.sha256(lines.joined(separator: "\n"))
    }

    /// SHA-256 over the seed (hexadecimal), the digest of the entrants, and the beacon's value
    /// where there is one, each on a line.
    package static func mixed(seed: String, entrants: String, beacon: String?) -> [UInt8] {
        let lines = [seed, entrants] + (beacon.map { [$0] } ?? [])
        return Array(Digest.sha256(lines.joined(separator: "\n")).utf8)
    }
}
