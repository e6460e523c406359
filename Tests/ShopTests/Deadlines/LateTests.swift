// Promises that are broken: told, with what the buyer may do, and what happens if they say nothing.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct LateTests {
    @Test(arguments: Engine.allCases, ["US", "GB", "FR", "DE"])
    func `who isn't served in time is told, and may have everything back`(
        engine: Engine, market: String
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.paid(in: market)
            let promise = try #require(try await town.deadline(.dispatch, of: order.id.text))
            #expect(promise.day == order.promise && promise.anchored == order.placed)
            // Midnight in Shenzhen.
            #expect(promise.ends == (order.promise + 1).midnight() - .hours(8))
            town.clock.wind(promise.ends - Span(milliseconds: 1) - town.clock.now())
            try await town.tick()
            #expect(try await town.deadline(.dispatch, of: order.id.text)?.state == .open)
            try await town.wind(Span(milliseconds: 1))
            #expect(try await town.deadline(.dispatch, of: order.id.text)?.state == .missed)
            let told = try #require(town.letter(.dispatchLate))
            #expect(told.text.contains(order.number))
            try await town.shop.cancelOrder(order.id, by: ann)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.amount) == [order.total])
        }
    }

    @Test(arguments: Engine.allCases)
    func `in the United States silence agrees to thirty days, and to no more`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (_, order) = try await town.paid(in: "US")
            try await town.windTo(.dispatch, of: order)
            let asked = try #require(try await town.deadline(.consent, of: order.id.text))
            #expect(asked.day == order.promise + 30)
            #expect(town.letter(.dispatchLate)?.text.contains("wait until Friday, June 26") == true)
            town.clock.wind(asked.ends - .minutes(1) - town.clock.now())
            try await town.tick()
            #expect(try await town.now(order).state == .paid)
            try await town.wind(.minutes(1))
            #expect(try await town.now(order).state == .cancelled)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.state) == [.made])
        }
    }

    @Test func `who agrees to wait is waited with, and can still cancel`() async throws {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.paid(in: "US")
            await #expect(throws: Refusal.orderStateForbids(state: "paid")) {
                try await town.shop.agreeToWait(for: order.id, by: ann)
            }
            try await town.windTo(.dispatch, of: order)
            try await town.shop.agreeToWait(for: order.id, by: ann)
            try await town.wind(.days(60))
            #expect(try await town.now(order).state == .paid)
            #expect(try await town.shop.cancelOrder(order.id, by: ann).state == .cancelled)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what leaves in time owes nobody a letter, however late it is told`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (_, order) = try await town.paid(in: "DE")
            try await town.send(order, by: town.clerk)
            #expect(try await town.deadline(.dispatch, of: order.id.text)?.state == .met)
            try await town.wind(.days(20))
            #expect(!town.postbox.all.contains { $0.messageID.contains("late") })
        }
    }

    @Test(arguments: Engine.allCases)
    func `what doesn't arrive within the law's days can be called off on its way`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.paid(in: "DE")
            try await town.send(order, by: town.clerk)
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.shop.cancelOrder(order.id, by: ann)
            }
            let limit = try #require(try await town.deadline(.delivery, of: order.id.text))
            #expect(limit.day == Day(2015, 6, 17))
            try await town.windTo(.delivery, of: order)
            #expect(town.letter(.deliveryLate) != nil)
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.shop.cancelOrder(order.id, by: town.clerk)
            }
            try await town.shop.cancelOrder(order.id, by: ann)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.amount) == [order.total])
            #expect(try await town.now(order).state == .cancelled)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what the carrier lost is paid back at once`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.paid(in: "US")
            await #expect(throws: Refusal.orderStateForbids(state: "paid")) {
                try await town.shop.recordLoss(of: order.id, by: town.clerk)
            }
            try await town.send(order, by: town.clerk)
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.recordLoss(of: order.id, by: ann)
            }
            try await town.shop.recordLoss(of: order.id, by: town.clerk)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.amount) == [order.total])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a refund that isn't made in time is missed, and stays so`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "GB")
            let goods = try await town.giveBack(1, of: order, by: ann)
            try await town.shop.recordSending(
                of: goods.id, on: Day(town.clock.now()), proof: "1", by: ann)
            let due = try #require(try await town.deadline(.refund, of: goods.id.text))
            town.clock.wind(due.ends - town.clock.now())
            try await town.tick()
            #expect(try await town.deadline(.refund, of: goods.id.text)?.state == .missed)
            try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .asNew, note: ""), by: town.clerk)
            try await town.tick()
            #expect(try await town.deadline(.refund, of: goods.id.text)?.state == .missed)
        }
    }

    @Test func `rights run out by themselves, and are listed with what started them`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            let (_, order) = try await town.delivered(in: "FR", on: "2015-05-30")
            let list = try await town.shop.storage.read {
                try $0.allDeadlines(in: .open, limit: 100)
            }
            let passport = try #require(
                try await town.shop.storage.read { try $0.warranties(of: order.id).first })
            let parcel = try await town.parcel("RX1CN", of: order)
            let subjects = [order.id.text, parcel.id.text, passport.id.text]
            let mine = list.filter { subjects.contains($0.subject) }
            let kinds: [Deadline.Kind] = [
                .returnWindow, .missingReport, .makersWarranty, .legalGuarantee,
            ]
            #expect(mine.map(\.kind) == kinds, "\(mine)")
            #expect(
                mine.map(\.day.description)
                    == ["2015-06-13", "2015-06-29", "2016-05-30", "2017-05-30"])
            #expect(mine.allSatisfy { $0.anchor == .delivered && !$0.rule.isEmpty })
            #expect(list.contains { $0.kind == .roundCloses })
            try await town.wind(.days(800))
            let over = try await town.shop.storage.read {
                try $0.deadlines(in: .over, limit: 100)
            }
            #expect(Set(over.map(\.kind)) == Set(mine.map(\.kind)))
        }
    }
}

extension Town {
    func paid(in market: String) async throws -> (Account, Order) {
        let ann = try await person("ann", in: market)
        try await enterAndOpen(ann)
        return (ann, try await buy(2, for: ann))
    }

    func letter(_ kind: LetterKind) -> Mail? {
        postbox.all.last { $0.messageID.hasPrefix("<\(kind.rawValue).") }
    }

    /// To the instant from which it is missed, and the ticker's next second.
    func windTo(_ kind: Deadline.Kind, of order: Order) async throws {
        let ends = try await deadline(kind, of: order.id.text)!.ends
        clock.wind(ends - clock.now())
        try await tick()
    }
}
