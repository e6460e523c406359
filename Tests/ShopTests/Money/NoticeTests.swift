// Notices from partners: kept before they are answered, heard once, and no more than a reason to
// ask.

import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct NoticeTests {
    @Test(arguments: Engine.allCases)
    func `a notice settles a payment whose buyer never came back`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            #expect(try await town.notice("evt-1", about: payment) == .kept)
            #expect(try await town.now(order).state == .placed)
            try await town.tick()
            #expect(try await town.now(order).state == .paid)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same notice is heard once, however often it comes`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.beginPaying(order, by: ann)
            await withTaskGroup(of: Void.self) { group in
                for _ in 1...10 {
                    group.addTask { _ = try? await town.notice("evt-1", about: payment) }
                }
            }
            try await town.tick()
            let reads = town.till.calls.count { if case .read = $0 { true } else { false } }
            try await town.notice("evt-1", about: payment)
            try await town.tick()
            let after = town.till.calls.count { if case .read = $0 { true } else { false } }
            #expect(reads == 1 && after == 1)
            let kept = try await town.shop.storage.read { try $0.notices(in: .heeded) }
            #expect(kept.count == 1)
            // What it told of the buyer isn't kept.
            #expect(kept[0].body.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a forged one is not kept, and asks nobody`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            #expect(try await town.notice("evt-1", about: payment, seal: "a guess") == .forged)
            try await town.tick()
            #expect(try await town.now(order).state == .placed)
            for state in [Notice.State.heard, .heeded, .strange] {
                #expect(try await town.shop.storage.read { try $0.notices(in: state) }.isEmpty)
            }
            await #expect(throws: Refusal.notFound) {
                try await town.shop.hear(headers: [:], body: [], from: "shells")
            }
        }
    }

    /// In every order, each twice, long after: the end is the same.
    @Test(arguments: Engine.allCases)
    func `the order in which notices come doesn't matter`(engine: Engine) async throws {
        let kinds = ["approved", "completed", "other", "refund"]
        for turn in 0..<kinds.count {
            try await Town.talking(on: engine) { town, _ in
                let (ann, order) = try await town.annOrders()
                let payment = try await town.agree(toPay: order, by: ann)
                for kind in kinds[turn...] + kinds[..<turn] + kinds[...] {
                    try await town.notice("evt-\(kind)", kind, about: payment)
                    try await town.tick()
                }
                try await town.wind(.days(2))
                try await town.notice("evt-late", about: payment)
                try await town.tick()
                #expect(try await town.now(order).state == .paid)
                #expect(try await town.ledger(of: order) == ["captured \(order.total.minor)"])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `one partner's notice moves no other partner's payment`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann, method: "card")
            let body = "evt-1|payment|\(payment.id)|\(payment.reference!)||1"
            _ = try await town.shop.hear(
                headers: ["seal": "till"], body: Array(body.utf8), from: "paypal")
            try await town.tick()
            #expect(try await town.now(order).state == .placed)
            let strange = try await town.shop.storage.read { try $0.notices(in: .strange) }
            #expect(strange.map(\.event) == ["evt-1"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a dispute is shown until it is decided, and an old notice changes nothing`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            let payment = try await town.payments(of: order)[0]
            try await town.notice("evt-2", "dispute", about: payment, at: 20, "500|open")
            try await town.tick()
            #expect(try await town.unresolved().map(\.kind) == [.dispute])
            try await town.notice("evt-3", "dispute", about: payment, at: 30, "500|lost")
            try await town.tick()
            try await town.notice("evt-1", "dispute", about: payment, at: 10, "500|open")
            try await town.tick()
            #expect(try await town.unresolved().isEmpty)
            #expect(try await town.ledger(of: order).contains("disputed 500"))
            let balance = Balance(
                try await town.shop.storage.read { try $0.ledger(of: order.id) }, in: .eur)
            #expect(balance.kept == order.total.minor && balance.borne == 500)
        }
    }

    @Test(arguments: Engine.allCases)
    func `notices are forgotten once nobody sends them any more`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            try await town.notice("evt-1", "other")
            try await town.tick()
            town.clock.wind(.days(91))
            try await town.shop.reconcileYesterday()
            #expect(try await town.shop.storage.read { try $0.notices(in: .heeded) }.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the partner is told of the parcel, once`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, talking in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            try await town.shop.dispatch(
                order.id, carrier: "DHL", trackingNumber: "JD01", by: town.clerk)
            try await town.tick()
            #expect(talking.tracked == [TrackedParcel(carrier: "DHL", number: "JD01")])
        }
    }
}

extension Town {
    func unresolved() async throws -> [Unresolved] {
        let now = clock.now()
        return try await shop.storage.read { try $0.unresolvedMoney(at: now) }
    }
}
