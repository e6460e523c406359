// Parcels under the battery rules of their time, the price of each method, and the way back.
import Rules
import Shop
import TestKit
import Testing

struct ShippingTests {
    private func offers(
        _ basket: String, _ market: String, _ day: String, back: Bool = false
    ) throws -> [ShippingOffer] {
        let country = Country(market)!
        let lines = shippedRules.basket(basket, in: country, freight: nil).lines
        let destination = shippedRules.markets[country]!.typicalDestination
        return back
            ? try Shipping.waysBack(
                for: lines, from: destination, on: Day(day)!, rules: shippedRules)
            : try Shipping.offers(for: lines, to: destination, on: Day(day)!, rules: shippedRules)
    }

    @Test func `two power banks a parcel in 2015, one parcel today`() throws {
        let four = "power-bank-10400:2 power-bank-5000:2"
        let then = try offers(four, "US", "2015-05-19")
        #expect(then.map(\.method) == ["express"], "no post takes loose batteries")
        #expect(then[0].parcels.map(\.batteries) == [2, 2])
        #expect(then[0].parcels.allSatisfy { !$0.isCargoAircraftOnly })
        let between = try offers(four, "US", "2018-01-01")
        #expect(between[0].parcels.map(\.batteries) == [4], "one parcel of Section IB")
        #expect(between[0].parcels[0].marks.contains("shippers_declaration"))
        let now = try offers(four, "US", "2026-11-23")
        #expect(now[0].parcels.map(\.batteries) == [4])
        #expect(now[0].parcels[0].isCargoAircraftOnly)
    }

    @Test func `two bands go by post without a mark, three need one`() throws {
        let two = try offers("band:2", "FR", "2026-11-23")
        #expect(Set(two.map(\.method)) == ["express", "post"])
        #expect(two[0].method == "post", "the cheapest is first")
        #expect(two[0].parcels[0].marks == [])
        let three = try offers("band:3", "FR", "2026-11-23")
        #expect(three[0].parcels[0].marks == ["lithium_battery_mark"])
    }

    @Test func `a step that is begun is paid, and volume counts where it is more`() throws {
        // 60 g of box and 420 g; 200 x 180 x 80 mm are 576 g by volume.
        let one = try offers("headphones:1", "US", "2015-05-19").first { $0.method == "express" }
        #expect(one?.price.decimal == "13.00")
        // 1.13 and 12.89 a kilogram on 480 g: 7.3172.
        let post = try offers("headphones:1", "US", "2015-05-19").first { $0.method == "post" }
        #expect(post?.price.decimal == "7.32")
    }

    @Test func `the way back costs up to 55 dollars for the first 500 grams`() throws {
        let bank = try offers("power-bank-10400:1", "US", "2015-05-19", back: true)
        #expect(bank.map(\.method) == ["return-courier"])
        #expect(bank[0].price.decimal == "55.00")
        let abroad = try offers("power-bank-10400:1", "DE", "2015-05-19", back: true)
        #expect(abroad[0].price.decimal == "49.19")
    }

    @Test func `each parcel has at most what the method carries`() throws {
        for offer in try offers("headphones:40", "GB", "2026-11-23") {
            let most = offer.method == "post" ? 2000 : 20_000
            #expect(offer.parcels.allSatisfy { $0.weightGrams <= most })
            #expect(offer.parcels.flatMap(\.items).reduce(0) { $0 + $1.quantity } == 40)
        }
    }

    @Test func `remote places cost more`() throws {
        let country = Country("US")!
        func price(_ state: String) throws -> Int64 {
            let basket = shippedRules.basket("power-bank-5000:1", in: country, freight: nil)
            return try LandedCost.quote(
                basket: basket, destination: Destination(country: country, subdivision: state),
                on: Day("2026-11-23")!, rules: shippedRules
            ).shipping.minor
        }
        #expect(try price("HI") - price("CA") == 800)
    }
}
