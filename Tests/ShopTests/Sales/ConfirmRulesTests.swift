// No sale opens on rules that nobody knows for sure, unless somebody takes the responsibility.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ConfirmRulesTests {
    private var unconfirmed: SaleSketch {
        .bands(10) {
            $0.confirmsRules = false
            $0.begins = Day(2026, 11, 23)
        }
    }

    private func open(_ town: Town) async throws -> [SaleDoubt] {
        try await town.shop.doubts(about: town.sale.id).filter { $0.confirmation == nil }
    }

    @Test(arguments: Engine.allCases)
    func `a sale opens when the last doubt is confirmed, and not before`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, unconfirmed) { town in
            let ann = try await town.person("ann", in: "US")
            try await town.enter(ann)
            try await town.open()
            #expect(try await town.round().isHeldBack)
            await #expect(throws: Refusal.self) { try await town.reserve(1, for: ann) }
            try await town.wind(.minutes(10))
            #expect(try await town.round().drawn == nil)

            let doubts = try await open(town)
            #expect(doubts.map(\.doubt.name).contains("us.after_2026_07_24"))
            #expect(doubts.map(\.doubt.name).contains("eu.handling_fee"))
            let stamps = doubts.map(\.stamp)
            let some = try await town.shop.confirmRules(
                of: town.sale.id, seen: Set(stamps.dropLast()), by: town.clerk)
            #expect(some.isEmpty)
            try await town.tick()
            #expect(try await town.round().isHeldBack)

            let freed = try await town.shop.confirmRules(
                of: town.sale.id, seen: [stamps.last!], by: town.clerk)
            #expect(freed == [town.rounds[0]])
            try await town.wind(.seconds(1))
            #expect(try await town.round().drawn == 1)
            #expect(try await town.reserve(1, for: ann).numbers == [1])

            let journal = try await town.shop.storage.read {
                try $0.journal(about: town.sale.id.text)
            }
            #expect(journal.map(\.event).count { $0 == "confirm rule" } == stamps.count)
            #expect(journal.contains { $0.detail.hasSuffix("by clerk@example.com") })
            let events = try await town.shop.storage.read {
                try $0.journal(about: town.rounds[0].text).map(\.event)
            }
            #expect(events == ["hold back", "resume", "draw"])
        }
    }

    @Test func `letting the brake go by hand opens nothing`() async throws {
        try await Town.story(on: .sqlite, unconfirmed) { town in
            try await town.open()
            try await town.shop.resume(town.rounds[0], by: town.clerk)
            try await town.tick()
            #expect(try await town.round().isHeldBack)
        }
    }

    @Test func `the waiting time is given back`() async throws {
        try await Town.story(on: .sqlite, unconfirmed) { town in
            try await town.open()
            let before = try await town.round()
            let closes = before.clock.wallTime(of: before.closes, at: town.clock.now())
            town.clock.wind(.minutes(30))
            try await town.shop.confirmRules(
                of: town.sale.id, seen: Set(try await open(town).map(\.stamp)), by: town.clerk)
            let after = try await town.round()
            #expect(
                after.clock.wallTime(of: after.closes, at: town.clock.now())
                    == closes + .minutes(30))
        }
    }

    @Test func `a rule that changed must be confirmed again, under its new words`() async throws {
        try await Town.story(on: .sqlite, .bands(10) { $0.begins = Day(2026, 11, 23) }) { town in
            #expect(try await open(town).isEmpty)
            let text = RuleFiles.shipped().texts["tariffs/US.yaml"]!
                .replacing("amount: 2.69", with: "amount: 2.89")
            town.shop.rulebook.replace(
                with: try Rulebook.load(RuleFiles.shipped().with("tariffs/US.yaml", text)))
            let doubts = try await open(town)
            #expect(doubts.map(\.doubt.name) == ["us.mpf.informal.fy2027"])
            #expect(doubts[0].doubt.terms.hasPrefix("fee 2.89 USD a consignment"))
            try await town.open()
            #expect(try await town.round().isHeldBack)

            // What was seen before it changed confirms nothing.
            try await town.shop.confirmRules(
                of: town.sale.id, seen: ["0123456789abcdef0123"], by: town.clerk)
            #expect(try await town.round().isHeldBack)
            try await town.shop.confirmRules(
                of: town.sale.id, seen: [doubts[0].stamp], by: town.clerk)
            try await town.tick()
            #expect(try await town.round().drawn == 0)
        }
    }

    @Test func `only an operator confirms`() async throws {
        try await Town.story(on: .sqlite, unconfirmed) { town in
            let ann = try await town.person("ann", in: "US")
            let stamps = Set(try await open(town).map(\.stamp))
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.confirmRules(of: town.sale.id, seen: stamps, by: ann)
            }
            #expect(try await open(town).count == stamps.count)
        }
    }
}
