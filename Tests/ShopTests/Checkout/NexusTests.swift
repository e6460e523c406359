// Sales by state are counted from orders that were paid, for twelve months.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct NexusTests {
    private func counts(_ town: Town) async throws -> [String] {
        try await town.shop.nexusCounts().map {
            "\($0.state.subdivision) \($0.sales) \($0.orders) \($0.nexus.rawValue)"
        }
    }

    @Test(arguments: Engine.allCases)
    func `paid orders count for a year, at goods and freight`(engine: Engine) async throws {
        // State law has asked for it since 21 June 2018.
        try await Town.story(on: engine, .bands(10) { $0.begins = Day(2026, 11, 23) }) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "US"), try await town.person("bob", in: "US")
            )
            try await town.enterAndOpen(ann, bob)
            #expect(try await counts(town) == [])
            try await town.reserve(2, for: bob)
            _ = try await town.order(by: bob)
            #expect(try await counts(town) == [], "it isn't paid yet")

            let order = try await town.buy(2, for: ann)
            let quote = try await town.shop.storage.read { try $0.agreement(of: order.id) }
            #expect(quote.quote.contains("sales_tax") == false, "no state is registered in")
            let row = try await counts(town)
            #expect(row.count == 1)
            #expect(row[0].hasPrefix("CA ") && row[0].hasSuffix(" 1 far"))
            let sales = try await town.shop.nexusCounts()[0].sales
            #expect(sales.minor > 3000 && sales < order.total, "duty and fees don't count")

            town.clock.wind(.days(364))
            #expect(try await counts(town) == row)
            town.clock.wind(.days(3))
            #expect(try await counts(town) == [])
        }
    }

    @Test func `four fifths of a threshold is near, and a Frenchman is in no state`()
        async throws
    {
        try await Town.story(on: .sqlite, .bands(10) { $0.begins = Day(2026, 11, 23) }) { town in
            let (ann, zoe) = (
                try await town.person("ann", in: "US"), try await town.person("zoe", in: "FR")
            )
            try await town.enterAndOpen(ann, zoe)
            _ = try await town.buy(2, for: zoe)
            #expect(try await counts(town) == [])
            let order = try await town.buy(2, for: ann)
            var rules = town.shop.rulebook.current
            let index = rules.salesTaxes.firstIndex { $0.subdivision == "CA" }!
            func nexus(_ threshold: Int64) async throws -> StateTax.Nexus {
                rules.salesTaxes[index].nexus = Money(threshold, .usd)
                town.shop.rulebook.replace(with: rules)
                return try await town.shop.nexusCounts()[0].nexus
            }
            let sales = try await town.shop.nexusCounts()[0].sales.minor
            #expect(sales < order.total.minor)
            #expect(try await nexus(sales) == .reached)
            #expect(try await nexus(sales + 1) == .near)
            #expect(try await nexus(sales * 5 / 4) == .near)
            #expect(try await nexus(sales * 5 / 4 + 2) == .far)
        }
    }
}
