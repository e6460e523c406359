// To take one's data along, to be forgotten, and to see who looked: on the pages and for programs.

import Foundation
import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import Storage
import TestKit
import Testing

struct PrivacyPageTests {
    @Test(arguments: Engine.allCases)
    func `somebody downloads everything, and has the account erased`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let (browser, order) = try await town.deliveredInBrowser(client)
            try await browser.open("/account/data")
            #expect(browser.page.contains("Niemand."))
            #expect(browser.page.contains("Bestellung \(order.number): Ware, Beträge"))
            try await browser.submit("/account/export")
            #expect(browser.headers[.contentDisposition]?.contains("account.json") == true)
            #expect(browser.page.contains("Lindenstr. 3") && browser.page.contains(order.number))

            try await browser.open("/account/data")
            try await browser.submit("/account/erase", ["password": "not this one"])
            #expect(browser.status == .unprocessableContent)
            try await browser.submit("/account/erase", ["password": "three small ducks"])
            #expect(browser.page.contains("Ihr Konto ist gelöscht"))
            try await browser.open("/account")
            #expect(browser.address.hasPrefix("/login"))
            // The operator still sees the order, and nobody in it.
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/orders/\(order.number)")
            #expect(clerk.status == .ok && !clerk.page.contains("Lindenstr"))
        }
    }

    @Test func `an order that is under way keeps the account, and the page says so`()
        async throws
    {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Ann", mail: "ann@example.com", town)
            let ann = try await town.account("ann@example.com")
            try await town.enterAndOpen(ann)
            let order = try await town.buy(1, for: ann)
            try await browser.open("/account/data")
            #expect(browser.page.contains("\(order.number) isn’t over yet."))
            #expect(!browser.page.contains("action=\"/account/erase\""))
        }
    }

    @Test(arguments: Engine.allCases)
    func `every look of an operator is told to both sides`(engine: Engine) async throws {
        try await withSite(on: engine) { town, client in
            let (browser, order) = try await town.deliveredInBrowser(client)
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/orders/\(order.number)")
            try await clerk.open("/console/orders/\(order.number)/papers")
            try await clerk.open("/console/access")
            #expect(clerk.page.contains("<code>/orders/\(order.number)</code>"))
            #expect(clerk.page.contains("<code>/console/orders/\(order.number)/papers</code>"))
            #expect(clerk.page.contains("<strong>Operator</strong>"))
            try await clerk.open("/console/access?of=\(order.number.lowercased())")
            #expect(clerk.page.contains("<code>/orders/\(order.number)</code>"))
            try await clerk.open("/console/access?of=XXXX-XXXX")
            #expect(!clerk.page.contains("/papers</code>"))

            // The buyer's own looks aren't in it.
            try await browser.open("/orders/\(order.number)")
            try await browser.open("/account/data")
            let looks = browser.page.matches(of: #/<code>\/[a-z]/#).count
            #expect(looks == 2, "\(browser.page)")
            try await browser.open("/console/access")
            #expect(browser.status == .forbidden)
        }
    }

    @Test func `programs export, ask what would be kept, and erase`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Ann", mail: "ann@example.com", town)
            let known = try await town.shop.logIn(
                mail: "ann@example.com", password: "three small ducks", from: "test")
            let ann = Program(client: client, token: known.token)
            let told = try await ann.ask("/api/v1/account/export")
            let tables = try #require(told["tables"] as? [String: Any])
            #expect(tables.count == PersonalTable.allCases.count)
            let plan = try await ann.ask("/api/v1/account/erasure")
            #expect((plan["kept"] as? [Any])?.isEmpty == true && plan["open"] == nil)
            let refused = try await ann.ask("/api/v1/access", status: .forbidden)
            #expect(refused["code"] as? String == "not_allowed")
            try await ann.tell(
                "/api/v1/account/erasure", ["password": "three small ducks"],
                status: .noContent)
            _ = try await ann.ask("/api/v1/account", status: .unauthorized)
        }
    }
}
