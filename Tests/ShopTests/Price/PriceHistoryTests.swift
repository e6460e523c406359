// The same basket in every market on the first of every month from 2015 to 2026.
import Rules
import Shop
import Testing

struct PriceHistoryTests {
    /// The whole limit, at the prices of each market: under every threshold of 2015.
    private let basket = "power-bank-10400:2 power-bank-5000:2 band:2 headphones:1"

    private func history(
        _ market: Country, _ rules: Rulebook = shippedRules, of items: String? = nil,
        freight: String? = "10.00"
    ) -> PriceHistory {
        PriceHistory(
            of: rules.basket(items ?? basket, in: market, freight: freight),
            to: rules.markets[market]!.typicalDestination, from: Day(2015, 1, 1)!, months: 144,
            rules: rules)
    }

    @Test(arguments: modelMarkets)
    func `every month has a price, made of rules of that month`(market: Country) throws {
        let months = history(market).months
        #expect(months.map(\.day) == (0..<144).map { Day(2015 + $0 / 12, $0 % 12 + 1, 1)! })
        for month in months {
            let quote = try month.answer.get()
            #expect(quote.total > quote.goods)
            #expect(quote.trace.allSatisfy { $0.validity.contains(month.day) })
            #expect(quote.unknowns.allSatisfy { !$0.note.isEmpty })
            // Unless something is said to be unknown, the charges are explained by a rule.
            #expect(!quote.trace.isEmpty || !quote.unknowns.isEmpty, "\(market) \(month.day)")
        }
    }

    @Test(arguments: modelMarkets, ["10.00", nil])
    func `each step is explained by a rule that begins or ends on that day`(
        market: Country, freight: String?
    ) {
        // The whole limit, one thing alone, and more than any limit, over every threshold.
        for items in [basket, "power-bank-10400:1", "headphones:20 band:20"] {
            for step in history(market, of: items, freight: freight).steps {
                #expect(!step.causes.isEmpty, "\(market), \(items): \(step.day) has no cause")
            }
        }
    }

    private func steps(_ market: String, of items: String? = nil) -> [String] {
        history(Country(market)!, of: items).steps.map { step in
            let causes = step.causes.map { ($0.hasBegun ? "+" : "-") + $0.name }
            return "\(step.day) \(causes.sorted().joined(separator: ", "))"
        }
    }

    @Test func `the steps of twelve years are those of the law`() {
        #expect(
            steps("DE") == [
                "2020-07-01 +layer vat.de.16, -layer vat.de.19",
                "2021-01-01 +layer vat.de.19b.import, -layer vat.de.16",
                "2026-07-01 +layer eu.flat_duty.3, -layer eu.duty_relief.150",
                "2026-11-01 +layer eu.handling_fee",
            ])
        #expect(
            steps("FR") == [
                "2026-03-01 +layer fr.tpc.2",
                "2026-07-01 +layer eu.flat_duty.3, -layer eu.duty_relief.150",
                "2026-11-01 +layer eu.handling_fee",
            ])
        #expect(steps("GB") == [])
        #expect(
            steps("GB", of: "band:1@9.68") == [
                "2021-01-01 +layer vat.uk.20, -layer uk.lvcr.15"
            ])
        #expect(
            steps("US") == [
                "2025-05-02 -layer us.duty_de_minimis.800",
                "2025-10-01 +layer us.mpf.informal.fy2026, -layer us.mpf.informal.indexed",
                "2026-01-01 +layer us.hts.8507.60.00.301b, -layer us.hts.8507.60.00.301a",
                "2026-02-24 +layer us.s122.rate, -layer us.ieepa",
                "2026-07-24 +layer us.after_2026_07_24, -layer us.s122.rate",
            ])
    }

    @Test func `a step moves with the day of its rule`() throws {
        let text = RuleFiles.shipped().texts["tariffs/FR.yaml"]!
            .replacing("from: 2026-03-01", with: "from: 2026-03-17")
        let rules = try Rulebook.load(RuleFiles.shipped().with("tariffs/FR.yaml", text))
        let step = history(Country("FR")!, rules).steps[0]
        #expect(step.day == Day("2026-03-17"))
        #expect(step.causes.map(\.name) == ["layer fr.tpc.2"])
    }
}
