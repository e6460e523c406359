// One simulated sale: the real shop on a real database, under a clock, a chance and faults that its
// seed decides. Everything happens one after the other, so that the same seed is the same sale;
// what others do while a partner is asked is a step inside a step.

import Foundation
package import Partners
package import Rules
package import Shop
package import Storage

actor SimulatedSale {
    let plan: SimulationPlan
    let shape: SaleShape
    let stage: Stage
    let location: Location
    let clock: HandClock
    let machine: Machine
    let till = Till()
    let partner: FickleTill
    let postbox = Postbox()
    let listener = Listener()
    /// The shop's: it goes on when the machine dies, as the system's does.
    let shopChance: SharedChance
    /// The world's.
    var chance: SeededChance
    var shop: Shop

    var sale: Sale?
    var rounds: [ID<Round>] = []
    var clerk: Account?
    var people: [Person] = []
    /// Requests on their way.
    var wire: [Request] = []
    var promises = Promises()
    /// The latest that the clock ever showed.
    var latest: Moment
    var keys = 0
    /// How many transactions there had been when all was last looked at.
    var lookedAt = -1
    /// How deep we are in steps inside steps.
    var depth = 0
    var tally = Tally()
    var trace: [String] = []
    var findings: [String] = []

    init(_ plan: SimulationPlan, on stage: Stage, at location: Location) throws {
        self.plan = plan
        self.stage = stage
        self.location = location
        shape = SaleShape(seed: plan.seed, sample: stage.sample, size: plan.size)
        clock = HandClock(shape.begins)
        latest = shape.begins
        machine = Machine(
            seed: plan.seed ^ 0xfa17, roughness: shape.roughness, deathAt: plan.deathAt)
        partner = FickleTill(till, on: machine)
        shopChance = SharedChance(SeededChance(seed: plan.seed ^ 0x5409))
        chance = SeededChance(seed: plan.seed)
        machine.watch(true)
        let method = plan.planted.partner(partner)
        shop = try stage.open(
            location, clock: clock, chance: shopChance, machine: machine,
            payments: ["paypal": method, "card": method], mailer: postbox, listener: listener,
            rule: plan.planted.rule)
    }

    /// Plays the sale to its end. Throws `SimulationFailure` with what was found.
    func run() async throws -> Course {
        partner.act { [weak self] in await self?.meanwhile() }
        defer { shop.storage.close() }
        try await furnish()
        machine.watch(false)
        arrive()
        let openings = Dictionary(uniqueKeysWithValues: zip(shape.openings, 1...))
        for number in 1...shape.steps {
            tally.steps += 1
            trace.append("step \(number)")
            if let round = openings[number] { await open(round) } else { await step() }
            try await recover()
            try await look(isWhole: false)
            guard findings.isEmpty else { throw failure(at: number) }
        }
        try await rest()
        guard findings.isEmpty else { throw failure(at: nil) }
        tally.sales = 1
        tally.mishaps = machine.met
        return Course(
            seed: plan.seed, tally: tally, digest: try await digest(), points: machine.points,
            trace: trace)
    }

    private func failure(at step: Int?) -> SimulationFailure {
        SimulationFailure(seed: plan.seed, step: step, findings: findings, trace: trace)
    }

    private func furnish() async throws {
        let sale = try await shop.importSale(shape.draft, rulesConfirmedBy: "the simulator")
        self.sale = sale
        rounds = try await shop.storage.read { try $0.rounds(of: sale.id).map(\.id) }
        clerk = try await shop.settle("clerk", in: "US", isOperator: true)
        for (market, count) in shape.buyers {
            let names = (1...count).map { "\(market.lowercased())\($0)" }
            for account in try await shop.settle(names, in: market) {
                let isCrowded = Int.random(in: 1...10, using: &chance) <= shape.crowding
                people.append(
                    Person(
                        account: account, street: isCrowded ? "1 Castle" : "2 \(account.name)"))
            }
        }
    }

    /// Whether anything goes wrong by itself.
    var isRough: Bool { shape.roughness > 0 && plan.deathAt == nil }

    // MARK: Steps

    /// One thing happens.
    private func step() async {
        switch Int.random(in: 0..<100, using: &chance) {
        case 0..<38: await think()
        case 38..<66: await deliver()
        case 66..<73: await tick()
        case 73..<76: await readBeacon()
        case 76..<84: wind(.seconds(Int64.random(in: 0...60, using: &chance)))
        case 84..<88: await windToSomething()
        case 88..<91: await turnBrake()
        case 91: stepClock()
        case 92: killMachine()
        case 93: loseMail()
        case 94..<97: moveMoney()
        default: await rush()
        }
    }

    /// Before anything else most people go to the room.
    private func arrive() {
        for index in people.indices {
            for round in 1...rounds.count where Int.random(in: 0..<5, using: &chance) > 0 {
                send(.enter(round: round), from: index)
            }
        }
    }

    /// To the opening of a round, or an instant before or after it.
    private func open(_ number: Int) async {
        await deliver(all: true)
        let opens = shape.draft.rounds[number - 1].opens
        let offset = Span(milliseconds: Int64.random(in: -1...1000, using: &chance))
        if opens > clock.now() { wind(max(opens - clock.now() + offset, .zero)) }
        await tick()
    }

    /// While a partner is asked, others act, and time passes.
    private func meanwhile() async {
        guard depth == 0 else { return }
        depth += 1
        defer { depth -= 1 }
        note("meanwhile")
        for _ in 1...Int.random(in: 1...3, using: &chance) {
            switch Int.random(in: 0..<6, using: &chance) {
            case 0: await think()
            case 1: await tick()
            case 2: wind(.seconds(Int64.random(in: 1...400, using: &chance)))
            default: await deliver()
            }
        }
    }

    func tick() async {
        note("tick")
        let before = machine.met
        await Ticker(shop).tick(jobs: 1)
        // A fault in the middle of it is made good by the next one.
        if machine.met == before { await lookForIdleUnits() }
    }

    func wind(_ span: Span) {
        clock.wind(span)
        latest = max(latest, clock.now())
        note("clock +\(span.milliseconds)")
    }

    /// To the very instant at which something ends or begins, or to the one before or after.
    private func windToSomething() async {
        let now = clock.now()
        var moments = promises.holds.values.map(\.expires)
        for round in shape.draft.rounds { moments += [round.opens, round.closes] }
        let coming = Set(moments).filter { $0 > now }.sorted()
        guard let next = coming.prefix(2).randomElement(using: &chance),
            next - now < .minutes(20) || Int.random(in: 0..<8, using: &chance) == 0
        else { return wind(.minutes(Int64.random(in: 1...4, using: &chance))) }
        let offset = Int64.random(in: -1...1, using: &chance)
        wind(max(next - now + Span(milliseconds: offset), .zero))
    }

    /// Everybody who has nothing wants something, at the same instant.
    private func rush() async {
        note("rush")
        for index in people.indices where promises.holds(of: index).isEmpty {
            let round = rounds.count == 1 ? 1 : Int.random(in: 1...rounds.count, using: &chance)
            if let ask = reserving(index, round: round) { send(ask, from: index) }
        }
        await deliver(all: true)
    }

    // MARK: The machine

    /// A machine that died starts again, with nothing but what is stored.
    private func recover() async throws {
        guard machine.isDead else { return }
        trace.append("start again")
        shop.storage.close()
        machine.start()
        machine.watch(true)
        tally.starts += 1
        let method = plan.planted.partner(partner)
        shop = try stage.open(
            location, clock: clock, chance: shopChance, machine: machine,
            payments: ["paypal": method, "card": method], mailer: postbox, listener: listener,
            rule: plan.planted.rule)
        machine.watch(false)
    }

    func healMachine() async throws {
        machine.heal()
        postbox.fail(with: nil)
        try await recover()
    }

    // MARK: Looking

    /// Reads past all faults.
    func seen<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async -> T? {
        machine.watch(true)
        defer { machine.watch(false) }
        do {
            return try await shop.storage.read(body)
        } catch {
            find("the witness couldn’t read: \(error)")
            return nil
        }
    }

    func note(_ text: String) {
        trace.append(String(repeating: "  ", count: depth + 1) + text)
    }

    func find(_ text: String) { findings.append(text) }

    /// What fails for a reason that was made here isn't a finding.
    func trying(_ deed: () async throws -> Void) async {
        do {
            try await deed()
        } catch {
            if !isMade(error) { find("\(error)") }
        }
    }

    /// Whether a fault of ours explains it: the machine, the line or the database.
    func isMade(_ error: any Error) -> Bool {
        error is MachineDied || error is CommitUnknown || error is StorageBusy
    }
}
