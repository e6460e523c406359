// Calling an order off: before and after it is paid, and when it is too late.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct CancelOrderTests {
    @Test(arguments: Engine.allCases)
    func `before it is paid the units are free at once`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            #expect(try await town.shop.cancelOrder(order.id, by: ann).state == .cancelled)
            #expect(try await town.units() == "2 free, 0 reserved, 0 sold")
            try await town.comeBack(from: payment)
            #expect(town.till.kept(for: payment.id.text) == 0)
            #expect(try await town.now(order).state == .cancelled)
            #expect(try await town.buy(2, for: ann).state == .paid)
        }
    }

    @Test(arguments: Engine.allCases)
    func `after it is paid every cent goes back and the units aren't sold again`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, order) = try await town.annOrders()
            let payment = try await town.agree(toPay: order, by: ann)
            try await town.comeBack(from: payment)
            town.till.answerRefunds(.unknownBeforeGiving, .unknownAfterGiving)
            try await town.shop.cancelOrder(order.id, by: ann)
            for _ in 1...3 { try await town.wind(.minutes(1)) }
            #expect(town.till.kept(for: payment.id.text) == 0)
            #expect(try await town.refunds(of: order).map(\.state) == [.made])
            #expect(try await town.units() == "0 free, 0 reserved, 2 sold")
            let bob = try await town.person("bob", in: "DE")
            try await town.enter(bob)
            await #expect(throws: Refusal.soldOut) { try await town.reserve(1, for: bob) }
            let subjects = town.postbox.all.map(\.subject)
            #expect(subjects.count == 3, "paid, cancelled, money returned: \(subjects)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `while the round lives sold units go to who stands by, with a fresh hold`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let ann = try await town.person("ann", in: "DE")
            let bob = try await town.person("bob", in: "DE")
            try await town.enterAndOpen(ann, bob)
            try await town.reserve(2, for: ann)
            try await town.shop.standBy(for: "band", quantity: 1, in: town.rounds[0], as: bob)
            let order = try await town.pay(town.order(by: ann), by: ann)
            #expect(try await town.units() == "0 free, 0 reserved, 2 sold")
            try await town.shop.cancelOrder(order.id, by: ann)
            #expect(try await town.units() == "1 free, 1 reserved, 0 sold")
            try await town.tick()
            #expect(town.postbox.all.contains { $0.to == bob.mail && $0.subject.contains("Band") })
            #expect(try await town.pay(town.order(by: bob), by: bob).state == .paid)
            let (round, now) = (town.rounds[0], town.clock.now())
            let record = try await town.shop.storage.read { try $0.transcript(of: round, at: now) }
            #expect(record.troubles() == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `while others can still buy they are simply free again`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(3)) { town in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            try await town.shop.cancelOrder(order.id, by: ann)
            #expect(try await town.units() == "3 free, 0 reserved, 0 sold")
            #expect(try await town.buy(2, for: ann).state == .paid)
        }
    }

    @Test(arguments: Engine.allCases)
    func `when the round is over they don't come back`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(3)) { town in
            let (ann, order) = try await town.annOrders()
            try await town.pay(order, by: ann)
            try await town.wind(.hours(3))
            try await town.shop.cancelOrder(order.id, by: ann)
            #expect(try await town.units() == "1 free, 0 reserved, 2 sold")
        }
    }

    @Test(arguments: Engine.allCases)
    func `while money is on its way, or the parcel is, it is too late`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (ann, order) = try await town.annOrders()
            town.till.answerCaptures(.unknownBeforeTaking)
            try await town.comeBack(from: town.agree(toPay: order, by: ann))
            await #expect(throws: Refusal.orderStateForbids(state: "paying")) {
                try await town.shop.cancelOrder(order.id, by: ann)
            }
            try await town.wind(.seconds(1))
            try await town.shop.dispatch(
                order.id, carrier: "DHL", trackingNumber: "1", by: town.clerk)
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.shop.cancelOrder(order.id, by: town.clerk)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `by its buyer or an operator, and once`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(2)) { town in
            let (_, order) = try await town.annOrders()
            let bob = try await town.person("bob", in: "DE")
            await #expect(throws: Refusal.notFound) {
                try await town.shop.cancelOrder(order.id, by: bob)
            }
            try await town.shop.cancelOrder(order.id, by: town.clerk)
            await #expect(throws: Refusal.orderStateForbids(state: "cancelled")) {
                try await town.shop.cancelOrder(order.id, by: town.clerk)
            }
        }
    }
}
