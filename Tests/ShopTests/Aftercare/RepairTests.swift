// What can be repaired is sent in and comes back, and the law may add months for it; a spare part
// has what the law gives, and nothing else.
import Foundation
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct RepairTests {
    @Test(arguments: Engine.allCases, Told.all)
    func `a repair makes the guarantee longer, where and as often as the law says`(
        engine: Engine, told: Told
    ) async throws {
        try await withRules(replacing: battery, with: "") { directory in
            let sketch = SaleSketch.bands(10) { $0.begins = told.begins }
            try await Town.story(on: engine, sketch, rules: directory) { town in
                let (ann, order) = try await town.delivered(in: told.market, on: told.arrives)
                let passport = try #require(try await town.passports(of: order).first)
                for (wish, last) in zip(told.wishes, told.last) {
                    let claim = try await town.accepted(passport, by: ann, wish: wish)
                    try await town.shop.remedy(claim.id, by: .repair, as: town.clerk)
                    try await town.tick()
                    let letter = try #require(town.letter(.claimRemedy))
                    #expect(letter.text.contains(claim.number))
                    #expect(letter.text.contains("518000 Shenzhen"))
                    try await town.shop.sendClaimed(
                        claim.id, carrier: "EMS", trackingNumber: "EE1", by: town.clerk)
                    let law = try #require(
                        try await town.deadline(.legalGuarantee, of: passport.id.text))
                    #expect(law.day.description == last && law.state == .open)
                }
                let maker = try await town.deadline(.makersWarranty, of: passport.id.text)
                #expect(maker?.anchor == .delivered)
            }
        }
    }

    /// In a market, with the wishes of one claim after the other and the last days they lead to.
    struct Told: Sendable, CustomTestStringConvertible {
        let market: String
        let begins: Day
        let arrives: String
        let wishes: [Claim.Remedy?]
        let last: [String]
        var testDescription: String { "\(market) \(begins)" }

        static let all = [
            // The older rule of France: six months for each repair, whoever chose it.
            Told(
                market: "FR", begins: Day(2024, 8, 19)!, arrives: "2024-08-31",
                wishes: [nil, nil], last: ["2027-02-28", "2027-08-28"]),
            // Since the summer of 2026: once, if the holder chose it.
            Told(
                market: "FR", begins: Day(2026, 8, 19)!, arrives: "2026-08-31",
                wishes: [.repair, .repair], last: ["2029-08-31", "2029-08-31"]),
            Told(
                market: "DE", begins: Day(2026, 8, 19)!, arrives: "2026-08-31",
                wishes: [nil, .repair], last: ["2028-08-31", "2029-08-31"]),
            Told(
                market: "DE", begins: Day(2024, 8, 19)!, arrives: "2024-08-31",
                wishes: [.repair], last: ["2026-08-31"]),
        ]
    }

    @Test(arguments: Engine.allCases)
    func `a spare part is covered by the law, and by nothing where there is none`(
        engine: Engine
    ) async throws {
        try await withRules(
            replacing: "part: main_hardware", with: "part: spare_part"
        ) { directory in
            try await Town.story(on: engine, rules: directory) { town in
                let (_, order) = try await town.delivered(in: "DE")
                let passport = try #require(try await town.passports(of: order).first)
                #expect(passport.part == .sparePart)
                let kinds = try await town.shop.storage.read {
                    try $0.deadlines(of: passport.id.text).map(\.kind)
                }
                #expect(kinds == [.legalGuarantee])
            }
            try await Town.story(on: engine, rules: directory) { town in
                let (bob, order) = try await town.delivered(in: "US", name: "bob")
                let passport = try #require(try await town.passports(of: order).first)
                await #expect(throws: Refusal.notCovered) {
                    try await town.claim(passport, by: bob)
                }
            }
        }
    }

    @Test func `what can't be repaired after all is replaced, or paid back`() async throws {
        try await withRules(replacing: battery, with: "") { directory in
            try await Town.story(on: .sqlite, rules: directory) { town in
                let (ann, order) = try await town.delivered(in: "DE")
                let passport = try #require(try await town.passports(of: order).first)
                let claim = try await town.accepted(passport, by: ann)
                for remedy in Claim.Remedy.allCases {
                    let now = try await town.shop.remedy(claim.id, by: remedy, as: town.clerk)
                    #expect(now.state.rawValue == remedy.rawValue)
                }
                let goods = try #require(try await town.now(claim).goods)
                let found = try #require(
                    try await town.shop.storage.read { try $0.goodsReturn(goods) })
                guard case .sent(_, _, .merchant) = found.way else {
                    Issue.record("the store pays the way of a faulty unit: \(found.way)")
                    return
                }
                try await town.shop.checkReturn(
                    goods, ReturnFinding(condition: .used, note: "Dead."), by: town.clerk)
                try await town.tick()
                #expect(try await town.now(claim).state == .done)
            }
        }
    }

    /// Of the band, whose fault would keep it from every aircraft.
    private let battery = """
            battery:
              un_number: 3481
              packing_instruction: 967
              watt_hours: 0.16
              cells: 1
              batteries: 1
              net_grams: 1
              in_equipment: true
              test_summary: https://example.com/un38-3/band.pdf

        """

    private func withRules(
        replacing old: String, with new: String, _ body: (String) async throws -> Void
    ) async throws {
        let name = "samples/model-sale/products.yaml"
        let shipped = try #require(RuleFiles.shipped().texts[name])
        let changed = shipped.replacing(old, with: new)
        #expect(changed != shipped)
        try await withTemporaryDirectory { directory in
            try FileManager.default.createDirectory(
                atPath: "\(directory)/samples/model-sale", withIntermediateDirectories: true)
            try changed.write(
                toFile: "\(directory)/\(name)", atomically: true, encoding: .utf8)
            try await body(directory)
        }
    }
}
