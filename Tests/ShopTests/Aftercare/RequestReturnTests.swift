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

    @Test(
        arguments: Engine.allCases,
        [
            // The last day of 14 from 30 May is over at 22:00 UTC in Berlin and 23:00 in London.
            ("DE", "2015-06-13", 22), ("FR", "2015-06-13", 22), ("GB", "2015-06-13", 23),
            // That of 30 days in Cupertino, where the clock is 7 hours behind, on the day after.
            ("US", "2015-06-29", 31),
        ])
    func `the last minute of the last day in the buyer's zone counts, the next doesn't`(
        engine: Engine, last: (market: String, day: String, hours: Int64)
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: last.market, on: "2015-05-30")
            let lastDay = try #require(order.lastReturnDay)
            #expect(lastDay.description == last.day)
            let end = lastDay.midnight() + .hours(last.hours)
            town.clock.wind(end - .minutes(1) - town.clock.now())
            _ = try await town.giveBack(1, of: order, by: ann)
            town.clock.wind(.minutes(1))
            await #expect(throws: Refusal.returnWindowClosed(lastDay: lastDay)) {
                try await town.giveBack(1, of: order, by: ann)
            }
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
    /// An order of two that was delivered ten days after it left.
    func delivered(
        in market: String, on day: String? = nil, name: String = "ann"
    ) async throws -> (Account, Order) {
        let ann = try await person(name, in: market)
        try await enterAndOpen(ann)
        let order = try await buy(2, for: ann)
        try await send(order, by: clerk)
        try await wind(.days(10))
        let day = day.map { Day($0)! } ?? Day(clock.now())
        if day > Day(clock.now()) { clock.wind(day.midnight() + .hours(12) - clock.now()) }
        let arrived = try await shop.recordDelivery(of: order.id, on: day, by: clerk)
        return (ann, arrived)
    }

    @discardableResult
    func giveBack(
        _ quantity: Int, of order: Order, by person: Account,
        reason: Return.Reason = .changedMind, key: String? = nil
    ) async throws -> Return {
        try await shop.requestReturn(
            of: [Return.Item("band", quantity)], from: order.id, reason: reason, by: person,
            key: key ?? freshKey())
    }
}
