// Standby: what comes back goes to the next in line, in the same instant, with a fresh hold and a
// letter.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct StandbyTests {
    /// Everybody in the order that was drawn.
    private func inOrder(_ people: [Account], _ town: Town) async throws -> [Account] {
        let tickets = try await town.shop.storage.read { try $0.tickets(in: town.rounds[0]) }
        return tickets.compactMap { ticket in people.first { $0.id == ticket.account } }
    }

    @Test(arguments: Engine.allCases)
    func `a lapsed unit passes to the best place, with a hold and a letter`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let people = try await town.people(4, in: "DE")
            try await town.enter(people)
            try await town.open()
            let line = try await inOrder(people, town)
            let lost = try await town.reserve(2, for: line[0])
            // They stand by in another order than that of their places.
            let last = try await town.standBy(1, line[3])
            let next = try await town.standBy(2, line[1])
            #expect((last.ahead, next.ahead) == (0, 0))
            #expect(try await town.standBy(1, line[2]).ahead == 1)

            try await town.wind(.minutes(15))
            #expect(try await town.now(lost).state == .lapsed)
            let basket = try await town.shop.basket(of: line[1], in: town.sale.id)
            #expect(basket.lines.map(\.reservation.quantity) == [2])
            #expect(basket.expires == town.clock.now() + .minutes(15))
            let letters = town.postbox.all.filter { $0.to == line[1].mail }
            #expect(letters.count == 1 && letters[0].subject == "Für Sie reserviert: 2 × Band")
            #expect(try await town.units() == "0 free, 2 reserved, 0 sold")

            _ = try await town.pay(try await town.order(by: line[1]), by: line[1])
            #expect(try await town.units() == "0 free, 0 reserved, 2 sold")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is let go passes on in the same transaction, and more than one get some`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let people = try await town.people(4, in: "FR")
            try await town.enter(people)
            try await town.open()
            let line = try await inOrder(people, town)
            let held = try await town.reserve(2, for: line[0])
            try await town.standBy(1, line[1])
            try await town.standBy(2, line[2])
            try await town.shop.cancelReservation(held.reservation.id, of: line[0])
            #expect(try await town.held(line[1]) == 1)
            #expect(try await town.held(line[2]) == 1)
            // Whoever comes to the door finds nothing free for a moment.
            await #expect(throws: Refusal.self) { try await town.reserve(1, for: line[3]) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that is cancelled unpaid gives its units to the next`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(1)) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "US"), try await town.person("bob", in: "US")
            )
            try await town.enterAndOpen(ann, bob)
            try await town.reserve(1, for: ann)
            let order = try await town.order(by: ann)
            try await town.standBy(1, bob)
            try await town.shop.cancelOrder(order.id, by: ann)
            #expect(try await town.held(bob) == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `standby has its refusals`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, bob, eve) = (
                try await town.person("ann", in: "US"), try await town.person("bob", in: "US"),
                try await town.person("eve", in: "US")
            )
            try await town.enter(ann, bob)
            await #expect(throws: Refusal.orderNotDrawn) { try await town.standBy(1, bob) }
            try await town.open()
            await #expect(throws: Refusal.unitsFree) { try await town.standBy(1, bob) }
            await #expect(throws: Refusal.noTicket) { try await town.standBy(1, eve) }
            try await town.reserve(2, for: ann)
            await #expect(throws: Refusal.limitReached(limit: 2, held: 2)) {
                try await town.standBy(1, ann)
            }
            await #expect(throws: Refusal.self) { try await town.standBy(3, bob) }
            try await town.standBy(1, bob)
            try await town.shop.standDown(from: "band", in: town.rounds[0], as: bob)
            _ = try await town.pay(try await town.order(by: ann), by: ann)
            await #expect(throws: Refusal.soldOut) { try await town.standBy(1, bob) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `while the brake is on nothing passes on, and then at once`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(1)) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "US"), try await town.person("bob", in: "US")
            )
            try await town.enterAndOpen(ann, bob)
            let held = try await town.reserve(1, for: ann)
            try await town.standBy(1, bob)
            try await town.shop.pause(town.rounds[0], reason: "a fire", by: town.clerk)
            try await town.shop.cancelReservation(held.reservation.id, of: ann)
            try await town.wind(.hours(1))
            #expect(try await town.held(bob) == 0)
            try await town.shop.resume(town.rounds[0], by: town.clerk)
            try await town.tick()
            #expect(try await town.held(bob) == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `more time is given once, and a hold is never twice as long again`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(1)) { town in
            let ann = try await town.person("ann", in: "US")
            try await town.enterAndOpen(ann)
            await #expect(throws: Refusal.reservationLapsed) {
                try await town.shop.prolong(holdsOf: ann, in: town.sale.id)
            }
            let held = try await town.reserve(1, for: ann)
            try await town.wind(.minutes(14))
            let end = try await town.shop.prolong(holdsOf: ann, in: town.sale.id)
            #expect(end == held.expires + .minutes(15))
            await #expect(throws: Refusal.alreadyProlonged) {
                try await town.shop.prolong(holdsOf: ann, in: town.sale.id)
            }
            try await town.wind(.minutes(15))
            #expect(try await town.now(held).state == .live)
            try await town.wind(.minutes(1))
            #expect(try await town.now(held).state == .lapsed)
        }
    }

    @Test(arguments: Engine.allCases)
    func `in a draw the winners come first, then standby, then everybody`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(4) { $0.order = .draw }) { town in
            let people = try await town.people(5, in: "GB")
            try await town.enter(people)
            try await town.open()
            let line = try await inOrder(people, town)
            let end = town.clock.now() + .minutes(15)
            try await town.reserve(2, for: line[0])
            await #expect(throws: Refusal.notDrawn(until: end)) {
                try await town.reserve(1, for: line[2])
            }
            await #expect(throws: Refusal.unitsFree) { try await town.standBy(1, line[1]) }
            try await town.standBy(1, line[3])
            _ = try await town.pay(try await town.order(by: line[0]), by: line[0])
            try await town.wind(.minutes(14))
            #expect(try await town.held(line[3]) == 0)
            try await town.wind(.minutes(1))
            #expect(try await town.held(line[3]) == 1)
            try await town.reserve(1, for: line[4])
        }
    }
}

extension Town {
    @discardableResult
    fileprivate func standBy(_ quantity: Int, _ person: Account) async throws -> StandingBy {
        try await shop.standBy(for: "band", quantity: quantity, in: rounds[0], as: person)
    }

    fileprivate func held(_ person: Account) async throws -> Int {
        try await shop.basket(of: person, in: sale.id).lines.reduce(0) {
            $0 + $1.reservation.quantity
        }
    }
}
