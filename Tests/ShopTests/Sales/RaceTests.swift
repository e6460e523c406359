// Never more than there is, however many come at once; and that this test would tell if it were so.
import Rules
import Shop
import Storage
import TestKit
import Testing

@Suite(.serialized) struct RaceTests {
    @Test(arguments: Engine.allCases, 1...5)
    func `two hundred in two windows each get a hundred units and no more`(
        engine: Engine, repetition: Int
    ) async throws {
        let race = try await Race.run(on: engine) { quantity, buyer, town in
            try await town.reserve(quantity, for: buyer)
        }
        #expect(race.given == Race.units)
        #expect(race.trouble == [])
    }

    /// The race can be lost: the same driver with a verb that doesn't lock.
    @Test(arguments: Engine.allCases)
    func `who looks first and takes later oversells, and the audit says so`(
        engine: Engine
    ) async throws {
        let race = try await Race.run(on: engine) { quantity, buyer, town in
            try await town.lookAndTakeLater(quantity, for: buyer)
        }
        #expect(race.given > Race.units)
        #expect(race.trouble.contains { $0.contains("reserved units") })
        #expect(race.trouble.contains { $0.contains("is over the limit") })
    }

    /// The second line of defence: the table itself refuses what a wrong decision would write.
    @Test(arguments: Engine.allCases)
    func `a decision that forgets what it has given is stopped by the table`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(Race.units)) { town in
            let people = try await town.people(Race.buyers, in: "US")
            try await town.enter(people)
            try await town.open()
            let (round, allotment) = (try await town.round(), try await town.allotment())
            let requests = people.map {
                ReservationRequest(
                    buyer: $0.id, quantity: 2, limit: 2, key: $0.name)
            }
            let batch = ReservationBatch(
                allotment: allotment, round: round, hold: town.sale.hold, now: town.clock.now(),
                held: [:], householdHeld: [:], households: [:],
                places: Dictionary(uniqueKeysWithValues: people.map { ($0.id, 1) }),
                nextLapse: nil)
            var whole = batch
            #expect(given(whole.decide(requests)) == Race.units)

            let forgetful = requests.map { request in
                var alone = batch
                return alone.decide([request])[0]
            }
            #expect(given(forgetful) == 4 * Race.units)
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await town.shop.storage.write { tx in
                    var allotment = try #require(try tx.lock(allotment.id))
                    allotment.reserved += given(forgetful)
                    try tx.update(allotment)
                }
            }
            #expect(violation?.name == "never_oversold")
        }
    }

    /// Everything at once: holds, orders, money, second thoughts and the ticker.
    @Test(arguments: Engine.allCases)
    func `a crowd that buys, cancels and dawdles leaves good books`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(30)) { town in
            let people = try await town.people(60, in: "DE")
            try await town.enter(people)
            try await town.open()
            try await withThrowingTaskGroup { group in
                for (number, person) in people.enumerated() {
                    group.addTask {
                        do { try await town.live(person, number) } catch is Refusal {}
                    }
                }
                for _ in 1...20 {
                    group.addTask {
                        town.clock.wind(.minutes(1))
                        try await town.tick()
                    }
                }
                try await group.waitForAll()
            }
            for _ in 1...3 { try await town.wind(.minutes(20)) }
            #expect(try await town.allotment().reserved == 0)
            #expect(try await town.shop.storage.read { try $0.jobsWaiting() } == 0)
        }
    }

    private func given(_ decisions: [ReservationBatch.Decision]) -> Int {
        decisions.reduce(0) { sum, decision in
            if case .reserved(let quantity, _) = decision { sum + quantity } else { sum }
        }
    }
}

extension Town {
    /// One in four pays, one cancels the hold, one the order, and one does nothing more.
    fileprivate func live(_ person: Account, _ number: Int) async throws {
        let held = try await reserve(1 + number % 2, for: person)
        switch number % 4 {
        case 0: try await pay(order(by: person), by: person)
        case 1: try await shop.cancelReservation(held.reservation.id, of: person)
        case 2:
            let order = try await order(by: person)
            try await shop.cancelOrder(order.id, by: person)
        default: _ = try await order(by: person)
        }
    }
}
