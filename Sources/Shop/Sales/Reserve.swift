// To reserve: hold units for a buyer until they are paid or the hold runs out.

package import Rules
import Storage

/// What a buyer holds, and until when.
package struct Reserved: Hashable, Sendable {
    package let reservation: Reservation
    package let product: String
    /// The numbers of the units.
    package let numbers: [Int]
    /// Wall time, at the earliest: the brake may give more.
    package let expires: Moment
}

extension Shop {
    /// Holds up to `quantity` units of `product`. Durable when it returns. Fewer are held when
    /// fewer are free; the same `key` gets the same reservation again.
    ///
    /// Throws `Refusal`: the round isn't live, no ticket or not yet its turn, a limit, nothing
    /// free, too many waiting, a gate that is open.
    package func reserve(
        _ product: String, quantity: Int, in round: ID<Round>, for buyer: Account, key: String
    ) async throws -> Reserved {
        let (request, allotment) = try await request(
            product, quantity: quantity, in: round, for: buyer, key: key)
        return try await turnstile.reserve(request, of: allotment)
    }

    /// What enters the turnstile, and in whose lane.
    func request(
        _ product: String, quantity: Int, in round: ID<Round>, for buyer: Account, key: String
    ) async throws -> (ReservationRequest, of: ID<Allotment>) {
        guard key.utf8.count <= 100, !key.isEmpty else { throw Refusal.idempotencyKeyMissing }
        try refuseWithheld(product, for: buyer)
        let stall = try await stalls.stall(
            of: product, in: round, for: buyer.market, storage)
        let request = ReservationRequest(
            buyer: buyer.id, quantity: quantity, limit: stall.limit, key: key)
        return (request, stall.allotment)
    }

    /// A gate may have opened since the sale was announced: a proof ran out, a law came into force.
    func refuseWithheld(_ product: String, for buyer: Account) throws(Refusal) {
        let gate = rulebook.openGate(product, in: buyer.market, on: Day(clock.now()))
        if let gate { throw .withheld(reason: gate.reason(in: buyer.language)) }
    }
}

extension Transaction {
    /// The batch: lock, read what these people have, decide, write the outcome set-based.
    func reserve(
        _ requests: [ReservationRequest], of allotmentID: ID<Allotment>, at now: Moment,
        chance: SharedChance, rule: BatchRule
    ) throws -> [Result<Reserved, Refusal>] {
        guard let found = try allotment(allotmentID), let round = try round(found.round),
            let sale = try sale(round.sale)
        else { return requests.map { _ in .failure(.notFound) } }
        try lockSaleWhereRoundsOverlap(round, at: now)
        var allotment = try lock(allotmentID)!
        var entries = try lapseOverdue(in: &allotment, of: round, at: now, chance: chance)
        entries += try passOn(&allotment, of: round, at: now, chance: chance)

        let earlier = try earlierReservations(for: requests)
        var fresh: [ReservationRequest] = []
        var firsts: [RequestKey: ReservationRequest] = [:]
        for request in requests
        where earlier[RequestKey(request)] == nil && firsts[RequestKey(request)] == nil {
            firsts[RequestKey(request)] = request
            fresh.append(request)
        }
        let made = try grant(
            fresh, of: &allotment, round: round, sale: sale, at: now, chance: chance, rule: rule,
            entries: &entries)
        if !entries.isEmpty {
            try update(allotment)
            try record(entries, in: allotment.id, at: now)
        }
        return try requests.map { request in
            if let before = earlier[RequestKey(request)] {
                return try replay(before, for: request, of: allotment, round: round, at: now)
            }
            guard firsts[RequestKey(request)]?.quantity == request.quantity else {
                return .failure(.idempotencyKeyReused)
            }
            return made[RequestKey(request)]!
        }
    }

    private func grant(
        _ requests: [ReservationRequest], of allotment: inout Allotment, round: Round, sale: Sale,
        at now: Moment, chance: SharedChance, rule: BatchRule,
        entries: inout [PublicRecord.Entry]
    ) throws -> [RequestKey: Result<Reserved, Refusal>] {
        guard !requests.isEmpty else { return [:] }
        let buyers = Array(Set(requests.map(\.buyer)))
        let tickets = try places(of: buyers, in: round.id)
        let homes = try households(of: buyers)
        var batch = ReservationBatch(
            allotment: allotment, round: round, hold: sale.hold, now: now,
            held: try held(by: buyers, of: allotment.product, in: sale.id),
            householdHeld: try held(
                by: Array(Set(homes.values)), of: allotment.product, in: sale.id),
            households: homes, places: tickets.mapValues(\.place),
            nextLapse: try nextLapse(of: allotment.id),
            kept: try kept(of: allotment, in: round, of: sale))
        let decisions = rule.decide(&batch, requests)

        var numbers = try freeNumbers(
            of: allotment, count: decisions.reduce(0) { $0 + $1.quantity })[...]
        let firstNew = allotment.nextNumber
        var rows: [(reservation: Reservation, asked: Int, ticket: ID<Ticket>)] = []
        var given: [(number: Int, reservation: ID<Reservation>)] = []
        var outcomes: [RequestKey: Result<Reserved, Refusal>] = [:]
        for (request, decision) in zip(requests, decisions) {
            switch decision {
            case .refused(let refusal):
                outcomes[RequestKey(request)] = .failure(refusal)
            case .reserved(let quantity, let expires):
                let reservation = Reservation(
                    id: chance.id(at: now), allotment: allotment.id, buyer: request.buyer,
                    household: homes[request.buyer], quantity: quantity, expires: expires,
                    key: request.key)
                let mine = Array(numbers.prefix(quantity))
                numbers = numbers.dropFirst(quantity)
                let ticket = tickets[request.buyer]!.ticket
                rows.append((reservation, request.quantity, ticket))
                given += mine.map { ($0, reservation.id) }
                entries.append(.init(.reserve, ticket, mine, expires: expires))
                outcomes[RequestKey(request)] = .success(
                    Reserved(
                        reservation: reservation, product: allotment.product, numbers: mine,
                        expires: round.clock.wallTime(of: expires, at: now)))
            }
        }
        guard !rows.isEmpty else { return outcomes }
        allotment.reserved += given.count
        allotment.nextNumber = max(firstNew, (given.map(\.number).max() ?? 0) + 1)
        try insert(rows, sale: sale.id, product: allotment.product, at: now)
        try give(given, of: allotment.id, firstNew: firstNew)
        return outcomes
    }

    private func kept(
        of allotment: Allotment, in round: Round, of sale: Sale
    ) throws -> (winners: Int, until: Moment)? {
        guard let until = sale.keptForWinners(in: round),
            let winners = try winners(of: allotment, in: sale)
        else { return nil }
        return (winners, until)
    }

    /// Numbers that came back first, then new ones.
    func freeNumbers(of allotment: Allotment, count: Int) throws -> [Int] {
        guard count > 0 else { return [] }
        let returnedCount = allotment.nextNumber - 1 - allotment.reserved - allotment.sold
        let returned =
            returnedCount > 0 ? try returnedNumbers(of: allotment.id, limit: count) : []
        let missing = count - returned.count
        return returned + (allotment.nextNumber..<(allotment.nextNumber + missing))
    }

    private func earlierReservations(
        for requests: [ReservationRequest]
    ) throws -> [RequestKey: EarlierReservation] {
        let found = try reservations(under: requests.map { ($0.buyer, $0.key) })
        return Dictionary(
            found.map {
                (RequestKey(buyer: $0.reservation.buyer, key: $0.reservation.key), $0)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func replay(
        _ earlier: EarlierReservation, for request: ReservationRequest, of allotment: Allotment,
        round: Round, at now: Moment
    ) throws -> Result<Reserved, Refusal> {
        let reservation = earlier.reservation
        guard reservation.allotment == allotment.id, earlier.asked == request.quantity else {
            return .failure(.idempotencyKeyReused)
        }
        return .success(
            Reserved(
                reservation: reservation, product: allotment.product,
                numbers: try unitNumbers(of: reservation.id),
                expires: round.clock.wallTime(of: reservation.expires, at: now)))
    }
}

extension Reader {
    /// How many places win in a draw; nil in a sale that has none. Where markets share the units,
    /// the highest of their limits counts.
    package func winners(of allotment: Allotment, in sale: Sale) throws -> Int? {
        guard sale.order == .draw else { return nil }
        let limits = try offers(in: sale.id).filter {
            $0.product == allotment.product
                && (allotment.market == nil || allotment.market == $0.market)
        }.map(\.limit)
        return limits.max().map(allotment.winners)
    }
}

extension ReservationBatch.Decision {
    fileprivate var quantity: Int {
        if case .reserved(let quantity, _) = self { quantity } else { 0 }
    }
}

/// One buyer's idempotency key.
private struct RequestKey: Hashable {
    let buyer: ID<Account>
    let key: String

    init(buyer: ID<Account>, key: String) {
        self.buyer = buyer
        self.key = key
    }

    init(_ request: ReservationRequest) {
        self.init(buyer: request.buyer, key: request.key)
    }
}
