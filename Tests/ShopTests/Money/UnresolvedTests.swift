// What isn't at rest: it is on the list, with its age, and each way out leads out.

import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct UnresolvedTests {
    @Test(arguments: Engine.allCases)
    func `a payment nobody knows of is listed, and asked about`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(.unknownAfterTaking)
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.comeBack(from: payment)
            #expect(try await town.unresolved().isEmpty)
            town.clock.wind(.minutes(3))
            let list = try await town.unresolved()
            #expect(list.map(\.kind) == [.paymentUnclear])
            #expect(list[0].subject == payment.id.text && list[0].amount == order.total)
            let ann2 = ann
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.resolve(
                    .paymentUnclear, payment.id.text, by: .again, as: ann2)
            }
            try await town.shop.resolve(
                .paymentUnclear, payment.id.text, by: .again, as: town.clerk)
            #expect(try await town.now(order).state == .paid)
            #expect(try await town.unresolved().isEmpty)
        }
    }

    @Test(arguments: Engine.allCases, [WayOut.again, .paidByHand])
    func `a refund the partner refused is tried again, or paid by hand`(
        engine: Engine, way: WayOut
    ) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            try await town.shop.cancelOrder(order.id, by: ann)
            let refund = try await town.refunds(of: order)[0]
            try await town.shop.storage.write { tx in
                var refused = refund
                refused.state = .refused
                try tx.update(refused)
            }
            #expect(try await town.unresolved().map(\.kind) == [.refundRefused])
            try await town.shop.resolve(.refundRefused, refund.id.text, by: way, as: town.clerk)
            try await town.tick()
            #expect(try await town.unresolved().isEmpty)
            #expect(try await town.refunds(of: order).map(\.state) == [.made])
            #expect(
                try await town.ledger(of: order).contains("refunded \(order.total.minor)"))
            if way == .paidByHand {
                // By a bank, which isn't the till.
                let payment = try await town.payments(of: order)[0]
                #expect(town.till.kept(for: payment.id.text) == order.total.minor)
                _ = await town.till.refund(
                    payment.capture!, amount: order.total, requestID: "bank", note: "")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a refund that the bank sent back is shown, once`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            let payment = try await town.payments(of: order)[0]
            for number in 1...2 {
                try await town.notice("evt-\(number)", "refund failed", about: payment)
                try await town.tick()
            }
            let list = try await town.unresolved()
            #expect(list.map(\.kind) == [.discrepancy])
            #expect(list[0].detail.contains("failed_refund BACK-1"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `work given up is begun again`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            town.till.shut(false)
            let payment = try await town.agree(toPay: order, by: ann)
            town.till.shut()
            try await town.comeBack(from: payment)
            for _ in 1...12 { try await town.wind(.hours(9)) }
            let list = try await town.unresolved()
            #expect(list.map(\.kind) == [.workGivenUp])
            #expect(list[0].subject == "settle \(payment.id)")
            await #expect(throws: Refusal.notFound) {
                try await town.shop.resolve(
                    .workGivenUp, "letter:order_paid \(order.id)", by: .again, as: town.clerk)
            }
            town.till.shut(false)
            try await town.shop.resolve(
                .workGivenUp, list[0].subject, by: .again, as: town.clerk)
            try await town.tick()
            #expect(try await town.unresolved().isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the partner's books are compared with ours`(engine: Engine) async throws {
        try await Town.talking(on: engine) { town, talking in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            let payment = try await town.payments(of: order)[0]
            let now = town.clock.now()
            func line(
                _ kind: StatementLine.Kind, _ id: String, _ cents: Int64, fee: Int64? = nil,
                request: String? = nil
            ) -> StatementLine {
                StatementLine(
                    kind: kind, id: id, about: .init(request: request, capture: id),
                    amount: Money(cents, .eur), fee: fee.map { Money($0, .eur) }, happened: now)
            }
            let good = line(.captured, payment.capture!, order.total.minor, fee: 30)
            talking.list([good])
            let day = Span.days(1)
            var found = try await town.shop.reconcile(from: now - day, to: now + day)
            #expect(found.flatMap(\.found).filter { $0.method == "paypal" }.isEmpty)
            #expect(try await town.ledger(of: order).contains("fee 30"))

            talking.list([
                good, line(.captured, "STRANGE", 700), line(.refunded, "STRANGER", 800),
            ])
            for _ in 1...2 { found = try await town.shop.reconcile(from: now - day, to: now + day) }
            let list = try await town.unresolved().filter { $0.kind == .discrepancy }
            let told = list.map { String($0.detail.split(separator: " ")[1]) }
            #expect(Set(told) == ["strange_money", "strange_refund"])
            for one in list {
                try await town.shop.resolve(
                    .discrepancy, one.subject, by: .dealtWith, as: town.clerk)
            }
            #expect(try await town.unresolved().isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `money that the partner lists and we don't know is asked about`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine) { town, talking in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            town.till.takeUnasked(payment.reference!)
            let now = town.clock.now()
            talking.list([
                StatementLine(
                    kind: .captured, id: "TAKEN-\(payment.reference!)",
                    about: .init(request: payment.id.text), amount: order.total, fee: nil,
                    happened: now)
            ])
            // At four in the morning, by itself.
            town.clock.wind(.minutes(5))
            try await town.shop.reconcile(from: now - .days(1), to: now + .days(1))
            try await town.tick()
            #expect(try await town.now(order).state == .paid)
        }
    }

    @Test(arguments: Engine.allCases)
    func `money that we believe in and the partner doesn't list is shown`(
        engine: Engine
    ) async throws {
        try await Town.talking(on: engine) { town, _ in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            // The night after next: the books have caught up by then.
            town.clock.wind(.days(2))
            try await town.shop.reconcileYesterday()
            let list = try await town.unresolved()
            #expect(list.map(\.kind) == [.discrepancy])
            #expect(list[0].detail.contains("missing_money"))
            // Once a night.
            try await town.shop.reconcileYesterday()
            #expect(try await town.unresolved().count == 1)
        }
    }
}
