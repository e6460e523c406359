// Money: taken once, only with the units in hand, and given back once when they are gone.
import Partners
import Rules
import Shop
import TestKit
import Testing

struct PaymentTests {
    @Test(arguments: Engine.allCases)
    func `a till that can't be reached loses nothing`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            town.till.shut()
            await #expect(throws: Refusal.paymentUnavailable) {
                try await town.beginPaying(order, by: ann)
            }
            town.till.shut(false)
            #expect(try await town.pay(order, by: ann).state == .paid)
            #expect(try await town.payments(of: order).count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a payer who comes back without agreeing may go again`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.beginPaying(order, by: ann)
            try await town.comeBack(from: payment)
            #expect(try await town.now(order).state == .placed)
            #expect(try await town.pay(order, by: ann).state == .paid)
            #expect(try await town.payments(of: order).map(\.id) == [payment.id])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a declined payment leaves the hold, and may be tried again`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(.declined)
            try await town.pay(order, by: ann)
            #expect(try await town.now(order).state == .placed)
            #expect(try await town.payments(of: order).map(\.state) == [.declined])
            #expect(try await town.units() == "8 free, 2 reserved, 0 sold")
            #expect(try await town.pay(order, by: ann).state == .paid)
        }
    }

    @Test(
        arguments: Engine.allCases,
        [Till.CaptureAnswer.unknownAfterTaking, .unknownBeforeTaking, .pending])
    func `when nobody knows what came of a capture, it is asked again under its name`(
        engine: Engine, answer: Till.CaptureAnswer
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(answer)
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.comeBack(from: payment)
            #expect(try await town.payments(of: order).map(\.state) == [.unknown])
            // The units can't lapse under a capture.
            clockPast(town)
            try await town.shop.lapseReservations()
            #expect(try await town.units() == "8 free, 2 reserved, 0 sold")

            try await town.tick()
            #expect(try await town.now(order).state == .paid)
            #expect(town.till.kept(for: payment.id.text) == order.total.minor)
            let names = Set(
                town.till.calls.compactMap {
                    if case .capture(_, let name) = $0 { name } else { nil }
                })
            #expect(names == [payment.id.text])
        }
    }

    @Test(arguments: Engine.allCases)
    func `consent after the hold ran out holds the units anew`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.wind(.minutes(15))
            #expect(try await town.now(order).state == .lapsed)
            try await town.comeBack(from: payment)
            #expect(try await town.now(order).state == .paid)
            #expect(try await town.units() == "0 free, 0 reserved, 2 sold")
        }
    }

    @Test(arguments: Engine.allCases)
    func `consent after the units went to somebody else takes no money`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.wind(.minutes(15))
            try await town.bobBuysTwo()
            try await town.comeBack(from: payment)
            #expect(try await town.now(order).state == .lapsed)
            #expect(town.till.kept(for: payment.id.text) == 0)
            #expect(
                !town.till.calls.contains(
                    .capture(payment.reference!, requestID: payment.id.text)))
            #expect(try await town.refunds(of: order).isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `consent after one bought the limit otherwise takes no money`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10)) { town in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.wind(.minutes(15))
            #expect(try await town.buy(2, for: ann).state == .paid)
            try await town.comeBack(from: payment)
            #expect(town.till.kept(for: payment.id.text) == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `money that came too late goes back, once`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.wind(.minutes(15))
            try await town.bobBuysTwo()
            town.till.takeUnasked(payment.reference!)
            town.till.answerRefunds(.unknownAfterGiving)
            for _ in 1...3 {
                try await town.comeBack(from: payment)
                try await town.wind(.minutes(1))
            }
            let refunds = try await town.refunds(of: order)
            #expect(refunds.map(\.amount) == [order.total])
            #expect(refunds.map(\.state) == [.made])
            #expect(refunds.map(\.reason) == [.late])
            #expect(town.till.kept(for: payment.id.text) == 0)
            // Her order is over; that must not send the money a second time.
            _ = try? await town.shop.cancelOrder(order.id, by: ann)
            try await town.tick()
            #expect(try await town.refunds(of: order).count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `money nobody asked for buys the units while they are held`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(.declined)
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.comeBack(from: payment)
            town.till.takeUnasked(payment.reference!)
            try await town.comeBack(from: payment)
            #expect(try await town.now(order).state == .paid)
        }
    }

    /// Two browser windows, two partners; one order is paid once.
    @Test(arguments: Engine.allCases)
    func `an order paid in two ways is paid once`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(.unknownAfterTaking)
            let first = try await town.agree(toPay: order, by: ann, method: "paypal")
            try await town.comeBack(from: first)
            let second = try await town.agree(toPay: order, by: ann, method: "card")
            try await town.comeBack(from: second)
            for _ in 1...3 { try await town.wind(.minutes(1)) }
            #expect(try await town.now(order).state == .paid)
            let kept = [first, second].map { town.till.kept(for: $0.id.text) }
            #expect(kept.reduce(0, +) == order.total.minor)

            try await town.shop.cancelOrder(order.id, by: ann)
            for _ in 1...3 { try await town.wind(.minutes(1)) }
            let left = [first, second].map { town.till.kept(for: $0.id.text) }
            #expect(left == [0, 0])
        }
    }

    @Test(arguments: Engine.allCases)
    func `only the buyer pays, and only a placed order`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.notFound) { try await town.beginPaying(order, by: bob) }
            await #expect(throws: Refusal.input([Fault(.method, .notOffered)])) {
                try await town.beginPaying(order, by: ann, method: "shells")
            }
            try await town.pay(order, by: ann)
            await #expect(throws: Refusal.orderStateForbids(state: "paid")) {
                try await town.beginPaying(order, by: ann)
            }
        }
    }

    private func clockPast(_ town: Town) { town.clock.wind(.minutes(16)) }
}

extension Town {
    /// Ann holds two and has placed an order for them.
    func annOrders() async throws -> (Account, Order) {
        let ann = try await person("ann", in: "DE")
        try await enterAndOpen(ann)
        try await reserve(2, for: ann)
        return (ann, try await order(by: ann))
    }

    fileprivate func bobBuysTwo() async throws {
        let bob = try await person("bob", in: "DE")
        try await enter(bob)
        _ = try await buy(2, for: bob)
    }
}
