// A shop at its PayPal: both ends of the wire, over real HTTP, on a port of their own.

import AsyncHTTPClient
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Partners
import Rules
import TestKit

struct AtSandbox: Sendable {
    let sandbox: PayPalSandbox
    let paypal: PayPal
    /// The same shop, when it waits for an answer a second and a half at most.
    let impatient: PayPal
    let client: HTTPClient
    let url: String

    /// The payer's browser: looks at the page, presses a button, and is sent on.
    func press(_ choice: PayPalSandbox.Choice, at approveURL: String) async throws -> String? {
        let token = approveURL.split(separator: "=").last!
        var request = HTTPClientRequest(url: "\(url)/checkoutnow")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: "token=\(token)&choice=\(choice.rawValue)"))
        let response = try await client.execute(request, timeout: .seconds(20))
        return response.headers.first(name: "Location")
    }

    /// Begins to pay, and gives PayPal's name for it once the payer has pressed the button.
    func agreed(
        _ request: PaymentRequest = .example(), choice: PayPalSandbox.Choice = .approve
    ) async throws -> String {
        let (reference, url) = try await begun(request)
        _ = try await press(choice, at: url)
        return reference
    }

    func begun(_ request: PaymentRequest = .example()) async throws -> (String, String) {
        guard case .begun(let reference, let url) = await paypal.begin(request) else {
            throw Unexpected("not begun")
        }
        return (reference, url)
    }

    /// A call in PayPal's own words: status and body.
    func raw(
        _ path: String, _ body: String? = nil, headers: [String: String] = [:]
    ) async throws -> (Int, [String: Any]) {
        var request = HTTPClientRequest(url: url + path)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body {
            request.method = .POST
            request.body = .bytes(ByteBuffer(string: body))
            if !request.headers.contains(name: "Content-Type") {
                request.headers.add(name: "Content-Type", value: "application/json")
            }
        }
        let response = try await client.execute(request, timeout: .seconds(20))
        let bytes = Data(buffer: try await response.body.collect(upTo: 1 << 20))
        let json = bytes.isEmpty ? [:] : try JSONSerialization.jsonObject(with: bytes)
        return (Int(response.status.code), json as! [String: Any])
    }

    func bearer() async throws -> [String: String] {
        let account = "\(PayPalSandbox.clientID):\(PayPalSandbox.secret)"
        let (_, json) = try await raw(
            "/v1/oauth2/token", "grant_type=client_credentials",
            headers: [
                "Authorization": "Basic \(Data(account.utf8).base64EncodedString())",
                "Content-Type": "application/x-www-form-urlencoded",
            ])
        return ["Authorization": "Bearer \(json["access_token"] as! String)"]
    }
}

/// The partner answered something else than the test is about.
struct Unexpected: Error {
    let what: String
    init(_ what: String) { self.what = what }
}

func atSandbox(
    tokenSeconds: Int = 32_400, most: Int = 1000,
    secret: String = PayPalSandbox.secret, now: @escaping @Sendable () -> Date = { Date() },
    _ body: @escaping @Sendable (AtSandbox) async throws -> Void
) async throws {
    let sandbox = PayPalSandbox(
        publicURL: "", most: most, tokenSeconds: tokenSeconds, now: now)
    let router = Router()
    sandbox.addRoutes(to: router.group("sandbox/paypal"))
    let app = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        logger: quiet)
    try await app.test(.live) { server in
        let url = "http://127.0.0.1:\(server.port!)/sandbox/paypal"
        await sandbox.move(to: url)
        let client = HTTPClient(configuration: PayPalSettings.clientConfiguration)
        func paypal(timeout: TimeAmount) -> PayPal {
            let settings = PayPalSettings(
                baseURL: url, clientID: PayPalSandbox.clientID, secret: secret, timeout: timeout)
            return PayPal(settings, client: client, log: quiet)
        }
        let shop = AtSandbox(
            sandbox: sandbox, paypal: paypal(timeout: .seconds(20)),
            impatient: paypal(timeout: .milliseconds(1500)), client: client, url: url)
        do {
            try await body(shop)
            try await client.shutdown()
        } catch {
            try await client.shutdown()
            throw error
        }
    }
}

extension PaymentRequest {
    /// Two cameras to Berlin.
    static func example(
        id: String = "pay_01", order: String = "ON-2026-0001", unitPrice: Int64 = 129_900
    ) -> PaymentRequest {
        let lines = [
            Line(
                name: "Kamera „Lichtbild“ & Tasche", product: "camera", quantity: 2,
                unitPrice: Money(unitPrice, .eur))
        ]
        let rest: [Int64] = [3_990, 5_196, 50_102, 450]
        return PaymentRequest(
            requestID: id, orderNumber: order, lines: lines, shipping: Money(rest[0], .eur),
            duty: Money(rest[1], .eur), tax: Money(rest[2], .eur), fees: Money(rest[3], .eur),
            total: Money(2 * unitPrice + rest.reduce(0, +), .eur),
            address: Address(
                name: "Jörg Weiß", line1: "Prinzenallee 1", city: "Berlin", postcode: "13357",
                country: Country("DE")!, phone: "+49 30 1234567"),
            language: .german, agreedURL: "https://shop.example.com/orders/1/paid?x=1",
            cancelledURL: "https://shop.example.com/orders/1")
    }
}
