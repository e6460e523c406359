// To reserve: hold units for a buyer until they are paid or the hold runs out.

package import Rules
import Storage

/// What a buyer holds, and until when.
package struct Reserved: Hashable, Sendable {
    package let reservation: Reservation
    package let product: String
    /// Wall time, at the earliest: the brake may give more.
    package let expires: Moment

    /// The numbers of the units.
    package var numbers: [Int] { reservation.numbers }
}

extension Shop {
    /// Holds up to `quantity` units of `product`. Durable when it returns. Fewer are held when
    /// fewer are free; the same `key` gets the same reservation again. `address` is where the
    /// request came from, if it came by a network.
    ///
    /// Throws `Refusal`: asked too often, the round isn't live, no ticket or not yet its turn, a
    /// limit, nothing free, too many waiting, a gate that is open.
    package func reserve(
        _ product: String, quantity: Int, in round: ID<Round>, for buyer: Account, key: String,
        from address: String? = nil
    ) async throws -> Reserved {
        let asker = ReservationPaces.Asker(account: buyer.id, address: address, key: key)
        try paces.admit(asker)
        do {
            let (request, lane) = try await request(
                product, quantity: quantity, in: round, for: buyer, key: key)
            let reserved = try await turnstile.reserve(request, in: lane)
            paces.settle(asker, .success(reserved))
            return reserved
        } catch {
            paces.settle(asker, .failure(error))
            throw error
        }
    }

    /// What enters the turnstile, and in whose lane.
    func request(
        _ product: String, quantity: Int, in round: ID<Round>, for buyer: Account, key: String
    ) async throws -> (ReservationRequest, in: Lane) {
        guard key.utf8.count <= 100, !key.isEmpty else { throw Refusal.idempotencyKeyMissing }
        try refuseWithheld(product, for: buyer)
        let stall = try await stalls.stall(
            of: product, in: round, for: buyer.market, storage)
        let request = ReservationRequest(
            buyer: buyer.id, quantity: quantity, limit: stall.limit, key: key)
        return (request, stall.lane)
    }

    /// A gate may have opened since the sale was announced: a proof ran out, a law came into force.
    func refuseWithheld(_ product: String, for buyer: Account) throws(Refusal) {
        let gate = rulebook.openGate(product, in: buyer.market, on: Day(clock.now()))
        if let gate { throw .withheld(reason: gate.reason(in: buyer.language)) }
    }
}

/// Another round of the sale is live too: whoever decides must hold the sale's lock as well, and
/// have taken it first.
struct RoundsOverlap: Error {}

extension Transaction {
    /// The batch: lock, read what these people have, decide, write the outcome set-based. Throws
    /// `RoundsOverlap` unless it may lock the sale.
    func reserve(
        _ requests: [ReservationRequest], in lane: Lane, lockingSale: Bool = false,
        at now: Moment, chance: SharedChance, rule: BatchRule
    ) throws -> [Result<Reserved, Refusal>] {
        if lockingSale { try lock(lane.sale) }
        guard let (counter, found) = try open(lane, for: requests, at: now) else {
            return requests.map { _ in .failure(.notFound) }
        }
        if counter.hasLiveSibling && !lockingSale { throw RoundsOverlap() }
        // Under a clock that was set back, time stands still: what is on record was before.
        let now = max(now, counter.lastMade ?? now)
        var allotment = counter.allotment
        var entries = try takeBack(at: counter, &allotment, at: now, chance: chance)

        // What somebody got or lost just now counts.
        let standings = entries.isEmpty ? found : try standings(of: requests, in: lane)
        let earlier = try earlierReservations(for: requests, standings)
        var fresh = Fresh()
        for (request, standing) in zip(requests, standings) where standing.earlier == nil {
            fresh.add(request, standing)
        }
        let made = try grant(
            fresh, of: &allotment, at: counter, now: now, chance: chance, rule: rule,
            entries: &entries)
        if !entries.isEmpty {
            try record(entries, with: allotment, after: counter.head, at: now)
        }
        return try requests.map { request in
            if let before = earlier[RequestKey(request)] {
                return try replay(before, for: request, of: allotment, counter.round, at: now)
            }
            guard fresh.firsts[RequestKey(request)]?.quantity == request.quantity else {
                return .failure(.idempotencyKeyReused)
            }
            return made[RequestKey(request)]!
        }
    }

    /// Holds that ran out come back first, and go to whoever stands by.
    private func takeBack(
        at counter: Counter, _ allotment: inout Allotment, at now: Moment, chance: SharedChance
    ) throws -> [PublicRecord.Entry] {
        let round = counter.round
        var entries: [PublicRecord.Entry] = []
        if let next = counter.nextLapse, next <= round.clock.saleTime(at: now) {
            entries = try lapseOverdue(in: &allotment, of: round, at: now, chance: chance)
        }
        if counter.hasStandbys || !entries.isEmpty {
            entries += try passOn(&allotment, of: round, at: now, chance: chance)
        }
        return entries
    }

    private func grant(
        _ fresh: Fresh, of allotment: inout Allotment, at counter: Counter, now: Moment,
        chance: SharedChance, rule: BatchRule, entries: inout [PublicRecord.Entry]
    ) throws -> [RequestKey: Result<Reserved, Refusal>] {
        guard !fresh.requests.isEmpty else { return [:] }
        let round = counter.round
        var batch = ReservationBatch(
            allotment: allotment, round: round, hold: counter.sale.hold, now: now,
            held: fresh.held, householdHeld: fresh.householdHeld,
            households: fresh.households, places: fresh.tickets.mapValues { $0.place },
            nextLapse: entries.isEmpty ? counter.nextLapse : try nextLapse(of: allotment.id),
            kept: try kept(of: allotment, in: round, of: counter.sale))
        let decisions = rule.decide(&batch, fresh.requests)

        var numbers = try freeNumbers(
            of: allotment, count: decisions.reduce(0) { $0 + $1.quantity })[...]
        let firstNew = allotment.nextNumber
        var rows: [(reservation: Reservation, asked: Int, ticket: ID<Ticket>)] = []
        var given: [(number: Int, reservation: ID<Reservation>)] = []
        var outcomes: [RequestKey: Result<Reserved, Refusal>] = [:]
        for (request, decision) in zip(fresh.requests, decisions) {
            switch decision {
            case .refused(let refusal):
                outcomes[RequestKey(request)] = .failure(refusal)
            case .reserved(let quantity, let expires):
                let mine = Array(numbers.prefix(quantity))
                numbers = numbers.dropFirst(quantity)
                let reservation = Reservation(
                    id: chance.id(at: now), allotment: allotment.id, buyer: request.buyer,
                    household: fresh.households[request.buyer], numbers: mine,
                    expires: expires, key: request.key)
                let ticket = fresh.tickets[request.buyer]!.id
                rows.append((reservation, request.quantity, ticket))
                given += mine.map { ($0, reservation.id) }
                entries.append(.init(.reserve, ticket, mine, expires: expires))
                outcomes[RequestKey(request)] = .success(
                    Reserved(
                        reservation: reservation, product: allotment.product,
                        expires: round.clock.wallTime(of: expires, at: now)))
            }
        }
        guard !rows.isEmpty else { return outcomes }
        allotment.reserved += given.count
        allotment.nextNumber = max(firstNew, (given.map { $0.number }.max() ?? 0) + 1)
        try insert(rows, sale: counter.sale.id, product: allotment.product, at: now)
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
        for requests: [ReservationRequest], _ standings: [Standing]
    ) throws -> [RequestKey: EarlierReservation] {
        let known = zip(requests, standings).filter { $0.1.earlier != nil }
        guard !known.isEmpty else { return [:] }
        let found = try reservations(under: known.map { ($0.0.buyer, $0.0.key) })
        return Dictionary(
            found.map {
                (RequestKey(buyer: $0.reservation.buyer, key: $0.reservation.key), $0)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func replay(
        _ earlier: EarlierReservation, for request: ReservationRequest, of allotment: Allotment,
        _ round: Round, at now: Moment
    ) throws -> Result<Reserved, Refusal> {
        let reservation = earlier.reservation
        guard reservation.allotment == allotment.id, earlier.asked == request.quantity else {
            return .failure(.idempotencyKeyReused)
        }
        return .success(
            Reserved(
                reservation: reservation, product: allotment.product,
                expires: round.clock.wallTime(of: reservation.expires, at: now)))
    }
}

/// The requests of a batch that nothing came of before, each key once, and where their buyers
/// stand.
private struct Fresh {
    private(set) var requests: [ReservationRequest] = []
    private(set) var firsts: [RequestKey: ReservationRequest] = [:]
    private(set) var tickets: [ID<Account>: (id: ID<Ticket>, place: Int)] = [:]
    private(set) var held: [ID<Account>: Int] = [:]
    private(set) var households: [ID<Account>: Household] = [:]
    private(set) var householdHeld: [Household: Int] = [:]

    mutating func add(_ request: ReservationRequest, _ standing: Standing) {
        let key = RequestKey(request)
        guard firsts[key] == nil else { return }
        firsts[key] = request
        requests.append(request)
        held[request.buyer] = standing.held
        tickets[request.buyer] = standing.ticket
        if let household = standing.household {
            households[request.buyer] = household
            householdHeld[household] = standing.householdHeld
        }
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
