// Holding units: what is held, what is refused and why, what comes back.
import Rules
import Shop
import TestKit
import Testing

struct ReservationTests {
    @Test(arguments: Engine.allCases)
    func `a hold lapses, its unit is free again, and its owner may try again`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(1)) { town in
            let (ann, bob) = try await annAndBob(town)
            let held = try await town.reserve(1, for: ann)
            await #expect(throws: Refusal.allHeld(nextLapse: held.expires)) {
                try await town.reserve(1, for: bob)
            }
            let order = try await town.order(by: ann)
            try await town.wind(.minutes(15))
            #expect(try await town.now(held).state == .lapsed)
            #expect(try await town.now(order).state == .lapsed)
            #expect(try await town.units() == "1 free, 0 reserved, 0 sold")

            let second = try await town.reserve(1, for: ann)
            #expect(second.numbers == [1])
            #expect(try await town.pay(town.order(by: ann), by: ann).state == .paid)
            await #expect(throws: Refusal.soldOut) { try await town.reserve(1, for: bob) }
        }
    }

    /// Nobody waits for the ticker: whoever reserves sweeps first.
    @Test(arguments: Engine.allCases)
    func `a hold that ran out is in nobody's way, swept or not`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, bob) = try await annAndBob(town)
            try await town.reserve(2, for: ann)
            town.clock.wind(.minutes(15))
            #expect(try await town.shop.basket(of: ann, in: town.sale.id).lines.isEmpty)
            #expect(try await town.reserve(1, for: ann).reservation.quantity == 1)
            #expect(try await town.reserve(1, for: bob).reservation.quantity == 1)
        }
    }

    /// What is on record stays before what comes after it. Found by the simulator, whose witness
    /// took the answer for a lie.
    @Test(arguments: Engine.allCases)
    func `a clock that is set back opens no round anew`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            try await town.enterAndOpen(ann, bob)
            try await town.reserve(1, for: ann)
            try await town.wind(.hours(2) + .seconds(1))
            await #expect(throws: Refusal.saleClosed) { try await town.reserve(1, for: bob) }
            town.clock.wind(.seconds(-3))
            await #expect(throws: Refusal.saleClosed) { try await town.reserve(1, for: bob) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `one's own hold is no obstacle to ordering, again and otherwise`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, _) = try await annAndBob(town)
            try await town.reserve(2, for: ann)
            let first = try await town.order(by: ann)
            let second = try await town.order(by: ann, to: town.home(of: ann, "7 Other Street"))
            #expect(try await town.now(first).state == .cancelled)
            #expect(try await town.pay(second, by: ann).state == .paid)
        }
    }

    @Test(arguments: Engine.allCases)
    func `all held isn't sold out`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, bob) = try await annAndBob(town)
            let first = try await town.reserve(1, for: ann)
            try await town.wind(.minutes(1))
            try await town.reserve(1, for: ann)
            await #expect(throws: Refusal.allHeld(nextLapse: first.expires)) {
                try await town.reserve(1, for: bob)
            }
            #expect(try await town.pay(town.order(by: ann), by: ann).state == .paid)
            await #expect(throws: Refusal.soldOut) { try await town.reserve(1, for: bob) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `while money is being taken the unit may still come back`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(1)) { town in
            let (ann, bob) = try await annAndBob(town)
            try await town.reserve(1, for: ann)
            town.till.answerCaptures(.unknownBeforeTaking, .declined)
            let payment = try await town.agree(toPay: town.order(by: ann), by: ann)
            try await town.comeBack(from: payment)
            await #expect(throws: Refusal.allHeld(nextLapse: town.clock.now())) {
                try await town.reserve(1, for: bob)
            }
            try await town.wind(.minutes(20))
            try await town.tick()
            #expect(try await town.reserve(1, for: bob).numbers == [1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `fewer are held when fewer are free, and a retry hears the same`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(3)) { town in
            let (ann, bob) = try await annAndBob(town)
            try await town.reserve(2, for: ann)
            let part = try await town.reserve(2, for: bob, key: "once")
            #expect(part.reservation.quantity == 1)
            #expect(try await town.reserve(2, for: bob, key: "once") == part)
            #expect(try await town.units() == "0 free, 3 reserved, 0 sold")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key that was used for something else is refused`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(3) { $0.rounds = 2 }) { town in
            let (ann, bob) = try await annAndBob(town)
            try await town.reserve(1, for: ann, key: "once")
            await #expect(throws: Refusal.idempotencyKeyReused) {
                try await town.reserve(2, for: ann, key: "once")
            }
            try await town.reserve(2, for: bob, key: "once")
            try await town.enterAndOpenNextDay(ann, bob)
            await #expect(throws: Refusal.idempotencyKeyReused) {
                try await town.reserve(1, for: ann, round: 2, key: "once")
            }
            for key in ["", String(repeating: "k", count: 101)] {
                await #expect(throws: Refusal.idempotencyKeyMissing) {
                    try await town.reserve(1, for: ann, round: 2, key: key)
                }
            }
        }
    }

    /// However they fall into batches: one is the first, and the others ask for something else.
    @Test(arguments: Engine.allCases)
    func `a key used for two wishes at once gets one of them`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(30) { $0.limit = 20 }) { town in
            let (ann, _) = try await annAndBob(town)
            let answers = await withTaskGroup { group in
                for quantity in [1, 2, 1, 2, 1, 2] {
                    group.addTask {
                        do throws(any Error) {
                            return try await town.reserve(quantity, for: ann, key: "once")
                                .reservation.quantity
                        } catch {
                            return (error as? Refusal) == .idempotencyKeyReused ? 0 : -1
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }.sorted()
            }
            #expect([[0, 0, 0, 1, 1, 1], [0, 0, 0, 2, 2, 2]].contains(answers))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a cancelled hold is free for others, and once only`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, bob) = try await annAndBob(town)
            let held = try await town.reserve(2, for: ann)
            await #expect(throws: Refusal.notFound) {
                try await town.shop.cancelReservation(held.reservation.id, of: bob)
            }
            try await town.shop.cancelReservation(held.reservation.id, of: ann)
            try await town.shop.cancelReservation(held.reservation.id, of: ann)
            #expect(try await town.units() == "2 free, 0 reserved, 0 sold")
            #expect(try await town.reserve(2, for: bob).numbers == [1, 2])
        }
    }

    /// The consent may be older than the change of mind, and only arrive later.
    @Test(arguments: Engine.allCases)
    func `no money is taken for a hold that its owner let go of`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, _) = try await annAndBob(town)
            let held = try await town.reserve(2, for: ann)
            let order = try await town.order(by: ann)
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.shop.cancelReservation(held.reservation.id, of: ann)
            try await town.comeBack(from: payment)
            #expect(town.till.kept(for: payment.id.text) == 0)
            #expect(try await town.now(order).state == .cancelled)
            #expect(try await town.units() == "2 free, 0 reserved, 0 sold")
        }
    }

    private func annAndBob(_ town: Town) async throws -> (Account, Account) {
        let (ann, bob) = (
            try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
        )
        try await town.enterAndOpen(ann, bob)
        return (ann, bob)
    }
}

extension Town {
    /// The second round: its room opens an hour before it does.
    func enterAndOpenNextDay(_ people: Account...) async throws {
        let round = try await round(2)
        clock.wind(round.roomOpens - clock.now())
        try await enter(people, round: 2)
        try await open(round: 2)
    }
}
