// To enter the waiting room: a ticket, one per account, that stands for a place in the order.

package import Rules
import Storage

extension Shop {
    /// The account's ticket for the round, made now or before: entering twice keeps the place.
    /// Before the opening a ticket has no place yet; after it, the next one behind all others.
    /// `whereabouts` is remembered under a keyed hash, where the request came by a network; `proof`
    /// is asked for where the operator lets people work for a ticket (`ProveWork`).
    ///
    /// Throws `Refusal`: the address isn't confirmed, the room isn't open yet, the round is over,
    /// `workMissing`, `waitFirst`.
    package func enterRoom(
        of round: ID<Round>, as account: Account, from whereabouts: Whereabouts? = nil,
        proof: EntryProof? = nil
    ) async throws -> Ticket {
        guard account.isConfirmed else { throw Refusal.mailNotConfirmed }
        let now = clock.now()
        if let ticket = try await storage.read({ try $0.ticket(of: account.id, in: round) }) {
            return ticket
        }
        if settings.work > 0 {
            guard let known = try await storage.read({ try $0.round(round) }) else {
                throw Refusal.notFound
            }
            if let refusal = known.refusesEntry(at: now) { throw refusal }
            try await check(proof, to: round, for: account)
        }
        var origin: Origin?
        if let whereabouts { origin = try await self.origin(whereabouts, in: round) }
        return try await storage.write { [chance, origin] tx in
            // The lock keeps an entry from slipping between the draw's list and its end.
            guard let round = try tx.lock(round) else { throw Refusal.notFound }
            if let refusal = round.refusesEntry(at: now) { throw refusal }
            if let ticket = try tx.ticket(of: account.id, in: round.id) { return ticket }
            let place = round.drawn == nil ? nil : try tx.nextPlace(in: round.id)
            // Whoever stands behind came later, also by a clock that was set back.
            let before = try place.flatMap { try tx.entered(at: $0 - 1, in: round.id) }
            let listed = round.isListClosed ? try tx.beacon(of: round.id)?.entry(at: now) : nil
            let ticket = Ticket(
                id: chance.id(at: now), round: round.id, account: account.id,
                entered: max(now, before ?? now, listed ?? now), place: place)
            try tx.insert(ticket, from: origin)
            return ticket
        }
    }

    /// Gives the ticket up, which only makes sense before the list is closed; afterwards the place
    /// stays in the public order. Leaving a room one isn't in changes nothing.
    package func leaveRoom(of round: ID<Round>, as account: Account) async throws {
        try await storage.write { tx in
            guard let round = try tx.lock(round) else { throw Refusal.notFound }
            guard !round.isListClosed, let ticket = try tx.ticket(of: account.id, in: round.id)
            else { return }
            try tx.delete(ticket.id)
        }
    }
}
