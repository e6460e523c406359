// A whole purchase through the pages, as somebody without scripts makes it, in two countries.

import HTTPTypes
import HummingbirdTesting
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct BuyingTests {
    @Test(arguments: Engine.allCases)
    func `a buyer in Germany buys a band, gets it, and sends it back`(engine: Engine) async throws {
        try await withSite(on: engine) { town, client in
            let browser = Browser(client)
            browser.language = "de-DE"
            try await browser.signUp(name: "Anna Groß", mail: "anna@example.de", town)
            #expect(browser.page.contains("Ihre Adresse ist bestätigt"))
            try await browser.reserveTwo(town)
            #expect(browser.page.contains("Für Sie reserviert"))
            #expect(browser.page.contains("Pro Person gibt es höchstens 2, und Sie haben schon 2."))
            #expect(!browser.page.contains("/reserve\""), "nobody is let in to be refused")

            try await browser.open("/sales/\(town.sale.code)/checkout")
            try await browser.submit(
                "/review",
                [
                    "name": "Anna Groß", "line1": "Lindenstraße 3", "postcode": "10115",
                    "city": "Berlin", "phone": "+49 30 123456",
                ])
            #expect(browser.page.contains("Zahlungspflichtig bestellen"))
            #expect(browser.page.contains("Umsatzsteuer"))
            try await browser.submit("/order")
            let number = try await town.payAtTill(browser)

            #expect(browser.page.contains("Ihre Zahlung ist da"))
            try await town.dispatchAndDeliver(number, client)
            try await browser.open("/orders/\(number)")
            #expect(browser.page.contains("zugestellt"))
            try await browser.submit("/return", ["quantity": "1", "reason": "changed_mind"])
            #expect(browser.page.contains("angemeldet; wie es geht"))
            try await town.shop.runJobs()
            let letters = town.postbox.all.filter { $0.to == "anna@example.de" }
            #expect(letters.count == 5)
        }
    }

    @Test func `a buyer in the United States sees dollars, no tax in prices, and a state`()
        async throws
    {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            try await browser.reserveTwo(town)
            try await browser.open("/sales/\(town.sale.code)/checkout")
            try await browser.submit(
                "/review",
                [
                    "name": "Bob", "line1": "1 Infinite Loop", "city": "Cupertino",
                    "subdivision": "CA", "postcode": "95014", "phone": "+1 408 555 0100",
                ])
            #expect(browser.page.contains("Customs duty"))
            try await browser.submit("/order")
            _ = try await town.payAtTill(browser)
            #expect(browser.page.contains("Your payment has arrived"))
        }
    }

    @Test func `an address with mistakes comes back with everything that was typed`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            browser.language = "fr-FR"
            try await browser.signUp(name: "Zoé", mail: "zoe@example.fr", town)
            try await browser.reserveTwo(town)
            try await browser.open("/sales/\(town.sale.code)/checkout")
            try await browser.submit(
                "/review",
                [
                    "name": "Zoé & <b>", "line1": "12 rue de l’\"Eau\"", "postcode": "7500",
                    "city": "Paris",
                ])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("value=\"Zoé &amp; &lt;b&gt;\""))
            #expect(browser.page.contains("value=\"12 rue de l’&quot;Eau&quot;\""))
            #expect(browser.page.contains("href=\"#postcode\""))
            #expect(browser.page.contains("aria-describedby=\"postcode-hint postcode-fault\""))
        }
    }

    @Test func `who lets the hold run out is told so, and can begin again`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            try await browser.reserveTwo(town)
            try await town.wind(.hours(1))
            try await browser.open("/sales/\(town.sale.code)/checkout")
            #expect(browser.status == .conflict)
            #expect(browser.page.contains("Nothing is held for you"))
        }
    }
}

extension Browser {
    /// Signs up, follows the link in the letter, and presses its button.
    func signUp(name: String, mail: String, _ town: Town) async throws {
        try await open("/signup")
        try await submit(
            "/signup", ["name": name, "mail": mail, "password": "three small ducks"])
        try await town.shop.runJobs()
        let letter = try #require(town.postbox.all.last { $0.to == mail })
        let link = try #require(letter.text.firstMatch(of: #/https://shop\.example\.com(\S+)/#))
        try await open(String(link.1))
        try await submit(String(link.1))
    }

    /// Enters the room of the first round and reserves two when it is their turn.
    func reserveTwo(_ town: Town) async throws {
        let room = "/rounds/\(town.rounds[0])"
        try await open(room)
        try await submit("/enter")
        try await town.open()
        try await open(room)
        try await submit("/reserve", ["quantity": "2"])
        #expect(status == .ok, "\(page)")
    }
}

extension Town {
    /// The buyer, sent to the partner, agrees there and comes back. Returns the order's number.
    fileprivate func payAtTill(_ browser: Browser) async throws -> String {
        let reference = try #require(browser.address.split(separator: "/").last)
        #expect(browser.address.hasPrefix("https://till.example.com/"), "\(browser.page)")
        till.approve(String(reference))
        let order = try await shop.storage.read { try $0.orders(in: [.placed]) }[0]
        try await browser.open("/orders/\(order.number)/agreed")
        return order.number
    }

    /// The operator's part, by the API.
    fileprivate func dispatchAndDeliver(
        _ number: String, _ client: any TestClientProtocol
    ) async throws {
        let clerk = Browser(client)
        try await clerk.becomeOperator(self)
        try await clerk.open("/console")
        try await clerk.submit(
            "/orders/\(number)/dispatch", ["carrier": "EMS", "tracking_number": "EE1CN"])
        #expect(clerk.page.contains("EE1CN"))
        clock.wind(.days(9))
        try await clerk.open("/console")
        try await clerk.submit("/orders/\(number)/deliver", ["day": Day(clock.now()).description])
        #expect(clerk.status == .ok)
        #expect(!clerk.page.contains(number))
    }
}

extension Browser {
    func becomeOperator(_ town: Town) async throws {
        try await town.shop.createOperator(
            mail: "op@example.com", name: "Operator", password: "three small ducks",
            market: Country("US")!)
        try await open("/login")
        try await submit("/login", ["mail": "op@example.com", "password": "three small ducks"])
    }
}
