// At the opening of a round the order of its room is fixed, once and for all: by lot, from a seed
// that was committed to before anybody was in the room and from the list of all who were.

package import Rules
import Storage

extension Shop {
    /// Fixes the order of every round that opens now. Called by the ticker every second. A round
    /// whose rules nobody has confirmed is held back with the brake.
    @discardableResult
    package func drawRounds() async throws -> [ID<Round>] {
        let now = clock.now()
        let due = try await storage.read { try $0.roundsToDraw(at: now) }
        for round in due { try await draw(round) }
        return due
    }

    private func draw(_ id: ID<Round>) async throws {
        let now = clock.now()
        let rules = rulebook.current
        try await storage.write { [chance] tx in
            guard var round = try tx.lock(id), round.drawn == nil,
                let sale = try tx.sale(round.sale)
            else { return }
            // Without an order nobody can reserve: this is where a sale opens, or doesn't.
            let doubts = try tx.openDoubts(about: sale.id, by: rules, at: now)
            guard doubts.isEmpty else {
                round.holdBack(at: now)
                try tx.update(clockOf: round)
                return try tx.note(
                    "hold back", about: id.text, detail: "\(doubts.count) rules to confirm",
                    id: chance.id(at: now), at: now)
            }
            let tickets = try tx.tickets(in: id)
            let entrants = tickets.map { Draw.Entrant(ticket: $0.id, entered: $0.entered) }
            let digest = DrawKey.digest(of: entrants)
            let key = DrawKey.mixed(seed: try tx.seed(of: id), entrants: digest)
            let ordered = Draw.ordered(entrants, by: sale.order) {
                Digest.hmac($0.text, key: key)
            }
            try tx.setPlaces(ordered)
            try tx.setDrawn(ordered.count, entrants: digest, in: id)
            try tx.note(
                "draw", about: id.text, detail: "\(ordered.count) tickets", id: chance.id(at: now),
                at: now)
            // Many tickets came in a short time and have changed: what the database believes of
            // them decides how it looks them up in the rush that begins now.
            try tx.countAnew()
        }
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

    /// SHA-256 over the seed (hexadecimal) and the digest of the entrants.
    package static func mixed(seed: String, entrants: String) -> [UInt8] {
        Array(Digest.sha256("\(seed)\n\(entrants)").utf8)
    }
}
