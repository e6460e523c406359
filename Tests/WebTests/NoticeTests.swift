// What the law wants on the pages, per market, language and day: the words of the button, the right
// to change one's mind, the guarantee by law first, and how a price is shown.
import Foundation
import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing

struct NoticeTests {
    /// A market in one of its languages, and what its pages must say.
    struct Law: Sendable, CustomTestStringConvertible {
        let market: String
        let language: String
        let button: String
        /// Beside the price of one band, and that price.
        let price: String
        let display: String
        let withdrawal: String
        let wayBack: String
        /// In this order: the law before the maker. The maker alone in the United States.
        let guarantees: [String]
        let day: String
        var more: [String] = []
        var never: [String] = []
        var testDescription: String { "\(market) \(language) \(day)" }
    }

    static let laws: [Law] = [
        Law(
            market: "US", language: "en-US", button: "Place order and pay", price: "$15.00",
            display: "before shipping, duty and tax",
            withdrawal: "You may return your order within 30 days of receiving it.",
            wayBack: "up to $55 for the first 500 g", guarantees: ["12 months of warranty"],
            day: "2026-11-23",
            more: ["Your state may give you further implied warranties.", "agree to wait"],
            never: ["with VAT", "24 months", "data-notice=\"repair\""]),
        Law(
            market: "GB", language: "en-GB", button: "Order with obligation to pay",
            price: "£11.62", display: "with VAT",
            withdrawal: "cancel within 14 days from the day after the last item arrives",
            wayBack: "up to £35.51 for the first 500 g",
            guarantees: ["72 months by law", "12 months of warranty"],
            day: "2026-11-23",
            more: ["Consumer Rights Act 2015", "every mandatory charge is shown from the"],
            never: ["Withdraw from contract here", "2025/1960"]),
        Law(
            market: "GB", language: "en-GB", button: "Order with obligation to pay",
            price: "£11.62", display: "with VAT",
            withdrawal: "cancel within 14 days from the day after the last item arrives",
            wayBack: "up to £35.51 for the first 500 g",
            guarantees: ["72 months by law", "12 months of warranty"],
            day: "2015-05-19", more: ["Sale of Goods Act 1979"],
            never: ["Consumer Rights Act 2015", "mandatory charge"]),
        Law(
            market: "FR", language: "fr", button: "Commande avec obligation de paiement",
            price: "16,10 €", display: "TVA comprise",
            withdrawal: "Renoncer au contrat ici", wayBack: "49,19 € pour les 500 premiers",
            guarantees: ["24 mois", "12 mois"], day: "2026-11-23",
            more: ["(UE) 2025/1960", "Droits de douane", "douze mois une fois"],
            never: ["Confirmer et payer"]),
        Law(
            market: "FR", language: "fr", button: "Commande avec obligation de paiement",
            price: "16,10 €", display: "TVA comprise",
            withdrawal: "Vous pouvez vous rétracter dans les 14 jours",
            wayBack: "49,19 € pour les 500 premiers", guarantees: ["24 mois", "12 mois"],
            day: "2015-05-19",
            never: ["2025/1960", "Renoncer au contrat ici", "data-notice=\"repair\""]),
        Law(
            market: "FR", language: "en-GB", button: "Order with obligation to pay",
            price: "€16.10", display: "with VAT", withdrawal: "Withdraw from contract here",
            wayBack: "up to €49.19 for the first 500 g",
            guarantees: ["24 months by law", "12 months of warranty"], day: "2026-11-23",
            more: ["Regulation (EU) 2025/1960"]),
        Law(
            market: "DE", language: "de", button: "Zahlungspflichtig bestellen",
            price: "15,97 €", display: "inkl",
            withdrawal: "„Vertrag widerrufen“", wayBack: "höchstens 49,19 € für die ersten",
            guarantees: ["24 Monate", "12 Monate"], day: "2026-11-23",
            more: ["(EU) 2025/1960", "Gewährleistung einmalig um 12 Monate"],
            never: ["Mit PayPal bestellen", "Jetzt bestellen"]),
        Law(
            market: "DE", language: "de", button: "Zahlungspflichtig bestellen",
            price: "15,57 €", display: "inkl",
            withdrawal: "binnen 14 Tagen ab Erhalt der letzten Ware",
            wayBack: "höchstens 49,19 € für die ersten",
            guarantees: ["24 Monate", "12 Monate"], day: "2020-08-01",
            never: ["„Vertrag widerrufen“", "2025/1960", "einmalig um 12 Monate"]),
        Law(
            market: "DE", language: "en-GB", button: "Order with obligation to pay",
            price: "€15.97", display: "with VAT", withdrawal: "Withdraw from contract here",
            wayBack: "up to €49.19 for the first 500 g",
            guarantees: ["24 months by law", "12 months of warranty"], day: "2026-11-23",
            more: ["Regulation (EU) 2025/1960"]),
    ]

    @Test(arguments: laws)
    func `a product's page and the review say what the law wants`(law: Law) async throws {
        let sketch = SaleSketch.bands(10) { $0.begins = Day(law.day) }
        try await withSite(on: .sqlite, sketch) { town, client in
            let browser = Browser(client)
            browser.language = law.language + (law.language.count == 2 ? "-\(law.market)" : "")
            try await browser.open("/choose?market=\(law.market)&language=\(law.language)&to=/")
            try await browser.open("/sales/bands/band")
            #expect(plain(browser.page).contains(law.price), "\(browser.page)")
            #expect(browser.page.contains(law.display))
            check(plain(browser.page), law)
            // The whole price and the way back stand before the button that leads on.
            #expect(browser.page.contains("class=\"ways\""))

            try await browser.signUp(name: "Ada", mail: "ada@example.com", town)
            try await browser.reserveTwo(town)
            try await browser.open("/sales/bands/checkout")
            #expect(browser.page.contains("name=\"method\""), "methods and prices come first")
            let home = town.home(
                of: Account(
                    id: town.shop.chance.id(at: town.clock.now()), mail: "ada@example.com",
                    name: "Ada", language: .german, market: Country(law.market)!))
            try await browser.submit(
                "/review",
                [
                    "name": "Ada", "line1": "12 Main Street", "postcode": home.postcode,
                    "city": home.city, "phone": home.phone,
                ].merging(home.subdivision.map { ["subdivision": $0] } ?? [:]) { $1 })
            check(plain(browser.page), law)
            // These words and nothing else on the button (§ 312j BGB).
            #expect(browser.page.contains("<button class=\"order\">\(law.button)</button>"))
            let page = plain(browser.page)
            let button = try #require(page.range(of: "<button class=\"order\">"))
            for told in [law.withdrawal, law.wayBack, law.guarantees[0]] {
                let place = try #require(page.range(of: told))
                #expect(place.lowerBound < button.lowerBound, "\(told) is told before the button")
            }
            // The cost of sending all of it back, to the cent, and the ways it may go.
            #expect(browser.page.contains("class=\"ways\""))
        }
    }

    /// Spaces that don't break are spaces too.
    private func plain(_ page: String) -> String { page.replacing("\u{A0}", with: " ") }

    /// What the page itself says: the way to withdraw stands below every page, in every market.
    private func check(_ page: String, _ law: Law) {
        let page = page.prefix(upTo: page.range(of: "</main>")?.lowerBound ?? page.endIndex)
        for text in [law.withdrawal, law.wayBack] + law.guarantees + law.more {
            #expect(page.contains(text), "“\(text)” is missing")
        }
        for text in law.never { #expect(!page.contains(text), "“\(text)” is there") }
        let places = law.guarantees.compactMap { page.range(of: $0)?.lowerBound }
        #expect(places == places.sorted(), "the law comes before the maker")
    }

    @Test func `an official notice is shown as it was drawn, once it is there`() async throws {
        let sketch = SaleSketch.bands(10) { $0.begins = Day(2026, 11, 23) }
        try await withSite(on: .sqlite, sketch) { town, client in
            let doubts = try await town.shop.doubts(about: town.sale.id)
            #expect(doubts.contains { $0.doubt.terms.hasPrefix("notices/eu-guarantee-de.svg is") })
            let browser = Browser(client)
            browser.language = "de-DE"
            try await browser.open("/sales/bands/band")
            #expect(!browser.page.contains("/notices/"))

            let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            town.shop.rulebook.replace(
                with: try Rulebook.load(
                    RuleFiles.shipped().with("notices/eu-guarantee-de.svg", drawing)))
            try await browser.open("/sales/bands/band")
            #expect(browser.page.contains("<img src=\"/notices/eu-guarantee-de\""))
            try await browser.open("/notices/eu-guarantee-de")
            #expect(browser.page == drawing)
            #expect(browser.headers[.contentType] == "image/svg+xml")
            #expect(
                browser.headers[.contentSecurityPolicy]
                    == "default-src 'none'; style-src 'unsafe-inline'")
            try await browser.open("/notices/eu-guarantee-fr")
            #expect(browser.status == .notFound)
        }
    }
}
