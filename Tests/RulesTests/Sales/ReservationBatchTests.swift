// The one decision of the sale path, as a table: who asked, and what they got.
import Rules
import TestKit
import Testing

struct ReservationBatchTests {
    @Test func `a batch is decided in order, by turn, limit, household and stock`() {
        let rows = table(
            """
            # buyer | household | place | asks | outcome
            ann     | -         | 1     | 2    | 2
            ann     | -         | 1     | 1    | limit_reached
            bob     | oak       | 2     | 1    | 1
            cy      | oak       | 3     | 2    | household_limit_reached
            dee     | -         | 4     | 3    | input_invalid
            dee     | -         | 4     | 0    | input_invalid
            eve     | -         | -     | 1    | no_ticket
            fay     | -         | 9     | 1    | not_your_turn
            cy      | oak       | 3     | 1    | 1
            gus     | -         | 5     | 2    | 1
            hal     | -         | 6     | 1    | all_held
            """)
        var world = World(units: 5, places: rows.map { ($0[0], Int($0[2])) })
        for row in rows where row[1] != "-" { world.homes[row[0]] = row[1] }
        var batch = world.batch()
        let decisions = batch.decide(rows.map { world.request($0[0], Int($0[3])!) })
        #expect(decisions.map(\.told) == rows.map { $0[4] })
    }

    @Test func `what is held already counts, paid or not`() {
        let world = World(units: 5, places: [("ann", 1)])
        var batch = world.batch()
        batch.held[world.id("ann")] = 1
        let decisions = batch.decide([world.request("ann", 2), world.request("ann", 1)])
        #expect(decisions.map(\.told) == ["limit_reached", "1"])
    }

    @Test func `when nothing can come back it is sold out`() {
        let world = World(units: 2, reserved: 0, sold: 2, places: [("ann", 1)])
        var batch = world.batch()
        #expect(batch.decide([world.request("ann", 1)]).map(\.told) == ["sold_out"])
    }

    @Test(arguments: [
        (-1, "sale_not_open"), (0, "1"), (3599, "1"), (3600, "sale_closed"),
    ])
    func `nobody reserves before the opening or after the end`(seconds: Int, told: String) {
        let world = World(units: 2, places: [("ann", 1)])
        var batch = world.batch(at: World.opens + .seconds(Int64(seconds)))
        #expect(batch.decide([world.request("ann", 1)]).map(\.told) == [told])
    }

    @Test func `nobody reserves while the brake is on`() {
        var world = World(units: 2, places: [("ann", 1)])
        world.clock.pause(at: World.opens)
        var batch = world.batch(at: World.opens + .seconds(10))
        #expect(batch.decide([world.request("ann", 1)]).map(\.told) == ["sale_paused"])
    }

    @Test(arguments: 1...200)
    func `whatever is asked, units and limits are never passed`(seed: Int) {
        var chance = SeededChance(seed: UInt64(seed))
        let names = (1...Int.random(in: 1...40, using: &chance)).map { "buyer\($0)" }
        let units = Int.random(in: 1...30, using: &chance)
        let reserved = Int.random(in: 0...units, using: &chance)
        var world = World(
            units: units, reserved: reserved, places: names.map { ($0, 1) })
        for name in names {
            world.homes[name] = ["oak", "elm", nil].randomElement(using: &chance)!
        }
        var batch = world.batch()
        let requests = (0..<100).map { _ in
            world.request(
                names.randomElement(using: &chance)!,
                Int.random(in: 0...3, using: &chance))
        }
        var given: [ID<Account>: Int] = [:]
        var homes: [Household: Int] = [:]
        var total = 0
        for (request, decision) in zip(requests, batch.decide(requests)) {
            guard case .reserved(let quantity, _) = decision else { continue }
            total += quantity
            given[request.buyer, default: 0] += quantity
            if let home = batch.households[request.buyer] { homes[home, default: 0] += quantity }
        }
        #expect(total <= units - reserved, "seed \(seed)")
        #expect(given.values.allSatisfy { $0 <= 2 }, "seed \(seed)")
        #expect(homes.values.allSatisfy { $0 <= 2 }, "seed \(seed)")
    }
}

/// A round with one allotment, limit 2, that opened a moment ago.
private struct World {
    static let opens = Moment(seconds: 1_432_000_800)
    let units: Int
    let reserved: Int
    let sold: Int
    let places: [String: Int]
    /// Who lives with whom.
    var homes: [String: String] = [:]
    var clock = SaleClock()

    init(units: Int, reserved: Int = 0, sold: Int = 0, places: [(String, Int?)]) {
        self.units = units
        self.reserved = reserved
        self.sold = sold
        self.places = Dictionary(
            places.compactMap { name, place in place.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Always the same id for the same name.
    func id(_ name: String) -> ID<Account> {
        var seed: UInt64 = 0
        for byte in name.utf8 { seed = seed &* 31 &+ UInt64(byte) }
        var chance = SeededChance(seed: seed)
        return ID(at: Self.opens, using: &chance)
    }

    func request(_ name: String, _ quantity: Int) -> ReservationRequest {
        ReservationRequest(buyer: id(name), quantity: quantity, limit: 2, key: name)
    }

    func batch(at now: Moment = opens + .seconds(1)) -> ReservationBatch {
        var chance = SeededChance(seed: 1)
        let round = Round(
            id: ID(at: Self.opens, using: &chance), sale: ID(at: Self.opens, using: &chance),
            number: 1, roomOpens: Self.opens - .minutes(30), opens: Self.opens,
            closes: Self.opens + .hours(1), clock: clock, pauseReason: clock.isPaused ? "why" : nil,
            door: Door(burst: 8, perMinute: 6), commitment: "")
        let allotment = Allotment(
            id: ID(at: Self.opens, using: &chance), round: round.id, product: "band", market: nil,
            units: units, reserved: reserved, sold: sold, nextNumber: reserved + sold + 1)
        return ReservationBatch(
            allotment: allotment, round: round, hold: .minutes(10), now: now, held: [:],
            householdHeld: [:],
            households: Dictionary(
                uniqueKeysWithValues: homes.map { (id($0.key), Household(hash: $0.value)) }),
            places: Dictionary(uniqueKeysWithValues: places.map { (id($0.key), $0.value) }),
            nextLapse: nil)
    }
}

extension ReservationBatch.Decision {
    /// The quantity, or the code of the refusal.
    fileprivate var told: String {
        switch self {
        case .reserved(let quantity, _): String(quantity)
        case .refused(let refusal): refusal.code
        }
    }
}
