// Units that come back go to whoever stands by with the best place, in the very transaction in
// which they came back; only what nobody stands by for is free.

import Rules
import Storage

extension Shop {
    /// Passes on what couldn't be passed on when it came back: the brake was on, or a draw still
    /// kept it for its winners. Called by the ticker every second.
    @discardableResult
    package func passOn() async throws -> Int {
        let now = clock.now()
        let due = try await storage.read { try $0.allotmentsToPassOn(at: now) }
        for id in due {
            try await storage.write { [chance] tx in
                guard let locked = try tx.lockToPassOn(id, at: now) else { return }
                var allotment = locked.allotment
                let entries = try tx.passOn(&allotment, of: locked.round, at: now, chance: chance)
                guard !entries.isEmpty else { return }
                try tx.update(allotment)
                try tx.record(entries, in: allotment.id, at: now)
            }
        }
        return due.count
    }
}

extension Transaction {
    /// Locks what must be locked to give units of an allotment to others.
    func lockToPassOn(
        _ id: ID<Allotment>, at now: Moment
    ) throws -> (allotment: Allotment, round: Round)? {
        guard let found = try allotment(id), let round = try round(found.round) else { return nil }
        try lockSaleWhereRoundsOverlap(round, at: now)
        return try lock(id).map { ($0, round) }
    }

    /// Gives free units of a locked allotment to those who stand by. Changes `allotment`; the
    /// caller writes it and records the entries.
    func passOn(
        _ allotment: inout Allotment, of round: Round, at now: Moment, chance: SharedChance
    ) throws -> [PublicRecord.Entry] {
        guard allotment.free > 0, round.refusesReservations(at: now) == nil,
            let sale = try sale(round.sale), sale.passesOn(in: round, at: now)
        else { return [] }
        // Whoever gets one gets at least one unit, so there can't be more winners than units.
        let waiting = try standbys(of: allotment.id, limit: min(allotment.free, 1000))
        guard !waiting.isEmpty else { return [] }
        var batch = StandbyBatch(
            free: allotment.free,
            held: try held(by: waiting.map(\.buyer), of: allotment.product, in: sale.id),
            householdHeld: try held(
                by: Array(Set(waiting.compactMap(\.household))), of: allotment.product,
                in: sale.id))
        let decisions = batch.decide(waiting)
        let expires = round.clock.saleTime(at: now) + sale.hold
        var entries: [PublicRecord.Entry] = []
        var done: [ID<Ticket>] = []
        for (standby, decision) in zip(waiting, decisions) {
            switch decision {
            case .waits: continue
            case .over: done.append(standby.ticket)
            case .given(let quantity):
                done.append(standby.ticket)
                entries.append(
                    try give(
                        quantity, of: &allotment, to: standby, in: sale, expires: expires, at: now,
                        chance: chance))
            }
        }
        try endStandbys(of: done, for: allotment.id)
        // Some were at their limit, and somebody behind them may still wait.
        if allotment.free > 0, done.count == waiting.count {
            entries += try passOn(&allotment, of: round, at: now, chance: chance)
        }
        return entries
    }

    private func give(
        _ quantity: Int, of allotment: inout Allotment, to standby: Standby, in sale: Sale,
        expires: Moment, at now: Moment, chance: SharedChance
    ) throws -> PublicRecord.Entry {
        let id: ID<Reservation> = chance.id(at: now)
        let numbers = try freeNumbers(of: allotment, count: quantity)
        let reservation = Reservation(
            id: id, allotment: allotment.id, buyer: standby.buyer, household: standby.household,
            numbers: numbers, expires: expires, key: "standby \(id)")
        try insert(
            [(reservation, quantity, standby.ticket)], sale: sale.id, product: allotment.product,
            at: now)
        try give(numbers.map { ($0, id) }, of: allotment.id, firstNew: allotment.nextNumber)
        allotment.reserved += quantity
        allotment.nextNumber = max(allotment.nextNumber, (numbers.max() ?? 0) + 1)
        try owe(.letter(.unitsHeld, about: id.text), at: now)
        return .init(.pass, standby.ticket, numbers, expires: expires)
    }
}
