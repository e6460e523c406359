// The operator's page about the rules: seen, confirmed, and nobody else's.
import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing

struct RulesPageTests {
    private var sketch: SaleSketch {
        .bands(10) {
            $0.confirmsRules = false
            $0.begins = Day(2026, 11, 23)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an operator reads the doubts, confirms them, and the sale opens`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine, sketch) { town, client in
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await town.open()
            let visitor = Browser(client)
            try await visitor.open("/sales/bands")
            #expect(visitor.page.contains("The duty and tax rules are being confirmed"))
            #expect(!visitor.page.contains("Zoll und Steuer werden gerade bestätigt"))
            visitor.language = "de-DE"
            try await visitor.open("/sales/bands")
            #expect(visitor.page.contains("Zoll und Steuer werden gerade bestätigt"))

            try await clerk.open("/console")
            #expect(clerk.page.contains("/console/rules"))
            try await clerk.open("/console/rules")
            #expect(clerk.page.contains("us.after_2026_07_24"))
            #expect(clerk.page.contains("what replaced Section 122 is not known"))
            #expect(clerk.page.contains("Ends within 90\u{A0}days"))
            #expect(clerk.page.contains("calendar CN"), "the calendar ends with the year")
            #expect(clerk.page.contains("duty 25 %, on 8507.60, from CN; 2026-01-01 to open"))
            #expect(clerk.page.contains("us.fcc.handset"))
            // Nothing is ticked beforehand: sent as it stands, it confirms nothing.
            try await clerk.submit("/rules")
            #expect(try await town.round().isHeldBack)

            let boxes = clerk.page.matches(of: #/type="checkbox" name="(\w+)"/#).map(\.1)
            #expect(!boxes.isEmpty)
            try await clerk.submit(
                "/rules", Dictionary(boxes.map { (String($0), "seen") }) { first, _ in first })
            #expect(clerk.page.contains("Everything it rests on is known or confirmed."))
            #expect(clerk.page.contains("confirmed by op@example.com"))
            try await town.tick()
            #expect(try await town.round().drawn == 0)
            // A guest's page is at most a second old.
            town.clock.wind(.seconds(1))
            try await visitor.open("/sales/bands")
            #expect(!visitor.page.contains("are being confirmed"))
        }
    }

    @Test func `it is nobody else's`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            try await browser.open("/console/rules")
            #expect(browser.status == .forbidden)
            try await browser.forge("/console/sales/bands/rules", [:])
            #expect(browser.status != .ok)
        }
    }

    @Test func `states and wishes are counted there`() async throws {
        try await withSite(
            on: .sqlite, .bands(10) { $0.begins = Day(2026, 11, 23) }
        ) { town, client in
            let ann = try await town.person("ann", in: "US")
            try await town.enterAndOpen(ann)
            _ = try await town.buy(2, for: ann)
            try await town.shop.makeWish(
                mail: "ada@example.at", country: Country("AT")!, language: .german,
                from: "192.0.2.1")
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/console/rules")
            #expect(clerk.page.contains("data-state=\"CA\" data-nexus=\"far\""))
            #expect(clerk.page.contains("1\u{A0}order, of $500,000.00"))
            #expect(!clerk.page.contains("Austria"), "nobody confirmed it")
        }
    }

    @Test(arguments: ["de-DE", "fr-FR", "en-GB"])
    func `it speaks the operator's language`(language: String) async throws {
        try await withSite { town, client in
            let clerk = Browser(client)
            try await clerk.becomeOperator(town)
            try await clerk.open("/account")
            try await clerk.submit(
                "/account",
                ["language": String(language.hasPrefix("en") ? "en-GB" : language.prefix(2))])
            try await clerk.open("/console/rules")
            let title =
                switch language {
                case "de-DE": "Preisregeln"
                case "fr-FR": "Règles du prix"
                default: "Rules of the price"
                }
            #expect(clerk.page.contains(title))
        }
    }
}
