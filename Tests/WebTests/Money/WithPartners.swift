// A town whose partners are the stand-ins for PayPal and Stripe, over real HTTP both ways: the shop
// asks them, they send it notices, and buyers are sent to their pages.

import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Partners
import Rules
import Shop
import Storage
import Synchronization
import TestKit
import Testing
import Web

struct Partnered: Sendable {
    let town: Town
    let payPal: PayPalSandbox
    let stripe: StripeSandbox
    /// The shop as a browser without scripts sees it.
    let client: any TestClientProtocol

    /// Waits until so many notices were kept, then does what is owed.
    func hearNotices(_ count: Int) async throws {
        for _ in 0..<200 {
            let kept = try await noticeCount()
            if kept >= count { return try await town.tick() }
            try await Task.sleep(for: .milliseconds(25))
        }
        Issue.record("\(try await noticeCount()) of \(count) notices came")
    }

    func noticeCount() async throws -> Int {
        try await town.shop.storage.read { reader in
            try [Notice.State.heard, .heeded, .strange].reduce(0) {
                try $0 + reader.notices(in: $1, limit: 1000).count
            }
        }
    }

    /// A program's session.
    func logIn(_ mail: String) async throws -> String {
        let body = ByteBuffer(
            string: "{\"mail\":\"\(mail)\",\"password\":\"three small ducks\"}")
        return try await client.execute(
            uri: "/api/v1/sessions", method: .post,
            headers: [.contentType: "application/json", HTTPField.Name("Idempotency-Key")!: "s1"],
            body: body
        ) { answer in
            let text = String(buffer: answer.body)
            let found = try #require(text.firstMatch(of: #/"token":"([^"]+)"/#), "\(text)")
            return String(found.1)
        }
    }

    /// Nobody holds units for so long, but while the brake is on they stay held.
    func pauseForSevenHours() async throws {
        try await town.shop.pause(town.rounds[0], reason: "a storm", by: town.clerk)
        town.clock.wind(.hours(7))
        try await town.shop.resume(town.rounds[0], by: town.clerk)
    }

    /// The last part of the partner's page to which the buyer was sent.
    func payment(of order: Order) async throws -> Payment {
        try await town.payments(of: order).last!
    }

    func begin(_ order: Order, by person: Account, method: String) async throws -> String {
        try await town.beginPaying(order, by: person, method: method).reference!
    }
}

func withPartners(
    on engine: Engine = .sqlite, _ sketch: SaleSketch = SaleSketch(),
    timeout: TimeAmount = .seconds(20),
    _ body: @escaping @Sendable (Partnered) async throws -> Void
) async throws {
    let clock = HandClock()
    let now: @Sendable () -> Date = {
        Date(timeIntervalSince1970: Double(clock.now().milliseconds) / 1000)
    }
    let payPal = PayPalSandbox(publicURL: "", now: now)
    let stripe = StripeSandbox(publicURL: "", now: now)
    let router = Router()
    payPal.addRoutes(to: router.group("paypal"))
    stripe.addRoutes(to: router.group("stripe"))
    let sandbox = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        logger: quiet)
    let client = HTTPClient(configuration: PayPalSettings.clientConfiguration)
    do {
        try await sandbox.test(.live) { server in
            let url = "http://127.0.0.1:\(server.port!)"
            await payPal.move(to: url + "/paypal")
            await stripe.move(to: url + "/stripe")
            let methods = methods(at: url, roots: payPal.roots, client, timeout)
            try await Town.unaudited(on: engine, sketch, clock: clock, payments: { _ in methods }) {
                town in
                try await serve(town, payPal, stripe, body)
                let findings = try await town.shop.storage.read { try Audit.run($0) }
                #expect(findings.isEmpty, "\(findings)")
            }
        }
        try await client.shutdown()
    } catch {
        try await client.shutdown()
        throw error
    }
}

private func methods(
    at url: String, roots: String, _ client: HTTPClient, _ timeout: TimeAmount
) -> [String: any PaymentMethod] {
    let payPal = PayPalSettings(
        baseURL: url + "/paypal", clientID: PayPalSandbox.clientID, secret: PayPalSandbox.secret,
        webhookID: PayPalSandbox.webhookID, roots: roots, timeout: timeout)
    let stripe = StripeSettings(
        baseURL: url + "/stripe", secretKey: StripeSandbox.secretKey,
        webhookSecrets: [StripeSandbox.webhookSecret], timeout: timeout)
    return [
        "paypal": PayPal(payPal, client: client, log: quiet),
        "card": Stripe(stripe, client: client, log: quiet),
    ]
}

private func serve(
    _ town: Town, _ payPal: PayPalSandbox, _ stripe: StripeSandbox,
    _ body: @escaping @Sendable (Partnered) async throws -> Void
) async throws {
    let site = Site(
        shop: town.shop,
        settings: SiteSettings(
            isSecure: false, trustsProxy: false, methods: ["paypal", "card"]))
    let app = Application(
        responder: site.router().buildResponder(),
        configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: quiet)
    try await app.test(.live) { client in
        let shop = "http://127.0.0.1:\(client.port!)"
        await payPal.sendNotices(to: shop + "/notices/paypal")
        await stripe.sendNotices(to: shop + "/notices/card")
        try await body(Partnered(town: town, payPal: payPal, stripe: stripe, client: client))
    }
}

extension Town {
    /// Ann holds two and has placed an order for them.
    func annOrders() async throws -> (Account, Order) {
        let ann = try await person("ann", in: "DE")
        try await enterAndOpen(ann)
        try await reserve(2, for: ann)
        return (ann, try await order(by: ann))
    }
}
