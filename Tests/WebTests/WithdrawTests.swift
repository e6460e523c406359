// The two steps of the law on the pages, by somebody who isn't logged in.
import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import Storage
import TestKit
import Testing

struct WithdrawPageTests {
    @Test(
        arguments: [
            ("de-DE", "DE", "Vertrag widerrufen", "Widerruf bestätigen"),
            ("fr-FR", "FR", "Renoncer au contrat ici", "Confirmer la rétractation"),
            ("en-GB", "GB", "Withdraw from contract here", "Confirm withdrawal"),
            ("en-US", "US", "Return something", "Confirm the return"),
        ])
    func `on every page, in two steps, with the receipt at once`(
        language: String, market: String, link: String, button: String
    ) async throws {
        try await withSite { town, client in
            let ann = try await town.person("ann", in: market)
            try await town.enterAndOpen(ann)
            let order = try await town.buy(2, for: ann)
            try await town.shop.dispatch(
                order.id, carrier: "EMS", trackingNumber: "1", by: town.clerk)
            try await town.wind(.days(9))
            try await town.shop.recordDelivery(
                of: order.id, on: Day(town.clock.now()), by: town.clerk)

            let browser = Browser(client)
            browser.language = language
            try await browser.open("/")
            #expect(browser.page.contains("<a href=\"/withdraw\">\(link)</a>"))
            try await browser.open("/withdraw")
            try await browser.submit(
                "/withdraw", ["order": order.number, "name": "Ann", "mail": ann.mail])
            #expect(browser.page.contains("<button>\(button)</button>"), "\(browser.page)")
            #expect(try await town.shop.storage.read { try $0.returns(of: order.id) }.isEmpty)
            try await browser.submit("/withdraw/confirm", ["units_band": "1"])
            let goods = try await town.shop.storage.read { try $0.returns(of: order.id) }
            #expect(goods.map(\.items) == [[Return.Item("band", 1)]])
            #expect(browser.page.contains(goods[0].number), "\(browser.page)")
            try await browser.open(browser.address)
            #expect(browser.page.contains(order.number))
        }
    }

    @Test func `mistakes come back beside their fields, an unknown order is said`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.open("/withdraw")
            try await browser.submit("/withdraw", ["order": "", "name": "Ann", "mail": "nobody"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("order-fault") && browser.page.contains("mail-fault"))
            try await browser.submit(
                "/withdraw", ["order": "AAAA-AAAA", "mail": "ann@example.com"])
            #expect(browser.page.contains("We don’t find an order"))
            try await browser.submit("/withdraw/confirm")
            #expect(browser.page.contains("We look at it"))
            let open = try await town.shop.storage.read { try $0.withdrawalsToLookAt() }
            #expect(open.count == 1)
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/returns")
            #expect(clerk.page.contains("AAAA-AAAA"))
            try await clerk.submit("/settle")
            #expect(!clerk.page.contains("AAAA-AAAA"))
        }
    }

    @Test func `the operator checks a parcel, and the buyer sees it paid back`() async throws {
        try await withSite { town, client in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            let order = try await town.buy(2, for: ann)
            try await town.shop.dispatch(
                order.id, carrier: "EMS", trackingNumber: "1", by: town.clerk)
            try await town.wind(.days(9))
            try await town.shop.recordDelivery(
                of: order.id, on: Day(town.clock.now()), by: town.clerk)
            let goods = try await town.shop.requestReturn(
                of: [Return.Item("band", 1)], from: order.id, reason: .changedMind, by: ann,
                key: "k")
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/returns")
            #expect(clerk.page.contains(goods.number))
            try await clerk.upload(
                "/\(goods.number)/check", ["condition": "as_new", "deduction": "5"], [])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.upload("/\(goods.number)/check", ["condition": "as_new"], [])
            #expect(clerk.status == .ok)
            try await town.tick()
            try await clerk.open("/orders/\(order.number)")
            #expect(clerk.page.contains(goods.number))
            #expect(clerk.page.contains("refunded"))
        }
    }
}
