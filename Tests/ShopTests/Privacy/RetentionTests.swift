// What was kept long enough is forgotten, by the rules of each market and by itself; and who of the
// operators looked is written down.
import Foundation
import Rules
import Shop
import Storage
import TestKit
import Testing

struct RetentionTests {
    @Test(arguments: Engine.allCases)
    func `an address is forgotten after its months, the sums are not`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            try await town.shop.storage.write { [clock = town.clock] tx in
                try tx.setIdle(since: clock.now() + .days(1000), ann.id)
            }
            // 37 months from the day of the order, to the day.
            let due = Day(order.placed).adding(months: 37)
            town.clock.wind(due.midnight() - .hours(3) - town.clock.now())
            _ = try await town.shop.keepRetention()
            #expect(try await town.street(of: order) == ann.home().line1)
            town.clock.wind(.days(2))
            #expect(try await town.shop.keepRetention() > 0)
            #expect(try await town.street(of: order) == "")
            let address = try await town.shop.storage.read {
                try $0.agreement(of: order.id).decodedAddress()
            }
            #expect(address.country.code == "DE" && address.postcode.isEmpty)
            #expect(try await town.agreed(order).total == order.total)
            #expect(try await town.now(order).total == order.total)
        }
    }

    @Test(arguments: Engine.allCases)
    func `after the term of the law only the ledger says what was`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (_, order) = try await town.delivered(in: "GB")
            let journal = { () async throws -> Int in
                try await town.shop.storage.read { try $0.journal(about: order.id.text).count }
            }
            let due = Day(order.placed).adding(months: 72)
            town.clock.wind(due.midnight() - .days(1) - town.clock.now())
            _ = try await town.shop.keepRetention()
            #expect(try await journal() > 0)
            town.clock.wind(.days(3))
            _ = try await town.shop.keepRetention()
            #expect(try await journal() == 0)
            let ledger = try await town.shop.storage.read { try $0.ledger(of: order.id) }
            #expect(ledger.first?.amount == order.total)
            #expect(try await town.shop.keepRetention() == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an account that nobody uses is erased; who is still guaranteed something is not`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let bob = try await town.person("bob", in: "GB")
            // Six years by the law of her country.
            let (ann, _) = try await town.delivered(in: "GB")
            town.clock.wind(.days(365 * 3 + 30))
            _ = try await town.shop.keepRetention()
            #expect(try await town.account(bob)?.erased != nil)
            #expect(try await town.account(ann)?.erased == nil)
            // She is looked at again in a month, not every minute.
            let idle = try await town.shop.storage.read { reader in
                try reader.idleAccounts(
                    in: Country("GB")!, since: town.clock.now() - .days(365 * 3), limit: 10)
            }
            #expect(!idle.contains { $0.id == ann.id })
            town.clock.wind(.days(365 * 3 + 60))
            try await town.shop.watchDeadlines()
            _ = try await town.shop.keepRetention()
            #expect(try await town.account(ann)?.erased != nil)
            #expect(try await town.account(town.clerk)?.erased == nil)
        }
    }

    @Test func `a pass forgets a bounded number, and the next the rest`() async throws {
        try await withShop(on: .sqlite) { test in
            _ = try await test.shop.settle((1...120).map { "person\($0)" }, in: "FR")
            test.clock.wind(.days(365 * 4))
            #expect(try await test.shop.keepRetention() == 50)
            #expect(try await test.shop.keepRetention() == 50)
            #expect(try await test.shop.keepRetention() == 20)
            #expect(try await test.shop.keepRetention() == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `who looked at whose records is kept for a year, and nobody's own looks are`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "FR")
            try await town.shop.noteLook(
                at: order.number, of: ann.id, on: "/orders/\(order.number)", by: ann)
            try await town.shop.noteLook(
                at: order.number, of: ann.id, on: "/orders/\(order.number)", by: town.clerk)
            let looks = try await town.shop.storage.read { try $0.accessLines(of: ann.id) }
            #expect(looks.map(\.staff) == [town.clerk.id] && looks[0].subject == order.number)
            #expect(looks[0].page == "/orders/\(order.number)")
            town.clock.wind(.days(364))
            _ = try await town.shop.keepRetention()
            #expect(try await town.shop.storage.read { try $0.accessLines() }.count == 1)
            town.clock.wind(.days(3))
            _ = try await town.shop.keepRetention()
            #expect(try await town.shop.storage.read { try $0.accessLines() }.isEmpty)
        }
    }

    @Test func `every market says how long what is kept`() throws {
        for market in try Rulebook.load(directory: nil).markets.values {
            let subjects = Set(market.retention.map(\.subject))
            #expect(subjects == Set(RetentionRule.Subject.allCases), "\(market.country)")
        }
    }
}

extension Town {
    fileprivate func street(of order: Order) async throws -> String {
        try await shop.storage.read { try $0.agreement(of: order.id).decodedAddress().line1 }
    }

    fileprivate func account(_ account: Account) async throws -> Account? {
        try await shop.storage.read { try $0.account(account.id) }
    }
}
