// The rules change while the store runs: the next quote has the new ones, no old one does, and a
// broken file changes nothing.
import Foundation
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ChangingRulesTests {
    private func withRules(
        on engine: Engine, _ body: (Town, _ write: (String) throws -> Void) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { directory in
            let folder = "\(directory)/tariffs"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try await Town.story(on: engine, .bands(10), rules: directory) { town in
                try await body(town) { text in
                    try text.write(
                        toFile: "\(folder)/FR.yaml", atomically: true, encoding: .utf8)
                }
            }
        }
    }

    private let french = RuleFiles.shipped().texts["tariffs/FR.yaml"]!

    @Test(arguments: Engine.allCases)
    func `a rate by file changes the next quote and no order`(engine: Engine) async throws {
        try await withRules(on: engine) { town, write in
            let (ann, bob) = (
                try await town.person("ann", in: "FR"), try await town.person("bob", in: "FR")
            )
            try await town.enterAndOpen(ann, bob)
            try await town.reserve(2, for: ann)
            try await town.reserve(2, for: bob)
            let seen = try await town.quote(for: bob)
            let order = try await town.order(by: ann)
            let version = town.shop.rulebook.current.version

            try write(french.replacing("tax: 0.20", with: "tax: 0.25"))
            let comparison = try await town.shop.watchRules()
            #expect(comparison?.changes.map(\.name) == ["vat.fr.20"])
            let next = try await town.quote(for: bob)
            #expect(next.tax > seen.tax)
            #expect(next.rules != version)

            // The order keeps its quote, its rules and every layer, and is paid as it was agreed.
            let kept = try await town.shop.storage.read { try $0.agreement(of: order.id) }
            let quote = try JSONDecoder().decode(Quote.self, from: Data(kept.quote.utf8))
            #expect(quote.rules == version)
            #expect(quote.total == order.total)
            #expect(quote.trace.map(\.layer) == seen.trace.map(\.layer))
            try await town.pay(order, by: ann)
            #expect(try await town.payments(of: order)[0].amount == order.total)

            // Who saw the old total is shown the new one before anything is agreed to.
            await #expect(throws: Refusal.quoteExpired) {
                try await town.place(agreeing: seen.total, by: bob)
            }
            #expect(try await town.place(agreeing: next.total, by: bob).total == next.total)
            let journal = try await town.shop.storage.read {
                try $0.journal(about: town.shop.rulebook.current.version)
            }
            #expect(journal.map(\.detail) == ["changed tariff FR: vat.fr.20"])
        }
    }

    @Test func `a broken file changes nothing, and is named until it is mended`() async throws {
        try await withRules(on: .sqlite) { town, write in
            let version = town.shop.rulebook.current.version
            try write(french.replacing("tax: 0.20", with: "tax: 20%"))
            #expect(try await town.shop.watchRules() == nil)
            #expect(town.shop.rulebook.current.version == version)
            #expect(
                town.shop.rulebook.fault?.description
                    == "tariffs/FR.yaml:10: layers[0].tax: “20%” is not a decimal number such as 0.19"
            )
            try write(french.replacing("tax: 0.20", with: "tax: 0.21"))
            #expect(try await town.shop.watchRules() != nil)
            #expect(town.shop.rulebook.fault == nil)
        }
    }

    @Test func `a quote is gone with its reservation`() async throws {
        try await Town.story(on: .sqlite) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.reserve(2, for: ann)
            let order = try await town.order(by: ann)
            try await town.wind(.hours(1))
            #expect(try await town.now(order).state == .lapsed)
            await #expect(throws: Refusal.basketEmpty) { try await town.quote(for: ann) }
        }
    }
}
