// Gates, the law's notices, the way back in days, and what the law guarantees first.
import Rules
import Shop
import TestKit
import Testing

struct MarketTests {
    private func market(_ code: String) -> Market { shippedRules.markets[Country(code)!]! }

    @Test(arguments: modelMarkets)
    func `the handset is withheld everywhere, with its reason`(country: Country) throws {
        #expect(throws: Refusal.self) {
            try shippedRules.quote("handset:1", in: country.code, on: "2015-05-19", freight: "10")
        }
        let gate = shippedRules.openGate("handset", in: country, on: Day("2026-11-23")!)
        for language in market(country.code).languages {
            #expect(gate?.reason[language]?.isEmpty == false)
        }
    }

    @Test(arguments: modelMarkets)
    func `the four others were never withheld`(country: Country) {
        for product in ["power-bank-10400", "power-bank-5000", "band", "headphones"] {
            for year in 2015...2026 {
                let gate = shippedRules.openGate(product, in: country, on: Day(year, 5, 19)!)
                #expect(gate == nil, "\(product) \(year)")
            }
        }
    }

    @Test func `a gate opens again when its proof ends`() {
        var rules = shippedRules
        let index = rules.gates.firstIndex {
            $0.product == "band" && $0.market == Country("US")! && $0.proof != nil
        }!
        rules.gates[index].proof?.validity = Validity(to: Day("2026-01-31")!)
        #expect(rules.openGate("band", in: Country("US")!, on: Day("2026-01-31")!) == nil)
        #expect(rules.openGate("band", in: Country("US")!, on: Day("2026-02-01")!) != nil)
    }

    @Test func `returns are 30 days in America and 14 in Europe, as dates`() {
        let rows = table(
            """
            # market | delivered | last day
            US | 2015-06-01 | 2015-07-01
            GB | 2015-06-01 | 2015-06-15
            FR | 2026-12-20 | 2027-01-03
            DE | 2016-02-20 | 2016-03-05
            """)
        for row in rows {
            let delivered = Day(row[1])!
            let policy = market(row[0]).returnPolicy(on: delivered)
            #expect(
                policy?.lastDay(deliveredOn: delivered, told: delivered).description == row[2],
                "\(row)")
        }
    }

    @Test func `the law is told before the maker`() {
        let day = Day("2015-05-19")!
        #expect(market("DE").guarantees(on: day).map(\.months) == [24, 12])
        #expect(market("FR").guarantees(on: day).map(\.grantor) == [.law, .maker])
        #expect(market("US").guarantees(on: day).map(\.grantor) == [.maker])
        #expect(market("FR").guarantees(on: Day("2016-03-17")!)[0].burdenMonths == 6)
        #expect(market("FR").guarantees(on: Day("2016-03-18")!)[0].burdenMonths == 24)
        let law = market("DE").guarantees(on: day)[0]
        #expect(law.lastDay(deliveredOn: Day("2016-02-29")!).description == "2018-02-28")
        let maker = market("DE").guarantees(on: day)[1]
        #expect(maker.lastDay(deliveredOn: Day("2015-05-29")!).description == "2016-05-29")
    }

    @Test(arguments: modelMarkets)
    func `each kind of notice is said once, in every language, on every day`(country: Country) {
        let market = market(country.code)
        for year in 2015...2026 {
            let day = Day(year, 11, 23)!
            for kind in [
                LegalNotice.Kind.priceDisplay, .dutiesPaid, .withdrawal, .returnCost, .guarantee,
            ] {
                let notices = market.notices(kind, on: day)
                #expect(notices.count == 1, "\(country) \(kind) \(day)")
            }
        }
        #expect(market.orderButton.count == market.languages.count)
    }

    @Test func `a German order is placed by the words of the law`() {
        #expect(market("DE").orderButton[.german] == "Zahlungspflichtig bestellen")
        #expect(market("FR").orderButton[.french] == "Commande avec obligation de paiement")
    }

    @Test func `a price is shown with tax in Europe and without in America`() {
        func shown(_ code: String, _ day: String) -> String {
            let market = market(code)
            return LandedCost.shownPrice(
                of: Money(1000, market.currency), in: market, on: Day(day)!, rules: shippedRules
            ).decimal
        }
        #expect(shown("US", "2026-11-23") == "10.00")
        #expect(shown("GB", "2026-11-23") == "12.00")
        #expect(shown("DE", "2020-08-01") == "11.60")
        #expect(shown("DE", "2026-11-23") == "11.90")
    }

    @Test func `a state's tax is collected only where the store is registered`() throws {
        var rules = shippedRules
        func tax() throws -> String {
            try rules.quote("band:2@15.00", in: "US", on: "2026-11-23", freight: "10.00").tax
                .decimal
        }
        #expect(try tax() == "0.00")
        let california = rules.salesTaxes.firstIndex { $0.subdivision == "CA" }!
        rules.salesTaxes[california].isRegistered = true
        #expect(try tax() == "2.18", "7.25 % of 30.00, not of the freight")
        rules.salesTaxes[california].taxesShipping = true
        #expect(try tax() == "2.90")
    }

    @Test func `nexus is near at four fifths of a threshold`() {
        let state = shippedRules.salesTaxes.first { $0.subdivision == "NY" }!
        func nexus(_ dollars: Int64, _ orders: Int) -> StateTax.Nexus {
            state.nexus(sales: Money(dollars * 100, .usd), orders: orders)
        }
        #expect(nexus(100_000, 90) == .far)
        #expect(nexus(400_000, 80) == .near)
        #expect(nexus(600_000, 50) == .far, "New York asks for both")
        #expect(nexus(600_000, 100) == .reached)
    }
}
