// The witness looks at the shop from outside after every step: the audit, what people were told,
// the till's books, and whether each answer was true when it was given. It knows the rules of the
// sale by heart and doesn't ask the shop's own for them.

import Rules
import Shop
import Storage

extension SimulatedSale {
    /// - Parameter isWhole: at the end, when also what was over long ago is looked at.
    func look(isWhole: Bool) async throws {
        for error in listener.take() { find("the shop logged: \(error)") }
        for reference in till.takenTwice { find("\(reference) was captured twice") }
        // What nobody has written to since is as it was found then.
        let commits = machine.commits
        guard isWhole || commits != lookedAt else { return }
        lookedAt = commits
        let (promises, till, latest) = (promises, till, latest)
        let looked = await seen { reader -> (Promises, [String]) in
            var promises = promises
            var found = try Audit.run(reader).map(\.description)
            found += try promises.breaches(reader, latest: latest)
            found += try reader.disagreements(with: till)
            if isWhole { found += try promises.revived(reader) }
            return (promises, found)
        }
        guard let looked else { return }
        self.promises = looked.0
        findings += looked.1
    }

    /// After a second in which nothing went wrong, nobody waits for a unit that is free.
    func lookForIdleUnits() async {
        let now = clock.now()
        let rounds = rounds
        let idle = await seen { reader in
            try rounds.flatMap { id -> [String] in
                guard let round = try reader.round(id), round.drawn != nil,
                    round.refusesReservations(at: now) == nil,
                    let sale = try reader.sale(round.sale), sale.passesOn(in: round, at: now)
                else { return [] }
                return try reader.allotments(in: id).filter { allotment in
                    try allotment.free > 0 && reader.standbyCount(of: allotment.id) > 0
                }.map { "\($0.free) units of \($0.id) are free, and somebody stands by" }
            }
        }
        findings += idle ?? []
    }

    /// What those who ask have of what they ask for, by the keys of their requests. A hold that ran
    /// out counts until its lane is swept, and that may be one that is decided after theirs.
    func holdings(of requests: [Request]) async -> [String: Holding] {
        let (people, rounds) = (people, rounds)
        let found = await seen { reader in
            try requests.map { request in
                let (product, _, round) = request.reservation!
                let sale = try reader.round(rounds[round - 1])!.sale
                return (
                    request.key,
                    try reader.holding(
                        of: people[request.person].account, product: product, in: sale)
                )
            }
        }
        return Dictionary(found ?? []) { first, _ in first }
    }

    /// Whether each answer to those who asked together was true.
    func lookAtAnswers(_ told: [Told], _ before: [String: Holding]) async {
        let now = clock.now()
        let latest = latest
        let seats = told.map { told in
            let (product, quantity, round) = told.request.reservation!
            return Seated(
                buyer: people[told.request.person].account, product: product, quantity: quantity,
                round: rounds[round - 1], answer: told.answer, before: before[told.request.key])
        }
        let hold = shape.draft.hold
        let found = await seen { reader in
            try seats.compactMap { seat in
                try seat.lie(reader, at: now, latest: latest, hold: hold).map {
                    "\(seat.buyer.name) was told \(seat.said), but \($0)"
                }
            }
        }
        findings += found ?? []
    }
}

/// Units of a product in a whole sale: of one buyer, and of everybody at their door.
struct Holding: Sendable {
    var own = 0
    var household = 0
}

extension Reader {
    fileprivate func holding(
        of buyer: Account, product: String, in sale: ID<Sale>
    ) throws -> Holding {
        var holding = Holding()
        holding.own = try held(by: [buyer.id], of: product, in: sale)[buyer.id, default: 0]
        if let household = try household(of: buyer.id) {
            let all = try held(by: [household], of: product, in: sale)
            holding.household = all[household, default: 0]
        }
        return holding
    }
}

/// Somebody who asked for units of a product, and the answer.
private struct Seated: Sendable {
    let buyer: Account
    let product: String
    let quantity: Int
    let round: ID<Round>
    let answer: Result<Reserved, Refusal>
    let before: Holding?

    var said: String {
        switch answer {
        case .success(let reserved): "of units \(reserved.numbers)"
        case .failure(let refusal): refusal.code
        }
    }

    /// Why the answer isn't true; nil when it is. The rows are as they were right after it.
    func lie(
        _ reader: Reader, at now: Moment, latest: Moment, hold: Span
    ) throws -> String? {
        guard let found = try reader.round(round),
            let allotment = try reader.allotment(of: product, for: buyer.market, in: round),
            let offer = try reader.offer(of: product, in: buyer.market, sale: found.sale)
        else { return "there is no such stall" }
        let time = found.clock.saleTime(at: now)
        let place = try reader.ticket(of: buyer.id, in: round)?.place
        switch answer {
        case .success(let reserved):
            if reserved.reservation.quantity > quantity { return "asked for \(quantity)" }
            let most = hold + (reserved.reservation.isProlonged ? hold : .zero)
            if reserved.reservation.state == .live, reserved.expires - latest > most {
                return "nobody may hold them so long"
            }
            guard let place else { return "has no place" }
            let admitted = found.admitted(at: found.clock.saleTime(at: latest))
            return place > admitted ? "place \(place) wasn't admitted yet" : nil
        case .failure(let refusal):
            return try lie(
                refusal, reader, found, allotment, offer, place: place, time: time, latest: latest)
        }
    }

    /// Before the answer or after it.
    private func most(
        _ part: KeyPath<Holding, Int>, _ reader: Reader, in sale: ID<Sale>
    ) throws -> Int {
        let after = try reader.holding(of: buyer, product: product, in: sale)
        return max(after[keyPath: part], before?[keyPath: part] ?? 0)
    }

    private func lie(
        _ refusal: Refusal, _ reader: Reader, _ round: Round, _ allotment: Allotment,
        _ offer: Offer, place: Int?, time: Moment, latest: Moment
    ) throws -> String? {
        switch refusal {
        case .soldOut: return allotment.sold == allotment.units ? nil : "not all are sold"
        case .allHeld:
            return allotment.free == 0 && allotment.sold < allotment.units
                ? nil : "\(allotment.free) are free, \(allotment.sold) sold"
        case .limitReached(let limit, let held):
            let has = try most(\.own, reader, in: round.sale)
            return limit == offer.limit && held <= has && has + quantity > limit
                ? nil : "has \(has) of \(offer.limit)"
        case .householdLimitReached:
            guard try reader.household(of: buyer.id) != nil else { return "lives nowhere" }
            return try most(\.household, reader, in: round.sale) + quantity > offer.limit
                ? nil : "the household has less than its limit"
        case .noTicket: return place == nil ? nil : "has place \(place!)"
        case .notYourTurn:
            return place ?? .max > round.admitted(at: time) ? nil : "the turn has come"
        case .salePaused: return round.clock.isPaused ? nil : "the brake is off"
        case .saleNotOpen: return time < round.opens ? nil : "it is open"
        case .saleClosed:
            // A clock that is set back opens nothing anew: what is on record stays before it.
            return round.clock.saleTime(at: latest) >= round.closes ? nil : "it isn't closed"
        case .input:
            return (1...offer.limit).contains(quantity) ? "\(quantity) is lawful" : nil
        default: return nil
        }
    }
}

extension Round {
    /// The door's promise in other words: so many at once, and then one after the other.
    fileprivate func admitted(at time: Moment) -> Int {
        guard time >= opens else { return 0 }
        let minutes = Double((time - opens).milliseconds) / 60_000
        return door.burst + Int(minutes * Double(door.perMinute) + 1e-9)
    }
}

extension Reader {
    /// Once a payment is captured, both know the same of it. A refund may be owed for a while.
    package func disagreements(with till: Till) throws -> [String] {
        var found: [String] = []
        for order in try orders(after: "", limit: 10_000) {
            for payment in try payments(of: order.id) where payment.state == .captured {
                let refunds = try refunds(of: payment.id)
                func kept(without states: Set<Refund.State>) -> Int64 {
                    payment.amount.minor
                        - refunds.filter { states.contains($0.state) }
                        .reduce(0) { $0 + $1.amount.minor }
                }
                let there = till.kept(for: payment.id.text)
                if !(kept(without: [.made, .owed])...kept(without: [.made])).contains(there) {
                    found.append("\(payment.id): the till keeps \(there)")
                }
            }
        }
        return found
    }
}
