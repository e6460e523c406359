// The story a shop is there for: a room, a turn, a price, a parcel, a change of mind.
import Partners
import Rules
import Shop
import TestKit
import Testing

struct OrdinaryPurchaseTests {
    @Test(arguments: Engine.allCases)
    func `somebody enters, reserves, pays, receives and sends one back`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10)) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            let held = try await town.reserve(2, for: ann)
            #expect(held.numbers == [1, 2])
            #expect(held.expires == town.clock.now() + .minutes(15))

            let placed = try await town.order(by: ann)
            #expect(placed.state == .placed)
            let paid = try await town.pay(placed, by: ann)
            #expect(paid.state == .paid)
            #expect(try await town.units() == "8 free, 0 reserved, 2 sold")

            try await town.shop.dispatch(
                paid.id, carrier: "DHL", trackingNumber: "RX1CN", by: town.clerk)
            try await town.wind(.days(10))
            let arrived = try await town.shop.recordDelivery(
                of: paid.id, on: Day(town.clock.now()), by: town.clerk)
            #expect(arrived.lastReturnDay == Day(2015, 6, 11))

            try await town.wind(.days(3))
            let goods = try await town.shop.requestReturn(
                of: [Return.Item("band", 1)], from: paid.id, reason: .changedMind, by: ann,
                key: "back")
            #expect(goods.state == .requested)
            try await town.tick()
            #expect(town.postbox.all.map(\.to) == Array(repeating: "ann@example.com", count: 4))
            #expect(town.postbox.all[0].subject.contains(paid.number))
        }
    }

    @Test(arguments: ["US", "GB", "FR", "DE"])
    func `it is so in every market`(market: String) async throws {
        try await Town.story(on: .sqlite) { town in
            let ann = try await town.person("ann", in: market)
            try await town.enterAndOpen(ann)
            let order = try await town.buy(1, for: ann)
            #expect(order.state == .paid)
            #expect(order.market.code == market)
            let payment = try #require(try await town.payments(of: order).first)
            #expect(payment.amount == order.total)
            #expect(town.till.kept(for: payment.id.text) == order.total.minor)
        }
    }
}
