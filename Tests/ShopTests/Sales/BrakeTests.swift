// The brake: everything stands still, and everybody gets their time back.
import Rules
import Shop
import TestKit
import Testing

struct BrakeTests {
    @Test(arguments: Engine.allCases)
    func `a pause freezes holds and gives the time back`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "US"), try await town.person("bob", in: "US")
            )
            try await town.enterAndOpen(ann, bob)
            let held = try await town.reserve(1, for: ann)
            try await town.wind(.minutes(10))
            try await town.shop.pause(town.rounds[0], reason: "a fire", by: town.clerk)
            await #expect(throws: Refusal.salePaused(reason: "a fire")) {
                try await town.reserve(1, for: bob)
            }
            try await town.wind(.hours(5))
            #expect(try await town.now(held).state == .live)
            let order = try await town.order(by: ann)

            try await town.shop.resume(town.rounds[0], by: town.clerk)
            let basket = try await town.shop.basket(of: ann, in: town.sale.id)
            #expect(basket.expires == town.clock.now() + .minutes(5))
            try await town.wind(.minutes(4))
            #expect(try await town.now(order).state == .placed)
            try await town.wind(.minutes(1))
            #expect(try await town.now(order).state == .lapsed)
            try await town.reserve(2, for: bob)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the brake before the opening holds the opening back`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "US")
            try await town.enter(ann)
            let round = town.rounds[0]
            try await town.shop.pause(round, reason: "not yet", by: town.clerk)
            try await town.wind(.hours(2))
            #expect(try await town.round().drawn == nil)
            try await town.shop.resume(round, by: town.clerk)
            try await town.wind(.minutes(59))
            #expect(try await town.round().drawn == nil)
            try await town.wind(.minutes(1))
            #expect(try await town.round().drawn == 1)
            try await town.reserve(1, for: ann)
        }
    }

    @Test(arguments: Engine.allCases)
    func `only an operator pulls the brake`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "US")
            let round = town.rounds[0]
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.pause(round, reason: "me", by: ann)
            }
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.resume(round, by: ann)
            }
        }
    }
}
