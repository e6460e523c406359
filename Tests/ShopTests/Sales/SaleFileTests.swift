// A sale from its file: the model sale as it was, and what is said of a mistake.
import Foundation
import Rules
import Shop
import TestKit
import Testing

struct SaleFileTests {
    private let rules: Rulebook
    private let yaml: String

    init() throws {
        rules = try Rulebook.load(directory: nil)
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Data/samples/model-sale/sale.yaml")
        yaml = try String(contentsOf: file, encoding: .utf8)
    }

    @Test func `the model sale is as it was`() throws {
        let sale = try SaleDraft.sample(markets: rules.markets)
        let inAmerica = sale.offers.filter { $0.market == Country("US") }
        #expect(
            inAmerica.map { "\($0.product) \($0.price), \($0.limit)" } == [
                "power-bank-10400 14.00 USD, 2", "power-bank-5000 10.00 USD, 2",
                "band 15.00 USD, 2", "headphones 79.00 USD, 1",
            ])
        #expect(Set(sale.offers.map(\.market.code)) == ["US", "GB", "FR", "DE"])
        let day = Day(2015, 5, 19)!.midnight()
        #expect(sale.rounds.map(\.opens) == [day + .hours(2), day + .hours(12)])
        #expect(sale.rounds.allSatisfy { $0.opens - $0.roomOpens == .hours(1) })
        #expect(sale.hold == .minutes(10))
        #expect(sale.order == .shuffled)
        for product in sale.products {
            #expect(Set(product.texts.keys) == Set(Language.allCases), "\(product.code)")
        }
    }

    @Test func `the model sale can be announced, and the handset stays withheld`() async throws {
        try await withShop(on: .sqlite) { world in
            let sale = try SaleDraft.sample(markets: rules.markets)
            #expect(try await world.shop.importSale(sale).code == "first-western-sale")
        }
        try await withShop(on: .sqlite) { world in
            var sale = try SaleDraft.sample(markets: rules.markets)
            sale.offers.append(
                .init(
                    product: "handset", market: Country("DE")!, price: Money(29_428, .eur),
                    limit: 1))
            let fault = await #expect(throws: SaleDraftFault.self) {
                try await world.shop.importSale(sale)
            }
            #expect(fault?.reason.hasPrefix("withheld: ") == true)
        }
    }

    @Test func `rounds can be moved to another time`() throws {
        let now = Day(2026, 11, 24)!.midnight()
        let sale = try SaleDraft.sample(markets: rules.markets).moved(
            to: now + .seconds(90), roomOpens: now, apart: .minutes(10), lasting: .hours(6))
        #expect(sale.rounds.map(\.opens) == [now + .seconds(90), now + .seconds(690)])
        #expect(sale.rounds[0].closes == sale.rounds[1].opens)
        #expect(sale.rounds[1].closes == sale.rounds[1].opens + .hours(6))
    }

    @Test func `a beacon is read with its times`() throws {
        let door = "    door: { burst: 50"
        let beacon = """
                beacon:
                  name: drand quicknet, round 4471012
                  address: https://api.drand.sh/v2/beacons/quicknet/rounds/4471012
                  list_closes: 2015-05-19T01:55:00Z
                  published: 2015-05-19T01:56:00Z
                  fallback: 2015-05-19T02:30:00Z

            """
        let range = try #require(yaml.range(of: door))
        let sale = try SaleDraft.read(
            file: "sale.yaml", yaml: yaml.replacingCharacters(in: range, with: beacon + door),
            markets: rules.markets)
        let opens = sale.rounds[0].opens
        #expect(sale.rounds[0].beacon?.name == "drand quicknet, round 4471012")
        #expect(sale.rounds[0].beacon?.listCloses == opens - .minutes(5))
        #expect(sale.rounds[0].beacon?.fallback == opens + .minutes(30))
        #expect(sale.rounds[1].beacon == nil)
        // Moved with its round.
        let moved = sale.moved(
            to: opens + .days(1), roomOpens: opens, apart: .hours(1), lasting: .hours(1))
        #expect(moved.rounds[0].beacon?.published == opens + .days(1) - .minutes(4))
    }

    @Test(arguments: [
        ("DE: 13.42 }", "DE: 13.425 }", "sale.yaml:132: offers[2].prices.DE: “13.425” is not an"),
        ("DE: 13.42 }", "AT: 13.42 }", "sale.yaml:132: offers[2].prices.AT: there is no market AT"),
        ("2015-05-19T02:00:00Z", "2015-05-19T02:00:00", "sale.yaml:137: rounds[0].opens: “2015"),
        ("hold_minutes: 10", "hold_minutes: 0", "sale.yaml:10: hold_minutes: “0” is not a whole"),
        ("order: shuffled", "order: fastest", "sale.yaml:9: order: “fastest” is not one of"),
        ("burst: 50", "bursts: 50", "sale.yaml:139: rounds[0].door: “burst” is missing"),
        ("kind: sale", "kind: gates", "sale.yaml:7: kind: the kind must be “sale”"),
        ("name: Activity band", "nmae: Activity band", "products[2].texts.en-US: “name” is"),
    ])
    func `a mistake is named by line and field`(old: String, new: String, said: String) throws {
        let range = try #require(yaml.range(of: old))
        let broken = yaml.replacingCharacters(in: range, with: new)
        let fault = #expect(throws: RulebookFault.self) {
            try SaleDraft.read(file: "sale.yaml", yaml: broken, markets: rules.markets)
        }
        #expect(fault?.description.contains(said) == true, "\(fault?.description ?? "no fault")")
    }
}
