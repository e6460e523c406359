// A claim through the pages and through the API, by people and operators without scripts.

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Rules
import Shop
import Storage
import TestKit
import Testing

private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 13, 10, 13, 10, 45, 45]

struct WarrantyPageTests {
    @Test(arguments: Engine.allCases)
    func `a buyer claims with photographs, and the operator puts it right`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let (browser, order) = try await town.deliveredInBrowser(client)
            try await browser.open("/orders/\(order.number)")
            let passport = try #require(
                try await town.shop.storage.read { try $0.warranties(of: order.id).first })
            #expect(browser.page.contains("href=\"/warranty/\(passport.number)\""))
            try await browser.open("/account/warranty")
            #expect(browser.page.contains(passport.number))
            let law = try #require(browser.page.firstRange(of: "Gesetzliche Gewährleistung"))
            let maker = try #require(browser.page.firstRange(of: "Herstellergarantie"))
            #expect(law.lowerBound < maker.lowerBound)

            try await browser.open("/warranty/\(passport.number)")
            #expect(browser.page.contains("value=\"Lindenstr. 3\""))
            try await browser.upload("/claim", ["description": ""], [Array("<svg>".utf8)])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("photos-fault") || browser.page.contains("description"))
            try await browser.upload(
                "/claim", ["description": "Es lädt nicht.\r\n<b>Seit Montag.</b>"], [jpeg, jpeg])
            #expect(browser.page.contains("Es lädt nicht."), "\(browser.page)")
            #expect(browser.page.contains("&lt;b&gt;Seit Montag."))
            #expect(browser.page.contains("wartet auf unsere Antwort"))
            let photo = browser.address + "/photos/2"
            try await browser.open(photo)
            #expect(browser.headers[.contentType] == "image/jpeg")
            #expect(browser.headers[.cacheControl] == "private, no-store")

            let stranger = Browser(client)
            try await stranger.signUp(name: "Eve", mail: "eve@example.com", town)
            try await stranger.open(photo)
            #expect(stranger.status == .notFound)
            try await stranger.open("/warranty/\(passport.number)")
            #expect(stranger.status == .notFound)

            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/claims")
            let claim = try #require(
                try await town.shop.storage.read { try $0.claims(of: passport.id).first })
            #expect(clerk.page.contains(claim.number))
            try await clerk.open("/console/claims/\(claim.number)")
            try await clerk.submit("/decline", ["reason": ""])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.submit("/accept")
            try await clerk.submit("/remedy", ["remedy": "replacement"])
            try await clerk.submit("/send", ["carrier": "EMS", "tracking_number": "EE9"])
            try await browser.open("/claims/\(claim.number)")
            #expect(browser.page.contains("EE9") && browser.page.contains("erledigt"))
        }
    }

    @Test(arguments: ["en-US", "en-GB", "fr", "de"])
    func `a passport is handed on by its code, in every language`(
        language: String
    ) async throws {
        try await withSite { town, client in
            let (browser, order) = try await town.deliveredInBrowser(client)
            let passport = try #require(
                try await town.shop.storage.read { try $0.warranties(of: order.id).first })
            try await browser.open("/warranty/\(passport.number)")
            try await browser.submit("/code")
            let match = try #require(
                browser.page.firstMatch(of: #/<strong>(\w{4}-\w{4})</strong>/#))
            let other = Browser(client)
            other.language = language
            try await other.signUp(name: "Eve", mail: "eve@example.com", town)
            try await other.open("/warranty")
            try await other.submit("/warranty", ["code": "0000-0000"])
            #expect(other.status == .gone)
            try await other.submit("/warranty", ["code": String(match.1)])
            #expect(other.page.contains(passport.number))
            try await other.open("/warranty/\(passport.number)")
            #expect(other.status == .ok && !other.page.contains("href=\"/orders/\(order.number)"))
            try await browser.open("/warranty/\(passport.number)")
            #expect(browser.status == .notFound)
        }
    }

    @Test func `programs do the same, with a photograph as it is`() async throws {
        try await withSite { town, client in
            let ann = try await town.shop.program("ann@example.com", in: "US", client)
            let known = try await town.account("ann@example.com")
            try await town.enterAndOpen(known)
            let order = try await town.buy(1, for: known)
            try await town.deliver(order)
            let listed = try await ann.list("/api/v1/warranties")
            let number = try #require(listed.first?["number"] as? String)
            let terms = try #require(listed.first?["guarantees"] as? [[String: Any]])
            #expect(terms.map { $0["grantor"] as? String } == ["maker"])
            let address: [String: any Sendable] = [
                "name": "Ann", "line1": "1 Main Street", "city": "Cupertino",
                "subdivision": "CA", "postcode": "95014", "country": "US",
                "phone": "+1 408 555 0100",
            ]
            let claim = try await ann.tell(
                "/api/v1/warranties/\(number)/claims",
                ["description": "Dead.", "wish": "replacement", "address": address], key: "c",
                status: .created)
            let name = try #require(claim["number"] as? String)
            let kept = try await ann.hand(jpeg, to: "/api/v1/claims/\(name)/photos", key: "p1")
            #expect(kept["kind"] as? String == "jpeg")
            try await ann.tell(
                "/api/v1/claims/\(name)/decision", ["decision": "accept"], key: "d")
            try await ann.tell("/api/v1/claims/\(name)/remedy", ["remedy": "replacement"], key: "e")
            let done = try await ann.tell(
                "/api/v1/claims/\(name)/shipment", ["carrier": "EMS", "tracking_number": "EE1"],
                key: "f")
            #expect(done["state"] as? String == "done")
            let odd = try await ann.tell(
                "/api/v1/warranties/\(number)/claims",
                ["description": "Dead.", "wish": "a pony", "address": address], key: "g",
                status: .unprocessableContent)
            #expect((odd["faults"] as? [[String: Any]])?.first?["field"] as? String == "wish")
            let code = try await ann.tell(
                "/api/v1/warranties/\(number)/code", key: "h", status: .created)
            let bob = try await town.shop.program("bob@example.com", in: "DE", client)
            let taken = try await bob.tell(
                "/api/v1/warranties/take", ["code": code["code"] as? String ?? ""],
                status: .created)
            #expect(taken["number"] as? String == number)
        }
    }
}

extension Town {
    /// Somebody German at a browser, with an order of two that has arrived.
    func deliveredInBrowser(
        _ client: any TestClientProtocol
    ) async throws -> (Browser, Order) {
        let browser = Browser(client)
        browser.language = "de-DE"
        try await browser.signUp(name: "Anna Groß", mail: "anna@example.de", self)
        let anna = try await account("anna@example.de")
        try await enterAndOpen(anna)
        try await reserve(2, for: anna)
        let home = Address(
            name: "Anna Groß", line1: "Lindenstr. 3", city: "Berlin", postcode: "10115",
            country: anna.market, phone: "+49 30 123456")
        let order = try await pay(try await self.order(by: anna, to: home), by: anna)
        try await deliver(order)
        return (browser, order)
    }

    func account(_ mail: String) async throws -> Account {
        try await shop.storage.read { try $0.account(mail: mail)! }
    }

    func deliver(_ order: Order) async throws {
        try await shop.dispatch(order.id, carrier: "EMS", trackingNumber: "1", by: clerk)
        try await wind(.days(9))
        try await shop.recordDelivery(of: order.id, on: Day(clock.now()), by: clerk)
    }
}

extension Program {
    func list(_ address: String) async throws -> [[String: Any]] {
        let text = try await client.execute(
            uri: address, method: .get, headers: [.authorization: "Bearer \(token ?? "")"]
        ) { answer in
            #expect(answer.status == .ok, "\(address)")
            return String(buffer: answer.body)
        }
        return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
    }
}
