// The storybook's shops are real: whatever happened in them, the audit finds nothing.
import Foundation
import Rules
import Shop
import Storage
import TestKit
import Testing

struct StorybookTests {
    @Test(arguments: Setting.allCases.filter { $0 != .broken })
    func `every setting adds up`(setting: Setting) async throws {
        // Each in another market, so that all four are played.
        let markets = ["DE", "FR", "GB", "US"].map { Country($0)! }
        let market = markets[Setting.allCases.firstIndex(of: setting)! % 4]
        try await withTemporaryDirectory { directory in
            let tableau = try await Tableau(
                for: setting, in: market, rulebook: try LiveRulebook(directory: nil),
                publicURL: "https://shop.example.com", directory: directory)
            let found = try await tableau.shop.storage.read { try Audit.run($0) }
            #expect(found.map(\.description) == [])
            tableau.close()
        }
    }

    @Test func `two browsers at once are the same person`() async throws {
        try await withTemporaryDirectory { directory in
            let tableau = try await Tableau(
                for: .turn, in: Country("FR")!, rulebook: try LiveRulebook(directory: nil),
                publicURL: "https://shop.example.com", directory: directory)
            let tokens = try await withThrowingTaskGroup(of: String.self) { browsers in
                for _ in 0..<8 { browsers.addTask { try await tableau.token(of: "buyer") } }
                return try await browsers.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(tokens.count == 1)
            tableau.close()
        }
    }

    @Test func `every scene has a name of its own`() {
        #expect(Set(Scene.all.map(\.name)).count == Scene.all.count)
        #expect(Scene.named("room-turn")?.setting == .turn)
    }
}
