// Where the shop doesn't sell, and what is withheld: on the pages and in the API.
import HTTPTypes
import HummingbirdTesting
import Partners
import Rules
import Shop
import TestKit
import Testing

struct BorderTests {
    @Test(arguments: [
        ("de-AT", "In dieses Land verkaufen wir noch nicht: Österreich"),
        ("fr-BE,fr;q=0.9", "Nous ne vendons pas encore dans ce pays\u{A0}: Belgique"),
        ("en-IE", "We don’t sell to Ireland yet"),
        ("zh-CN", "We don’t sell to China mainland yet"),
    ])
    func `a visitor from elsewhere is told so in their language`(
        language: String, told: String
    ) async throws {
        try await withSite { _, client in
            let browser = Browser(client)
            browser.language = language
            try await browser.open("/")
            #expect(browser.page.contains(told))
            #expect(browser.page.contains("/elsewhere?country="))
            // Whoever chooses a country isn't told any more.
            try await browser.open("/choose?market=DE&language=de&to=/")
            #expect(!browser.page.contains(told))
        }
    }

    @Test(arguments: ["de-DE", "en-US,en;q=0.9,de-AT", "fr", ""])
    func `a visitor from a market is told nothing of it`(language: String) async throws {
        try await withSite { _, client in
            let browser = Browser(client)
            browser.language = language
            try await browser.open("/")
            #expect(!browser.page.contains("/elsewhere?country="))
            #expect(browser.page.contains("value=\"elsewhere\""), "the choice of countries has it")
        }
    }

    @Test(arguments: Engine.allCases)
    func `somebody in Austria asks to be told, confirms, and takes it back`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine) { town, client in
            let browser = Browser(client)
            browser.language = "de-AT"
            try await browser.open("/choose?market=elsewhere&language=de")
            #expect(browser.page.contains("Österreich"))
            try await browser.submit("/elsewhere", ["mail": "nonsense", "country": "AT"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("mail-fault"))
            try await browser.submit("/elsewhere", ["mail": "ada@example.at", "country": "AT"])
            #expect(browser.page.contains("ada@example.at"))
            try await town.shop.runJobs()
            let letter = try #require(town.postbox.all.last { $0.to == "ada@example.at" })
            let link = try #require(letter.text.firstMatch(of: #/shop\.example\.com(/wishes/\S+)/#))

            try await browser.open(String(link.1))
            try await browser.submit(String(link.1))
            #expect(browser.page.contains("Notiert."))
            #expect(try await town.shop.wish(String(link.1.dropFirst(8))).confirmed != nil)
            try await browser.submit("/withdraw")
            #expect(browser.page.contains("Ihre Adresse ist gelöscht."))
            try await browser.open(String(link.1))
            #expect(browser.status == .gone)
        }
    }

    @Test func `nobody asks for a country that is a market, or isn't one at all`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            for country in ["DE", "ZZ", "", "Austria"] {
                try await browser.open("/elsewhere")
                try await browser.submit(
                    "/elsewhere", ["mail": "a@example.at", "country": country])
                #expect(browser.status == .unprocessableContent, "\(country)")
            }
            try await town.shop.runJobs()
            #expect(town.postbox.all.isEmpty)
        }
    }

    @Test func `a program asks to be told, and is told of an address outside`() async throws {
        try await withSite { town, client in
            let program = try await town.shop.program("ann@example.com", in: "DE", client)
            try await program.tell(
                "/api/v1/wishes", ["mail": "ada@example.at", "country": "AT"], status: .accepted)
            try await program.tell(
                "/api/v1/wishes",
                ["mail": "ada@example.at", "country": "DE", "product": "band"], status: .accepted)
            for wrong in [["country": "ZZ"], ["country": "DE", "product": "boat"]] {
                let known = try await program.tell(
                    "/api/v1/wishes", wrong.merging(["mail": "ada@example.at"]) { $1 },
                    status: .unprocessableContent)
                #expect(known["code"] as? String == "input_invalid")
            }
            try await town.shop.runJobs()
            #expect(town.postbox.all.count { $0.to == "ada@example.at" } == 2)

            let address: [String: any Sendable] = [
                "name": "Ann", "line1": "Ring 1", "postcode": "1010", "city": "Wien",
                "country": "AT", "phone": "+4312345678",
            ]
            let outside = try await program.tell(
                "/api/v1/sales/bands/quote", ["address": address], status: .unprocessableContent)
            #expect(outside["code"] as? String == "address_outside_market")
        }
    }

    // MARK: Gates

    @Test(arguments: [
        ("en-US", "US", "This phone has no FCC approval"),
        ("en-GB", "GB", "not approved for the radio networks here"),
        ("fr-FR", "FR", "Ce téléphone n’est pas homologué"),
        ("de-DE", "DE", "Dieses Telefon ist für die hiesigen Funknetze nicht zugelassen"),
    ])
    func `the handset is shown as withheld, with its reason, and can't be had`(
        language: String, market: String, reason: String
    ) async throws {
        try await withSite { town, client in
            let markets = town.shop.rulebook.current.markets
            try await town.shop.importSale(SaleDraft.sample(markets: markets))
            let browser = Browser(client)
            browser.language = language
            try await browser.open("/sales/first-western-sale")
            #expect(browser.page.contains(reason))
            #expect(!browser.page.contains("/sales/first-western-sale/handset"))
            try await browser.open("/sales/first-western-sale/handset")
            #expect(browser.status == .conflict)
            #expect(browser.page.contains(reason))

            let program = try await town.shop.program("ann@example.com", in: market, client)
            let sale = try await program.ask("/api/v1/sales/first-western-sale")
            let withheld = try #require(sale["withheld"] as? [[String: Any]])
            #expect(withheld.map { $0["product"] as? String } == ["handset"])
            let offers = try #require(sale["offers"] as? [[String: Any]])
            #expect(offers.count == 4)
            #expect(!offers.contains { $0["product"] as? String == "handset" })
        }
    }

    @Test func `a gate of one market is nothing to the others`() async throws {
        try await withSite(on: .sqlite, .bands(10) { $0.begins = Day(2026, 11, 23) }) {
            town, client in
            var rules = town.shop.rulebook.current
            for index in rules.gates.indices where rules.gates[index].requirement == "de.elektrog" {
                rules.gates[index].proof = nil
            }
            town.shop.rulebook.replace(with: rules)
            let (german, french) = (Browser(client), Browser(client))
            german.language = "de-DE"
            french.language = "fr-FR"
            try await german.open("/sales/bands")
            #expect(german.page.contains("Die Registrierung bei der Stiftung ear fehlt."))
            #expect(!german.page.contains("/sales/bands/band"))
            try await german.open("/sales/bands/band")
            #expect(german.status == .conflict)
            try await french.open("/sales/bands")
            #expect(french.page.contains("/sales/bands/band"))
            #expect(!french.page.contains("Stiftung ear"))

            let program = try await town.shop.program("ann@example.com", in: "DE", client)
            func stalls(_ market: String) async throws -> Int? {
                let round = try await program.ask(
                    "/api/v1/rounds/\(town.rounds[0])?market=\(market)")
                return (round["allotments"] as? [Any])?.count
            }
            #expect(try await stalls("DE") == 0)
            #expect(try await stalls("FR") == 1)
        }
    }
}
