// A shop at its Stripe: both ends of the wire, over real HTTP, on a port of their own.

import AsyncHTTPClient
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Rules
import TestKit

@testable import Partners

struct AtStripe: Sendable {
    let sandbox: StripeSandbox
    let stripe: Stripe
    /// The same shop, when it waits for an answer a second and a half at most.
    let impatient: Stripe
    let client: HTTPClient
    let url: String

    /// The payer types in a card on Stripe's page, and confirms it to the bank if that asks.
    @discardableResult
    func pay(_ reference: String, card: String = "4242424242424242", confirms: Bool = true)
        async throws -> String?
    {
        var next = try await post("/pay/\(reference)", "card=\(card)")
        if let bank = next, bank.contains("/3ds/") {
            let path = String(bank.dropFirst(url.count))
            next = try await post(path, "answer=\(confirms ? "yes" : "no")")
        }
        return next
    }

    private func post(_ path: String, _ form: String) async throws -> String? {
        var request = HTTPClientRequest(url: url + path)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: form))
        let response = try await client.execute(request, timeout: .seconds(20))
        return response.headers.first(name: "Location")
    }

    func begun(_ request: PaymentRequest = .example()) async throws -> String {
        guard case .begun(let reference, _) = await stripe.begin(request) else {
            throw Unexpected("not begun")
        }
        return reference
    }

    func held(_ request: PaymentRequest = .example(), card: String = "4242424242424242")
        async throws -> String
    {
        let reference = try await begun(request)
        try await pay(reference, card: card)
        return reference
    }

    func capture(_ reference: String) async -> CaptureOutcome {
        await stripe.capture(reference, requestID: "pay_01", expecting: total)
    }

    var total: Money { PaymentRequest.example().total }
}

func atStripe(
    _ body: @escaping @Sendable (AtStripe) async throws -> Void
) async throws {
    let sandbox = StripeSandbox(publicURL: "", most: 1000)
    let router = Router()
    sandbox.addRoutes(to: router.group("stripe"))
    let app = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        logger: quiet)
    try await app.test(.live) { server in
        let url = "http://127.0.0.1:\(server.port!)/stripe"
        await sandbox.move(to: url)
        let client = HTTPClient(configuration: PayPalSettings.clientConfiguration)
        func stripe(timeout: TimeAmount) -> Stripe {
            let settings = StripeSettings(
                baseURL: url, secretKey: StripeSandbox.secretKey,
                webhookSecrets: [StripeSandbox.webhookSecret], timeout: timeout)
            return Stripe(settings, client: client, log: quiet)
        }
        let shop = AtStripe(
            sandbox: sandbox, stripe: stripe(timeout: .seconds(20)),
            impatient: stripe(timeout: .milliseconds(1500)), client: client, url: url)
        do {
            try await body(shop)
            try await client.shutdown()
        } catch {
            try await client.shutdown()
            throw error
        }
    }
}
