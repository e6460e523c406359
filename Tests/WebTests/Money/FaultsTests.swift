// Every fault at once: many people buy while the partners' answers are lost, late, doubled or
// wrong, and so are their notices. When it is over, what the partners keep is what the orders owe.
//
//     ONSALE_TEST_SALES=10000 ONSALE_TEST_SEED=4711 swift test --filter FaultsTests

import Foundation
import NIOCore
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct FaultsTests {
    @Test func `whatever goes wrong, captured minus refunded is what each order owes`()
        async throws
    {
        let environment = ProcessInfo.processInfo.environment
        let sales = environment["ONSALE_TEST_SALES"].flatMap { Int($0) } ?? 120
        let seed = environment["ONSALE_TEST_SEED"].flatMap { UInt64($0) } ?? 7
        let crowd = 40
        try await withPartners(.bands(2 * sales), timeout: .milliseconds(1500)) { shop in
            var chance = SeededChance(seed: seed)
            let first = try await shop.town.person("opener", in: "DE")
            try await shop.town.enterAndOpen(first)
            for start in stride(from: 0, to: sales, by: crowd) {
                await shop.orderFaults(&chance)
                let numbers = start..<min(start + crowd, sales)
                let whims = numbers.map { ($0, Whim(&chance)) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (number, whim) in whims {
                        group.addTask { try await shop.buy(number, whim) }
                    }
                    try await group.waitForAll()
                }
                // All of them come while the round lives, which is two hours.
                let most = Int64(max(20, min(200, 7000 * crowd / sales)))
                try await shop.town.wind(.seconds(Int64.random(in: 5...most, using: &chance)))
            }
            try await shop.comeToRest()
            let trouble = try await shop.trouble()
            #expect(trouble == [], "seed \(seed)")
            let paid = try await shop.town.shop.storage.read { reader in
                try reader.orders(in: [.paid], limit: sales).count
            }
            // Most of them got what they came for: it isn't safe because nothing happened.
            #expect(paid > sales / 3, "seed \(seed): \(paid) of \(sales)")
        }
    }
}

/// What somebody feels like, drawn before the crowd runs.
private struct Whim: Sendable {
    let methods: [String]
    let card: String
    let agrees: Bool
    let comesBack: Bool
    let cancels: Bool

    init(_ chance: inout SeededChance) {
        methods = [["paypal"], ["card"], ["paypal", "card"]].randomElement(using: &chance)!
        card =
            ["4242424242424242", "4242424242424242", "4000002760003184", "4000000000009995"]
            .randomElement(using: &chance)!
        agrees = Int.random(in: 0..<10, using: &chance) > 0
        comesBack = Int.random(in: 0..<3, using: &chance) > 0
        cancels = Int.random(in: 0..<6, using: &chance) == 0
    }
}

extension Partnered {
    private static let troubles: [SandboxFault] = [
        .failBefore, .failAfter, .dropAfter, .unreadableAfter, .tooManyRequests,
        .delay(.milliseconds(30)), .stallAfter(.seconds(2)),
    ]

    /// A third of the next calls of each kind, and of the notices, meet something.
    fileprivate func orderFaults(_ chance: inout SeededChance) async {
        func script(_ more: [SandboxFault] = []) -> [SandboxFault] {
            (0..<20).map { _ in
                guard Int.random(in: 0..<3, using: &chance) == 0 else { return .nothing }
                return (Self.troubles + more).randomElement(using: &chance)!
            }
        }
        let declines: [SandboxFault] = [
            .refuse("INSTRUMENT_DECLINED"), .refuse("TRANSACTION_REFUSED"), .pend("ECHECK"),
        ]
        for operation in [PayPalOperation.create, .readOrder] {
            await payPal.script(script(), for: operation)
        }
        await payPal.script(script(declines), for: .capture)
        await payPal.script(script([.refuse("TRANSACTION_DISPUTED")]), for: .refund)
        for operation in [StripeOperation.createSession, .readSession, .expireSession, .cancel] {
            await stripe.script(script(), for: operation)
        }
        await stripe.script(script([.refuse("do_not_honor")]), for: .capture)
        await stripe.script(script(), for: .refund)
        let kinds: [NoticeFault] = [
            .nothing, .nothing, .twice, .lost, .heldBack, .late(.milliseconds(200)),
            .wrongSignature,
        ]
        await payPal.scriptNotices((0..<40).map { _ in kinds.randomElement(using: &chance)! })
        await stripe.scriptNotices((0..<40).map { _ in kinds.randomElement(using: &chance)! })
    }

    /// One person's way through the shop. A refusal is an answer.
    fileprivate func buy(_ number: Int, _ whim: Whim) async throws {
        let person = try await town.person("buyer\(number)", in: "DE")
        try await town.enter(person)
        try await town.reserve(2, for: person)
        let order = try await town.order(by: person)
        for method in whim.methods {
            do {
                let reference = try await begin(order, by: person, method: method)
                if whim.agrees { await agree(reference, method, whim.card) }
            } catch is Refusal { continue }
        }
        if whim.comesBack { try await town.shop.settleOpenPayments(of: order.id) }
        if whim.cancels {
            // Not while a payment is on its way.
            do { _ = try await town.shop.cancelOrder(order.id, by: person) } catch is Refusal {}
        }
    }

    private func agree(_ reference: String, _ method: String, _ card: String) async {
        if method == "paypal" {
            await payPal.decide(.approve, on: reference)
        } else if let next = await stripe.pay(session: reference, card: card),
            next.contains("/3ds/"), let intent = next.split(separator: "/").last
        {
            _ = await stripe.answerBank(intent: String(intent), isConfirmed: true)
        }
    }

    /// The faults end, what was held back is let go of, and everything owed is done.
    fileprivate func comeToRest() async throws {
        await payPal.forgetFaults()
        await stripe.forgetFaults()
        for (index, order) in await payPal.pendingOrders.sorted().enumerated() {
            await payPal.settlePending(order: order, asPaid: index % 2 == 0)
        }
        await payPal.letGoOfNotices()
        await stripe.letGoOfNotices()
        try await Task.sleep(for: .seconds(2))
        for _ in 0..<400 {
            try await town.wind(.minutes(30))
            for one in try await refused() {
                try await town.shop.resolve(one.kind, one.subject, by: .again, as: town.clerk)
            }
            if try await town.shop.storage.read({ try $0.jobsWaiting() }) == 0 { return }
        }
    }

    private func refused() async throws -> [Unresolved] {
        let now = town.clock.now()
        return try await town.shop.storage.read { try $0.unresolvedMoney(at: now) }
            .filter { $0.kind == .refundRefused || $0.kind == .workGivenUp }
    }

    /// What the partners keep beside what the orders owe.
    fileprivate func trouble() async throws -> [String] {
        var kept = await payPal.kept.merging(await stripe.kept) { $0 + $1 }
        var trouble: [String] = []
        let orders = try await town.shop.storage.read { try $0.orders(after: "", limit: 100_000) }
        for order in orders {
            let payments = try await town.payments(of: order)
            let there = payments.map { kept.removeValue(forKey: $0.id.text) ?? 0 }
            let owed = order.state == .paid ? order.total.minor : 0
            if there.reduce(0, +) != owed {
                trouble.append("\(order.number) \(order.state): keeps \(there), owes \(owed)")
            }
            if there.count(where: { $0 > 0 }) > 1 { trouble.append("\(order.number) paid twice") }
        }
        trouble += kept.filter { $0.value != 0 }.map { "\($0.key): money without an order" }
        if await stripe.heldIntents > 0 { trouble.append("cards are still held") }
        let jobs = try await town.shop.storage.read { try $0.jobsWaiting() }
        if jobs > 0 { trouble.append("\(jobs) jobs are still owed") }
        return trouble
    }
}
