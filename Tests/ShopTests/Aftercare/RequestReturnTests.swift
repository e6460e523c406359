// Changing one's mind: within the days, no more than was bought, once per key.
import Rules
import Shop
import TestKit
import Testing

struct RequestReturnTests {
    @Test(arguments: Engine.allCases)
    func `a return is asked for within the window, up to what was bought`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.notFound) {
                try await town.giveBack(1, of: order, by: bob)
            }
            let first = try await town.giveBack(1, of: order, by: ann, key: "back")
            #expect(try await town.giveBack(1, of: order, by: ann, key: "back") == first)
            await #expect(throws: Refusal.idempotencyKeyReused) {
                try await town.giveBack(2, of: order, by: ann, key: "back")
            }
            let tooMany = Refusal.input([Fault(.quantity, .outOfRange(least: 1, most: 1))])
            await #expect(throws: tooMany) { try await town.giveBack(2, of: order, by: ann) }
            _ = try await town.giveBack(1, of: order, by: ann)
            await #expect(throws: Refusal.nothingToReturn) {
                try await town.giveBack(1, of: order, by: ann)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `after the last day it is too late`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let lastDay = try #require(order.lastReturnDay)
            town.clock.wind((lastDay + 1).midnight() + .hours(13) - town.clock.now())
            await #expect(throws: Refusal.returnWindowClosed(lastDay: lastDay)) {
                try await town.giveBack(1, of: order, by: ann)
            }
        }
    }

    /// In Honolulu the last day has ten hours left when it is midnight in Greenwich.
    @Test func `the last day isn't over while it lasts anywhere in the market`() async throws {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "US")
            let lastDay = try #require(order.lastReturnDay)
            town.clock.wind((lastDay + 1).midnight() + .hours(9) - town.clock.now())
            _ = try await town.giveBack(1, of: order, by: ann)
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing goes back before it has arrived`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            await #expect(throws: Refusal.returnNotDelivered) {
                try await town.giveBack(1, of: order, by: ann)
            }
        }
    }
}

extension Town {
    /// An order of two that was delivered today.
    fileprivate func delivered(in market: String) async throws -> (Account, Order) {
        let ann = try await person("ann", in: market)
        try await enterAndOpen(ann)
        let order = try await buy(2, for: ann)
        try await send(order, by: clerk)
        try await wind(.days(10))
        let arrived = try await shop.recordDelivery(
            of: order.id, on: Day(clock.now()), by: clerk)
        return (ann, arrived)
    }

    @discardableResult
    fileprivate func giveBack(
        _ quantity: Int, of order: Order, by person: Account, key: String? = nil
    ) async throws -> Return {
        try await shop.requestReturn(
            of: "band", quantity: quantity, from: order.id, reason: .changedMind, by: person,
            key: key ?? freshKey())
    }
}
