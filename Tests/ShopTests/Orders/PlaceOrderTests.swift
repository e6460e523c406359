// Agreeing to a quote: the store is bound by it, and so it must be the one that was seen.
import Rules
import Shop
import TestKit
import Testing

struct PlaceOrderTests {
    @Test(arguments: Engine.allCases)
    func `a price that changed since the review isn't agreed to`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "FR")
            try await town.enterAndOpen(ann)
            try await town.reserve(2, for: ann)
            let seen = try await town.quote(for: ann)

            let files = RuleFiles.shipped()
            let raised = files.texts["tariffs/FR.yaml"]!.replacing("tax: 0.20", with: "tax: 0.25")
            town.shop.rulebook.replace(
                with: try Rulebook.load(files.with("tariffs/FR.yaml", raised)))
            await #expect(throws: Refusal.quoteExpired) {
                try await town.place(agreeing: seen.total, by: ann)
            }
            let now = try await town.quote(for: ann)
            #expect(now.total > seen.total)
            #expect(try await town.place(agreeing: now.total, by: ann).total == now.total)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a retry gets the same order, another wish under the key is refused`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "US")
            try await town.enterAndOpen(ann)
            try await town.reserve(1, for: ann)
            let order = try await town.order(by: ann, key: "order")
            #expect(try await town.order(by: ann, key: "order") == order)
            await #expect(throws: Refusal.idempotencyKeyReused) {
                try await town.order(by: ann, to: town.home(of: ann, "1 Elsewhere"), key: "order")
            }
            try await town.pay(order, by: ann)
            #expect(
                try await town.place(agreeing: order.total, by: ann, key: "order").id == order.id)
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing is ordered without a hold`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "US")
            try await town.enterAndOpen(ann)
            await #expect(throws: Refusal.basketEmpty) { try await town.order(by: ann) }
            try await town.reserve(1, for: ann)
            let quote = try await town.quote(for: ann)
            try await town.wind(.minutes(15))
            await #expect(throws: Refusal.basketEmpty) {
                try await town.place(agreeing: quote.total, by: ann)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an address is in the buyer's market, and whole`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, ben) = (
                try await town.person("ann", in: "US"), try await town.person("ben", in: "DE")
            )
            try await town.enterAndOpen(ann)
            try await town.reserve(1, for: ann)
            await #expect(throws: Refusal.addressOutsideMarket) {
                try await town.quote(for: ann, to: town.home(of: ben))
            }
            await #expect(throws: Refusal.addressOutsideMarket) {
                try await town.place(
                    agreeing: Money(1500, .usd), by: ann, to: town.home(of: ben))
            }
            var broken = town.home(of: ann)
            broken.postcode = "ABC"
            broken.phone = ""
            let faults = [Fault(.postcode, .malformed), Fault(.phone, .missing)]
            let address = broken
            await #expect(throws: Refusal.input(faults)) {
                try await town.quote(for: ann, to: address)
            }
        }
    }
}
