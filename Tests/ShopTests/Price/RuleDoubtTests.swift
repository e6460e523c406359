// What an operator is asked to confirm before a sale opens: what its quotes rest on, and no more.
import Rules
import Shop
import Testing

struct RuleDoubtTests {
    private func doubts(
        _ product: String, in market: String, _ first: String, _ last: String? = nil,
        limit: Int = 2, rules: Rulebook = shippedRules
    ) -> [RuleDoubt] {
        let country = Country(market)!
        return rules.doubts(
            about: [
                OfferedWare(
                    product: product, market: country, price: rules.listPrices[product]![country]!,
                    limit: limit)
            ], from: Day(first)!, to: Day(last ?? first)!)
    }

    private func names(_ doubts: [RuleDoubt], in place: String) -> [String] {
        doubts.filter { $0.place == place }.map { "\($0.kind.rawValue) \($0.name)" }
    }

    @Test func `what isn't known is named once, for the products it touches`() {
        #expect(
            names(doubts("headphones", in: "US", "2026-11-23"), in: "tariff US") == [
                "unknown us.after_2026_07_24", "unconfirmed us.mpf.informal.fy2027",
            ])
        #expect(
            names(doubts("band", in: "DE", "2026-11-23"), in: "tariff DE")
                == ["unknown eu.handling_fee"])
        #expect(names(doubts("band", in: "DE", "2026-10-23"), in: "tariff DE") == [])
    }

    @Test func `a rule from memory counts only where a quote of the sale uses it`() {
        // Third-country duty is from memory, and due above EUR 150 only.
        let few = doubts("power-bank-10400", in: "DE", "2026-10-23")
        #expect(names(few, in: "tariff DE") == [])
        let many = doubts("power-bank-10400", in: "DE", "2026-10-23", limit: 13)
        #expect(names(many, in: "tariff DE") == ["unconfirmed eu.cn.8507.60.00"])
    }

    @Test func `a sale that lasts meets the rules of its last day`() {
        let short = doubts("band", in: "DE", "2026-10-20", "2026-10-31")
        let long = doubts("band", in: "DE", "2026-10-20", "2026-11-01")
        #expect(names(short, in: "tariff DE") == [])
        #expect(names(long, in: "tariff DE") == ["unknown eu.handling_fee"])
    }

    @Test func `a calendar that nobody has given out is doubted`() {
        #expect(names(doubts("band", in: "GB", "2026-11-23"), in: "calendar CN") == [])
        #expect(
            names(doubts("band", in: "GB", "2026-12-28"), in: "calendar CN")
                == ["unconfirmed working days"])
        #expect(
            names(doubts("band", in: "GB", "2028-12-28"), in: "calendar CN")
                == ["unknown working days"])
    }

    @Test func `a state's rate counts where the store is registered`() {
        var rules = shippedRules
        #expect(names(doubts("band", in: "US", "2026-11-23"), in: "sales tax US") == [])
        let index = rules.salesTaxes.firstIndex { $0.subdivision == "CA" }!
        rules.salesTaxes[index].isRegistered = true
        #expect(
            names(doubts("band", in: "US", "2026-11-23", rules: rules), in: "sales tax US")
                == ["unconfirmed CA"])
    }

    @Test func `a withheld product rests on nothing`() {
        let doubts = doubts("handset", in: "US", "2026-11-23")
        #expect(names(doubts, in: "tariff US") == [])
    }

    @Test func `a rule with other words is another doubt`() throws {
        let text = RuleFiles.shipped().texts["tariffs/US.yaml"]!.replacing(
            "for the year from 2026-10-01", with: "for that year")
        let reworded = try Rulebook.load(RuleFiles.shipped().with("tariffs/US.yaml", text))
        let raised = try Rulebook.load(
            RuleFiles.shipped().with(
                "tariffs/US.yaml",
                RuleFiles.shipped().texts["tariffs/US.yaml"]!.replacing(
                    "amount: 2.69", with: "amount: 2.79")))
        func keys(_ rules: Rulebook) -> Set<String> {
            Set(doubts("headphones", in: "US", "2026-11-23", rules: rules).map(\.key))
        }
        #expect(keys(reworded) == keys(shippedRules), "a note may be written better")
        #expect(keys(raised).subtracting(keys(shippedRules)).count == 1)
    }

    @Test(arguments: [
        (
            "vat.de.16",
            "tax 16 % on duty, goods, shipping, none below 5.00 EUR; 2020-07-01 to 2020-12-31"
        ),
        (
            "fr.tpc.2",
            "fee 2.00 EUR a subheading, borne by the store, goods below 150.00 EUR; 2026-03-01 to open"
        ),
        (
            "us.hts.8517.62.0090.301",
            "duty 7.5 %, on 8517.62, not on 8517.62.0010, 8517.62.0020, from CN; 2020-02-14 to open"
        ),
        ("eu.duty_relief.150", "no duty, goods up to 150.00 EUR; 2008-12-01 to 2026-06-30"),
    ])
    func `a layer is told in words`(id: String, words: String) {
        let layers = shippedRules.tariffs.values.flatMap(\.layers)
        #expect(layers.first { $0.id == id }?.terms == words)
    }
}
