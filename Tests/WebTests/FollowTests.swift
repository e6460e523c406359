// Parcels that a carrier takes and tells of: over HTTP, with a carrier that is late, muddled, or
// down.
import AsyncHTTPClient
import Foundation
import Hummingbird
import HummingbirdTesting
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct FollowTests {
    @Test(arguments: Engine.allCases)
    func `a registered parcel moves by itself, and its delivery starts the clocks`(
        engine: Engine
    ) async throws {
        try await withCarrier(on: engine) { town, sandbox in
            let (_, order) = try await town.paid(in: "DE")
            await sandbox.muddle()
            await sandbox.script([.failAfter], for: .register)
            await #expect(throws: Refusal.carrierUnavailable) {
                try await town.register(order)
            }
            let sent = try await town.register(order)
            #expect(sent.state == .dispatched)
            let parcel = try await town.shop.storage.read { try $0.parcels(of: order.id)[0] }
            #expect(parcel.shipment.trackingNumber == "SP000000001CN")
            let label = try await town.shop.storage.read { try $0.label(of: parcel.id) }
            #expect(label?.contains("CAN-DE-101") == true)

            // Two days from one event to the next, and a question every hour.
            for _ in 1...40 { try await town.wind(.hours(3)) }
            let news = try await town.shop.storage.read { try $0.trackingEvents(of: parcel.id) }
            #expect(news.map(\.kind) == [.accepted, .departed, .customs])
            #expect(try await town.now(order).state == .dispatched)
            await sandbox.script([.failBefore, .dropAfter, .unreadableAfter], for: .track)
            for _ in 1...40 { try await town.wind(.hours(3)) }
            let arrived = try await town.now(order)
            #expect(arrived.state == .delivered)
            #expect(arrived.delivered == Day(2015, 5, 26), "eight days after it left")
            let calls = await sandbox.calls[.track]!
            try await town.wind(.days(2))
            #expect(await sandbox.calls[.track] == calls, "nobody asks after it arrived")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a carrier says that it lost one of two: it is sent again and the order completes`(
        engine: Engine
    ) async throws {
        try await withCarrier(on: engine, ["power-bank-10400", "power-bank-5000"]) {
            town, sandbox in
            let (_, order) = try await town.paid(in: "US", "power-bank-10400", "power-bank-5000")
            await sandbox.decide(.lost, .delivered)
            try await town.register(order)
            #expect(try await town.register(order).state == .dispatched)
            for _ in 1...30 { try await town.wind(.hours(8)) }
            let parcels = try await town.shop.storage.read { try $0.parcels(of: order.id) }
            #expect(parcels.map(\.state) == [.lost, .delivered])
            try await town.shop.settleParcel(parcels[0].id, as: .sendAgain, by: town.clerk)
            #expect(try await town.register(order).state == .dispatched)
            for _ in 1...30 { try await town.wind(.hours(8)) }
            let whole = try await town.now(order)
            #expect(whole.state == .delivered)
            let window = try await town.shop.storage.read {
                try $0.deadline(.returnWindow, of: order.id.text)
            }
            #expect(window?.day == whole.delivered! + 30)
        }
    }

    @Test func `what the carrier doesn't take stays, and a stranger's name is none`() async throws {
        try await withCarrier(on: .sqlite) { town, sandbox in
            let (ann, order) = try await town.paid(in: "FR")
            await sandbox.script([.refuse("no batteries")], for: .register)
            await #expect(throws: Refusal.carrierRefused(reason: "no batteries")) {
                try await town.register(order)
            }
            await #expect(throws: Refusal.input([Fault(.carrier, .notOffered)])) {
                try await town.shop.registerParcel(of: order.id, with: "Nobody", by: town.clerk)
            }
            await #expect(throws: Refusal.notAllowed) {
                try await town.shop.registerParcel(
                    of: order.id, with: CarrierSandbox.name, by: ann)
            }
            #expect(try await town.now(order).state == .paid)
        }
    }
}

/// A town whose carrier lives on a port of its own, and by the town's clock.
private func withCarrier(
    on engine: Engine, _ products: [String] = ["band"],
    _ body: @escaping @Sendable (Town, CarrierSandbox) async throws -> Void
) async throws {
    let clock = HandClock()
    let sandbox = CarrierSandbox(pace: 2 * 86_400, most: 1000) {
        Date(timeIntervalSince1970: Double(clock.now().milliseconds) / 1000)
    }
    let router = Router()
    sandbox.addRoutes(to: router)
    let app = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        logger: quiet)
    try await app.test(.live) { server in
        let client = HTTPClient(configuration: PayPalSettings.clientConfiguration)
        let carrier = PlainCarrier(
            url: "http://127.0.0.1:\(server.port!)", key: CarrierSandbox.key, client: client,
            log: quiet)
        do {
            try await Town.story(
                on: engine, .bands(20) { $0.products = products }, clock: clock,
                carriers: [CarrierSandbox.name: carrier]
            ) { try await body($0, sandbox) }
            try await client.shutdown()
        } catch {
            try await client.shutdown()
            throw error
        }
    }
}

extension Town {
    @discardableResult
    fileprivate func register(_ order: Order) async throws -> Order {
        try await shop.registerParcel(of: order.id, with: CarrierSandbox.name, by: clerk)
    }

    /// Two of each.
    fileprivate func paid(
        in market: String, _ products: String...
    ) async throws -> (Account, Order) {
        let ann = try await person("ann", in: market)
        try await enterAndOpen(ann)
        for product in products.isEmpty ? ["band"] : products {
            _ = try await shop.reserve(
                product, quantity: 2, in: rounds[0], for: ann, key: freshKey())
        }
        return (ann, try await pay(order(by: ann), by: ann))
    }
}
