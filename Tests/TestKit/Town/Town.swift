// A town with one shop and one sale, where a test's story happens. Whatever the story, when it is
// over the audit finds nothing.
package import Partners
package import Rules
package import Shop
import Storage
import Synchronization

package final class Town: Sendable {
    package let shop: Shop
    package let clock: HandClock
    package let postbox: Postbox
    package let till: Till
    package let sale: Sale
    /// The rounds of the sale, in order.
    package let rounds: [ID<Round>]
    /// The operator.
    package let clerk: Account
    private let count = Mutex(0)

    private init(_ test: TestShop, _ sketch: SaleSketch) async throws {
        shop = test.shop
        clock = test.clock
        postbox = test.postbox
        till = test.till
        if let begins = sketch.begins {
            test.clock.wind(begins.midnight() + .hours(12) - test.clock.now())
        }
        let sale = try await test.shop.importSale(
            sketch.draft(from: test.clock.now()),
            rulesConfirmedBy: sketch.confirmsRules ? "clerk" : nil)
        self.sale = sale
        rounds = try await test.shop.storage.read { try $0.rounds(of: sale.id).map(\.id) }
        clerk = try await test.shop.settle("clerk", in: "US", isOperator: true)
    }

    /// Runs a story, and audits what is left when it is over. `rules` is a directory of an
    /// operator's files.
    package static func story(
        on engine: Engine, _ sketch: SaleSketch = SaleSketch(),
        chance: SharedChance = SharedChance(), rules: String? = nil,
        clock: HandClock = HandClock(), carriers: [String: any Carrier] = [:],
        pace: ReservationPace = .off, work: Int = 0, _ body: (Town) async throws -> Void
    ) async throws {
        try await unaudited(
            on: engine, sketch, chance: chance, rules: rules, clock: clock, carriers: carriers,
            pace: pace, work: work
        ) { town in
            try await body(town)
            let trouble = try await town.trouble()
            guard trouble.isEmpty else { throw TownTrouble(findings: trouble) }
        }
    }

    /// For stories that are meant to end badly, or whose partners keep books of their own.
    package static func unaudited(
        on engine: Engine, _ sketch: SaleSketch = SaleSketch(),
        chance: SharedChance = SharedChance(), rules: String? = nil, clock: HandClock = HandClock(),
        payments: (Till) -> [String: any PaymentMethod] = { ["paypal": $0, "card": $0] },
        carriers: [String: any Carrier] = [:], pace: ReservationPace = .off, work: Int = 0,
        _ body: (Town) async throws -> Void
    ) async throws {
        let settings = ShopSettings(
            publicURL: "https://shop.example.com",
            returnAddress: ["Onsale Returns", "518000 Shenzhen", "CHINA"],
            taxNumbers: [
                "EORI GB123456789000", "EORI DE1234567", "VAT GB123456789", "VAT DE123456789",
                "IOSS IM1234567890",
            ].compactMap(TaxNumber.init), pace: pace, work: work)
        try await withShop(
            on: engine, settings: settings, chance: chance, rules: rules, clock: clock,
            payments: payments, carriers: carriers
        ) { test in try await body(Town(test, sketch)) }
    }

    /// What doesn't add up: in the shop's books, or between them and the till's.
    package func trouble() async throws -> [String] {
        try await shop.storage.read { [till] reader in
            let findings = try Audit.run(reader).map(\.description)
            return try findings + reader.disagreements(with: till)
        }
    }

    /// A key that nobody used yet.
    package func freshKey() -> String {
        count.withLock { count in
            count += 1
            return "key-\(count)"
        }
    }
}

package struct TownTrouble: Error, CustomStringConvertible {
    package let findings: [String]
    package var description: String { findings.joined(separator: "\n") }
}
