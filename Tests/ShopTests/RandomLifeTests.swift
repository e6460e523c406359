// A life of chance: a few people do whatever comes into their heads, the till fails when it likes,
// the brake goes on and off. After every step the books must be good, and in the end every cent
// must be where it belongs. A failure tells its seed; to live that life again:
//
//     ONSALE_TEST_SEED=4711 make test
import Foundation
import Rules
import Shop
import Storage
import TestKit
import Testing

struct RandomLifeTests {
    @Test(arguments: seeds)
    func `whatever people do, the books are good`(seed: UInt64) async throws {
        let shared = SharedChance(SeededChance(seed: seed))
        let sketch = SaleSketch.bands(3) { $0.rounds = 2 }
        try await Town.unaudited(on: .sqlite, sketch, chance: shared) { town in
            var life = try await Life(in: town, seed: seed)
            for number in 1...100 {
                let step = try await life.step()
                let trouble = try await town.trouble()
                guard trouble.isEmpty else {
                    Issue.record("seed \(seed), step \(number), \(step): \(trouble)")
                    return
                }
            }
            let trouble = try await life.end()
            #expect(trouble == [], "seed \(seed)")
        }
    }

    /// The same ones every time, and one that nobody chose.
    private static let seeds: [UInt64] = {
        if let text = ProcessInfo.processInfo.environment["ONSALE_TEST_SEED"],
            let seed = UInt64(text)
        {
            return [seed]
        }
        return Array(1...15) + [UInt64.random(in: 1000..<1_000_000)]
    }()
}

/// Four people, three doors, three units a round, and what they have begun.
private struct Life {
    let town: Town
    let people: [Account]
    var chance: SeededChance
    var held: [Reserved] = []
    var orders: [Order] = []
    var payments: [Payment] = []
    var secondIsOpen = false

    init(in town: Town, seed: UInt64) async throws {
        self.town = town
        chance = SeededChance(seed: seed)
        people = try await town.people(4, in: "FR")
        try await town.enter(people)
        try await town.open()
    }

    private enum Step: CaseIterable {
        case reserve, cancelReservation, order, cancelOrder, beginPaying, comeBack, takeUnasked
        case void, misbehave, wind, windFar, tick, brake, nextRound

        /// How often it comes into somebody's head.
        var weight: Int {
            switch self {
            case .reserve, .comeBack: 8
            case .order, .beginPaying: 6
            case .misbehave, .wind, .tick: 4
            case .takeUnasked, .windFar: 2
            case .cancelReservation, .cancelOrder, .void, .brake, .nextRound: 1
            }
        }

        static let drum = allCases.flatMap { Array(repeating: $0, count: $0.weight) }
    }

    /// Does something, and tells what. A refusal is an answer.
    mutating func step() async throws -> String {
        let step = Step.drum.randomElement(using: &chance)!
        do {
            try await take(step)
            return "\(step)"
        } catch let refusal as Refusal {
            return "\(step), refused: \(refusal.code)"
        }
    }

    private mutating func take(_ step: Step) async throws {
        let person = people.randomElement(using: &chance)!
        switch step {
        case .reserve:
            held.append(
                try await town.reserve(
                    Int.random(in: 1...2, using: &chance), for: person,
                    round: secondIsOpen ? Int.random(in: 1...2, using: &chance) : 1))
        case .cancelReservation:
            guard let one = held.randomElement(using: &chance) else { return }
            try await town.shop.cancelReservation(one.reservation.id, of: owner(of: one))
        case .order:
            // Mostly somebody who holds something.
            let buyer = held.suffix(4).randomElement(using: &chance).map(owner) ?? person
            let door = town.home(of: buyer, "\(Int.random(in: 1...3, using: &chance)) Rue Neuve")
            orders.append(try await town.order(by: buyer, to: door))
        case .cancelOrder:
            guard let order = orders.randomElement(using: &chance) else { return }
            try await town.shop.cancelOrder(order.id, by: town.clerk)
        case .nextRound: try await openNextRound()
        case .beginPaying, .comeBack, .takeUnasked, .void, .misbehave: try await pay(step)
        case .wind: try await town.wind(.seconds(Int64.random(in: 1...300, using: &chance)))
        case .windFar: town.clock.wind(.minutes(Int64.random(in: 5...16, using: &chance)))
        case .tick: try await town.tick()
        case .brake: try await turnBrake()
        }
    }

    private mutating func pay(_ step: Step) async throws {
        if step == .beginPaying {
            guard let order = orders.suffix(4).randomElement(using: &chance) else { return }
            let owner = people.first { $0.id == order.account }!
            let method = ["paypal", "card"].randomElement(using: &chance)!
            payments.append(try await town.agree(toPay: order, by: owner, method: method))
        } else if step == .misbehave {
            town.till.answerCaptures(Till.CaptureAnswer.allCases.randomElement(using: &chance)!)
            town.till.answerRefunds(Till.RefundAnswer.allCases.randomElement(using: &chance)!)
        } else if let payment = payments.suffix(6).randomElement(using: &chance) {
            switch step {
            case .takeUnasked: town.till.takeUnasked(payment.reference!)
            case .void: town.till.void(payment.reference!)
            default: try await town.comeBack(from: payment)
            }
        }
    }

    /// Let go at once when it is on; otherwise nothing would ever happen.
    private mutating func turnBrake() async throws {
        let round = try await town.round(secondIsOpen ? 2 : 1)
        if round.clock.isPaused {
            try await town.shop.resume(round.id, by: town.clerk)
        } else if Bool.random(using: &chance) {
            try await town.shop.pause(round.id, reason: "chance", by: town.clerk)
        }
    }

    /// Which is the end of the first, unless that one was paused for a day.
    private mutating func openNextRound() async throws {
        let second = try await town.round(2)
        guard second.drawn == nil else { return }
        let opens = second.clock.wallTime(of: second.roomOpens, at: town.clock.now())
        if opens > town.clock.now() { town.clock.wind(opens - town.clock.now()) }
        try await town.enter(people, round: 2)
        try await town.open(round: 2)
        secondIsOpen = true
    }

    private func owner(of held: Reserved) -> Account {
        people.first { $0.id == held.reservation.buyer }!
    }

    /// Lets everything come to rest; returns what isn't as it should be then.
    func end() async throws -> [String] {
        for number in 1...2 {
            try await town.shop.resume(town.rounds[number - 1], by: town.clerk)
        }
        town.till.shut(false)
        for payment in payments { try await town.comeBack(from: payment) }
        for _ in 1...4 { try await town.wind(.hours(9)) }

        var trouble = try await town.trouble()
        for number in 1...2 where try await town.allotment(round: number).reserved > 0 {
            trouble.append("round \(number) still holds units")
        }
        for order in orders {
            let order = try await town.now(order)
            let kept = try await town.payments(of: order).reduce(0) {
                $0 + town.till.kept(for: $1.id.text)
            }
            let owed = order.state == .paid ? order.total.minor : 0
            if kept != owed { trouble.append("\(order.state): kept \(kept), owed \(owed)") }
        }
        let waiting = try await town.shop.storage.read { try $0.jobsWaiting() }
        if waiting > 0 { trouble.append("\(waiting) jobs are still owed") }
        return trouble
    }
}
