// To close the list of those who take part in a draw, before the value is known that is mixed into
// it. From then on its digest is public.

import Rules
import Storage

extension Shop {
    /// Closes every list whose time has come. Called by the ticker, before it draws.
    func closeLists() async throws {
        let now = clock.now()
        for id in try await storage.read({ try $0.listsToClose(at: now) }) {
            try await storage.write { [chance] tx in
                guard let round = try tx.lock(id), round.drawn == nil else { return }
                _ = try tx.beaconWithClosedList(of: round, at: now, chance: chance)
            }
        }
    }

    /// Lets rounds go on that wait for nothing any more.
    func goOnPastBeacons() async throws {
        let now = clock.now()
        for id in try await storage.read({ try $0.roundsPastBeacon(at: now) }) {
            try await storage.write { [chance] tx in
                guard let round = try tx.lock(id), round.drawn == nil, round.awaitsBeacon else {
                    return
                }
                try tx.goOn(with: round, at: now, chance: chance)
            }
        }
    }
}

extension Transaction {
    /// The beacon of a locked round that isn't drawn, its list closed now if it wasn't before. Nil
    /// for a round without one, whose list the draw itself closes.
    func beaconWithClosedList(
        of round: Round, at now: Moment, chance: SharedChance
    ) throws -> Beacon? {
        guard var beacon = try beacon(of: round.id) else { return nil }
        guard beacon.closed == nil else { return beacon }
        let tickets = try tickets(in: round.id)
        beacon.close(at: now, lastEntered: tickets.map(\.entered).max())
        try update(beacon, of: round.id)
        let listed = Room(tickets, listClosed: beacon.closed).listed
        let digest = DrawKey.digest(of: listed)
        try closeList(digest, of: round.id)
        try note(
            "close list", about: round.id.text, detail: "\(listed.count) tickets, \(digest)",
            id: chance.id(at: now), at: now)
        return beacon
    }
}
