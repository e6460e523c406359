// To send a paid order elsewhere: until it leaves, within the market, at the same price.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ChangeAddressTests {
    @Test(arguments: Engine.allCases)
    func `a paid order goes elsewhere in the country, at the price that was agreed to`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.paid(in: "DE")
            var there = town.home(of: ann, "3 Neue Straße")
            (there.city, there.postcode) = ("Hamburg", "20095")
            try await town.shop.changeAddress(of: order.id, to: there, by: ann)
            let agreed = try await town.shop.storage.read { try $0.agreement(of: order.id) }
            #expect(try agreed.decodedAddress().city == "Hamburg")
            #expect(try agreed.decodedQuote().destination.postcode == "20095")
            #expect(try agreed.decodedQuote().total == order.total)
            #expect(agreed.toldOfWithdrawal != nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `not out of the country, not where it costs more, not once it has left`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.paidByExpress(in: "US")
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.addressOutsideMarket) {
                try await town.shop.changeAddress(of: order.id, to: town.home(of: bob), by: ann)
            }
            await #expect(throws: Refusal.notFound) {
                try await town.shop.changeAddress(of: order.id, to: town.home(of: ann), by: bob)
            }
            var remote = town.home(of: ann)
            (remote.city, remote.subdivision, remote.postcode) = ("Anchorage", "AK", "99501")
            do {
                try await town.shop.changeAddress(of: order.id, to: remote, by: ann)
                Issue.record("the surcharge for remote places is gone")
            } catch Refusal.addressChangesPrice(let total) {
                #expect(total > order.total)
            }
            try await town.send(order, by: town.clerk)
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.shop.changeAddress(of: order.id, to: town.home(of: ann), by: ann)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `not into a household that has its share`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            let bob = try await town.person("bob", in: "DE")
            try await town.enterAndOpen(ann, bob)
            let order = try await town.buy(1, for: ann)
            _ = try await town.buy(2, for: bob)
            await #expect(throws: Refusal.householdLimitReached(limit: 2)) {
                try await town.shop.changeAddress(of: order.id, to: town.home(of: bob), by: ann)
            }
        }
    }
}

extension Town {
    fileprivate func paidByExpress(in market: String) async throws -> (Account, Order) {
        let ann = try await person("ann", in: market)
        try await enterAndOpen(ann)
        try await reserve(2, for: ann)
        let quote = try await shop.quote(
            basketOf: ann, in: sale.id, to: home(of: ann), by: "express")
        let order = try await shop.placeOrder(
            of: ann, in: sale.id, to: home(of: ann), by: "express", agreed: quote.total,
            language: ann.language, key: freshKey())
        return (ann, try await pay(order, by: ann))
    }
}
