// A gate keeps a product from being offered, reserved and imported, in its own market only.
import Rules
import Shop
import TestKit
import Testing

struct GateTests {
    private func rules(bandProvedUntil day: String, in market: String) -> Rulebook {
        var rules = shippedRules
        for index in rules.gates.indices
        where rules.gates[index].product == "band" && rules.gates[index].market.code == market {
            rules.gates[index].proof?.validity = Validity(to: Day(day)!)
        }
        return rules
    }

    @Test(arguments: modelMarkets)
    func `the handset can't be imported anywhere`(market: Country) async throws {
        try await withShop(on: .sqlite) { world in
            var draft = SaleSketch.bands(10).draft(from: world.clock.now())
            let price = shippedRules.listPrices["handset"]![market]!
            draft.products.append(Product(code: "handset", texts: [:]))
            draft.offers.append(
                .init(product: "handset", market: market, price: price, limit: 1))
            let fault = await #expect(throws: SaleDraftFault.self) {
                try await world.shop.importSale(draft)
            }
            #expect(fault?.reason.contains("is required and not proved") == true)
        }
    }

    @Test func `a proof that ends before the sale keeps it from being announced`() async throws {
        try await withShop(on: .sqlite) { world in
            world.shop.rulebook.replace(with: rules(bandProvedUntil: "2015-05-18", in: "DE"))
            var sketch = SaleSketch.bands(10)
            sketch.rounds = 2
            let draft = sketch.draft(from: world.clock.now())
            let fault = await #expect(throws: SaleDraftFault.self) {
                try await world.shop.importSale(draft)
            }
            #expect(fault?.place == "offers, band in DE")
            #expect(fault?.reason.hasSuffix("not proved on 2015-05-19") == true)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a gate that opens during the sale shuts one market and no other`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (anna, bob) = (
                try await town.person("anna", in: "DE"), try await town.person("bob", in: "FR")
            )
            try await town.enterAndOpen(anna, bob)
            town.shop.rulebook.replace(with: rules(bandProvedUntil: "2015-05-01", in: "DE"))
            let refusal = await #expect(throws: Refusal.self) {
                try await town.reserve(1, for: anna)
            }
            #expect(refusal?.code == "withheld")
            let late = await #expect(throws: Refusal.self) {
                try await town.shop.standBy(
                    for: "band", quantity: 1, in: town.rounds[0], as: anna)
            }
            #expect(late?.code == "withheld")
            #expect(try await town.reserve(1, for: bob).numbers == [1])
        }
    }

    @Test func `what is held when a gate opens can't be ordered`() async throws {
        try await Town.story(on: .sqlite) { town in
            let anna = try await town.person("anna", in: "DE")
            try await town.enterAndOpen(anna)
            try await town.reserve(1, for: anna)
            town.shop.rulebook.replace(with: rules(bandProvedUntil: "2015-05-01", in: "DE"))
            let refusal = await #expect(throws: Refusal.self) { try await town.quote(for: anna) }
            #expect(refusal?.code == "withheld")
        }
    }
}
