// To withdraw without logging in: the word counts from when it is said, and is answered at once.
import Foundation
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct WithdrawTests {
    @Test(arguments: Engine.allCases)
    func `who knows number and mail withdraws, and has the receipt at once`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (_, order) = try await town.delivered(in: "DE")
            let said = try await town.withdraw(from: order, key: "k")
            guard case .returning(let id) = said.outcome else {
                Issue.record("\(said.outcome)")
                return
            }
            let goods = try #require(try await town.shop.storage.read { try $0.goodsReturn(id) })
            #expect(goods.items == [Return.Item("band", 2)])
            #expect(goods.requested == said.declared)
            #expect(try await town.withdraw(from: order, key: "k").id == said.id)
            try await town.tick()
            let receipt = try #require(town.postbox.all.first { $0.subject.contains("Widerruf") })
            #expect(receipt.text.contains("28. Mai 2015, 13:00:00"), "\(receipt.text)")
            #expect(receipt.text.contains(goods.number))
            #expect(town.postbox.all.contains { $0.subject.contains(goods.number) })
        }
    }

    @Test(arguments: Engine.allCases)
    func `before the parcel leaves, the order is cancelled and all goes back`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "GB")
            try await town.enterAndOpen(ann)
            let order = try await town.buy(2, for: ann)
            #expect(try await town.withdraw(from: order).outcome == .cancelled)
            try await town.tick()
            #expect(try await town.now(order).state == .cancelled)
            #expect(try await town.refunds(of: order).map(\.amount) == [order.total])
            #expect(try await town.deadline(.dispatch, of: order.id.text)?.state == .over)
        }
    }

    @Test(arguments: Engine.allCases)
    func `while a payment is under way the word waits, and counts`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(.unknownBeforeTaking)
            try await town.comeBack(from: town.agree(toPay: order, by: ann))
            let said = try await town.withdraw(from: order)
            #expect(said.outcome == .open)
            for _ in 1...3 { try await town.wind(.minutes(1)) }
            #expect(try await town.shop.withdrawal(said.id).outcome == .cancelled)
            #expect(try await town.now(order).state == .cancelled)
        }
    }

    @Test func `too late is told, and kept`() async throws {
        try await Town.story(on: .sqlite) { town in
            let (_, order) = try await town.delivered(in: "FR")
            let end = try #require(
                try await town.deadline(.returnWindow, of: order.id.text)?.ends)
            town.clock.wind(end - town.clock.now())
            let said = try await town.withdraw(from: order)
            #expect(said.outcome == .refused("return_window_closed"))
        }
    }

    @Test func `a word about an order that nobody knows is kept for an operator`() async throws {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let said = try await town.shop.withdraw(
                WithdrawalSaid(
                    orderNumber: order.number, name: "Ann", mail: "other@example.com",
                    language: .german), from: "192.0.2.1", key: "k")
            #expect(said.order == nil && said.outcome == .open)
            try await town.tick()
            #expect(town.postbox.all.contains { $0.to == "other@example.com" })
            let open = try await town.shop.storage.read { try $0.withdrawalsToLookAt() }
            #expect(open.map(\.id) == [said.id])
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.settleWithdrawal(said.id, by: ann)
            }
            try await town.shop.settleWithdrawal(said.id, by: town.clerk)
            #expect(try await town.shop.storage.read { try $0.withdrawalsToLookAt() }.isEmpty)
        }
    }

    @Test func `nobody tries numbers for long`() async throws {
        try await Town.story(on: .sqlite) { town in
            let said = WithdrawalSaid(
                orderNumber: "AAAA-AAAA", name: "Eve", mail: "eve@example.com",
                language: .german)
            var refused = false
            for _ in 0..<40 {
                do {
                    _ = try await town.shop.orderToWithdraw(from: said, at: "192.0.2.9")
                } catch Refusal.tooManyAttempts {
                    refused = true
                }
            }
            #expect(refused)
        }
    }

    @Test func `where nobody told of the right, it lasts a year longer`() async throws {
        try await withTemporaryDirectory { directory in
            let german = try #require(RuleFiles.shipped().texts["markets/DE.yaml"])
            try FileManager.default.createDirectory(
                atPath: "\(directory)/markets", withIntermediateDirectories: true)
            try german.replacing("kind: withdrawal", with: "kind: disposal").write(
                toFile: "\(directory)/markets/DE.yaml", atomically: true, encoding: .utf8)
            try await Town.story(on: .sqlite, rules: directory) { town in
                let (ann, order) = try await town.delivered(in: "DE", on: "2015-05-30")
                #expect(order.lastReturnDay == Day(2016, 6, 13))
                town.clock.wind(.days(300))
                _ = try await town.giveBack(1, of: order, by: ann)
            }
        }
    }
}

extension Town {
    fileprivate func withdraw(from order: Order, key: String? = nil) async throws -> Withdrawal {
        let buyer = try await shop.storage.read { try $0.account(order.account)! }
        return try await shop.withdraw(
            WithdrawalSaid(
                orderNumber: " " + order.number.lowercased(), name: "Ann",
                mail: buyer.mail.uppercased(), language: buyer.language), from: "192.0.2.1",
            key: key ?? freshKey())
    }
}
