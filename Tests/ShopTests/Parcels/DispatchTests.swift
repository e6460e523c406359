// Parcels leave paid for, and arrive on a day that counts.
import Rules
import Shop
import TestKit
import Testing

struct DispatchTests {
    @Test(arguments: Engine.allCases)
    func `only what is paid leaves, once, and only an operator sends it`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, order) = try await town.annOrders()
            await #expect(throws: Refusal.orderStateForbids(state: "placed")) {
                try await town.send(order, by: town.clerk)
            }
            try await town.pay(order, by: ann)
            await #expect(throws: Refusal.notAllowed) { try await town.send(order, by: ann) }
            let faults = [Fault(.carrier, .missing), Fault(.trackingNumber, .tooLong(most: 40))]
            await #expect(throws: Refusal.input(faults)) {
                try await town.shop.dispatch(
                    order.id, carrier: " ", trackingNumber: String(repeating: "1", count: 41),
                    by: town.clerk)
            }
            // Half past eight in the evening in Europe is the next morning in China.
            town.clock.wind(.hours(6))
            let sent = try await town.send(order, by: town.clerk)
            #expect(sent.dispatched == Day(2015, 5, 19))
            await #expect(throws: Refusal.orderStateForbids(state: "dispatched")) {
                try await town.send(order, by: town.clerk)
            }
        }
    }

    @Test(arguments: [("US", Day(2015, 6, 27)!), ("DE", Day(2015, 6, 11)!)])
    func `from the delivery the days of the market are counted`(
        market: String, lastDay: Day
    ) async throws {
        try await Town.story(on: .sqlite) { town in
            let ann = try await town.person("ann", in: market)
            try await town.enterAndOpen(ann)
            let order = try await town.buy(1, for: ann)
            try await town.send(order, by: town.clerk)
            try await town.wind(.days(10))
            let day = Day(2015, 5, 28)!
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.recordDelivery(of: order.id, on: day, by: ann)
            }
            for wrong in [Day(2015, 5, 16)!, Day(2015, 5, 30)!] {
                await #expect(throws: Refusal.input([Fault(.day, .notOffered)])) {
                    try await town.shop.recordDelivery(of: order.id, on: wrong, by: town.clerk)
                }
            }
            let arrived = try await town.shop.recordDelivery(
                of: order.id, on: day, by: town.clerk)
            #expect(arrived.delivered == day)
            #expect(arrived.lastReturnDay == lastDay)
        }
    }
}

extension Town {
    @discardableResult
    func send(_ order: Order, by account: Account) async throws -> Order {
        try await shop.dispatch(
            order.id, carrier: "DHL", trackingNumber: "RX1CN", by: account)
    }
}
