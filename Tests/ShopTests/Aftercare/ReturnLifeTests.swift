// The whole way back, in the four markets: asked for, sent, checked, paid back, with its dates.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ReturnLifeTests {
    @Test(arguments: Engine.allCases, ["US", "GB", "FR", "DE"])
    func `what comes back is checked and paid back, as the market's law says`(
        engine: Engine, market: String
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: market)
            let quote = try await town.agreed(order)
            let goods = try await town.giveBack(1, of: order, by: ann)
            #expect(goods.number.wholeMatch(of: /R-[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil)
            guard case .sent(_, let cost, .buyer) = goods.way else {
                Issue.record("the buyer pays the way back: \(goods.way)")
                return
            }
            #expect(cost.minor > 0)

            try await town.wind(.days(5))
            let day = Day(town.clock.now())
            try await town.shop.recordSending(of: goods.id, on: day, proof: "RR1DE", by: ann)
            let due = try #require(try await town.deadline(.refund, of: goods.id.text))
            let isFromDeclaration = market == "DE" || market == "FR"
            #expect(due.day == day + (isFromDeclaration ? 9 : 14))
            #expect(due.anchor == .goodsOrProof)

            try await town.wind(.days(3))
            let checked = try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .triedOut, note: "Box opened."), by: town.clerk)
            #expect(checked.state == .received)
            try await town.tick()

            let refund = try #require(try await town.refunds(of: order).first)
            let worth = ReturnWorth(
                of: goods.items, after: [:], quote: quote,
                freight: market == "US" ? .none : .standard)
            #expect(refund.amount == worth.total && refund.state == .made)
            let after = try await town.shop.storage.read { try $0.goodsReturn(goods.id) }
            #expect(after?.state == .refunded)
            #expect(try await town.deadline(.refund, of: goods.id.text)?.state == .met)
            #expect(town.postbox.all.contains { $0.text.contains("Box opened.") })
        }
    }

    @Test(arguments: Engine.allCases)
    func `two returns of one each are worth the whole order`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.delivered(in: "FR")
            for _ in 1...2 {
                let goods = try await town.giveBack(1, of: order, by: ann)
                try await town.shop.checkReturn(
                    goods.id, ReturnFinding(condition: .asNew, note: ""), by: town.clerk)
            }
            try await town.tick()
            let back = try await town.refunds(of: order).reduce(0) { $0 + $1.amount.minor }
            #expect(back == order.total.minor)
        }
    }

    @Test func `what is kept back is for goods that were used, and no more than they cost`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let goods = try await town.giveBack(1, of: order, by: ann)
            for (condition, deduction, most) in [
                (Return.Condition.triedOut, Int64(1), 0), (.used, 1343, 1342), (.used, -1, 1342),
            ] {
                await #expect(
                    throws: Refusal.input([
                        Fault(
                            .deduction,
                            .amountOutOfRange(most: Money(Int64(most), order.total.currency)))
                    ])
                ) {
                    try await town.shop.checkReturn(
                        goods.id,
                        ReturnFinding(condition: condition, note: "", deduction: deduction),
                        by: town.clerk)
                }
            }
            try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .used, note: "Worn.", deduction: 500),
                by: town.clerk)
            try await town.tick()
            let refund = try #require(try await town.refunds(of: order).first)
            let worth = ReturnWorth(
                of: goods.items, after: [:], quote: try await town.agreed(order),
                freight: .standard)
            #expect(refund.amount == worth.total - Money(500, .eur))
        }
    }

    /// A battery that may be broken goes by no aircraft: it is paid back without being sent.
    @Test func `a faulty band needn't be sent, and its money is due from the buyer's word`()
        async throws
    {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let goods = try await town.giveBack(1, of: order, by: ann, reason: .faulty)
            #expect(goods.way == .kept)
            #expect(try await town.deadline(.refund, of: goods.id.text)?.anchor == .declared)
            await #expect(throws: Refusal.orderStateForbids(state: "requested")) {
                try await town.shop.recordSending(
                    of: goods.id, on: Day(town.clock.now()), proof: "1", by: ann)
            }
            let sent = Refusal.input([Fault(.condition, .notOffered)])
            await #expect(throws: sent) {
                try await town.shop.checkReturn(
                    goods.id, ReturnFinding(condition: .asNew, note: ""), by: town.clerk)
            }
            try await town.shop.checkReturn(
                goods.id, ReturnFinding(condition: .notSent, note: ""), by: town.clerk)
            try await town.tick()
            #expect(try await town.refunds(of: order).map(\.state) == [.made])
        }
    }

    @Test func `only an operator checks, and once`() async throws {
        try await Town.story(on: .sqlite) { town in
            let (ann, order) = try await town.delivered(in: "DE")
            let goods = try await town.giveBack(1, of: order, by: ann)
            let finding = ReturnFinding(condition: .asNew, note: "")
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.checkReturn(goods.id, finding, by: ann)
            }
            try await town.shop.checkReturn(goods.id, finding, by: town.clerk)
            await #expect(throws: Refusal.orderStateForbids(state: "received")) {
                try await town.shop.checkReturn(goods.id, finding, by: town.clerk)
            }
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.notFound) {
                try await town.shop.recordSending(
                    of: goods.id, on: Day(town.clock.now()), proof: "1", by: bob)
            }
        }
    }
}

extension Town {
    func agreed(_ order: Order) async throws -> Quote {
        try await shop.storage.read { try $0.agreement(of: order.id).decodedQuote() }
    }

    func deadline(_ kind: Deadline.Kind, of subject: String) async throws -> Deadline? {
        try await shop.storage.read { try $0.deadline(kind, of: subject) }
    }
}
