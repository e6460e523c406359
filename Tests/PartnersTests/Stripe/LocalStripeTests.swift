// A second peer: localstripe, somebody else's stand-in for Stripe, takes what the shop sends. It
// has no pages and knows little of declines, so only the money's way is walked here.

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Partners
import Rules
import TestKit
import Testing

@Suite(.enabled(if: localStripe != nil, "localstripe isn't installed: make setup"))
struct LocalStripeTests {
    @Test func `localstripe takes a capture, a refund and a letting go`() async throws {
        let port = Int.random(in: 20_000..<30_000)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: localStripe!)
        process.arguments = ["--port", "\(port)", "--from-scratch"]
        process.currentDirectoryURL = FileManager.default.temporaryDirectory
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }

        let url = "http://127.0.0.1:\(port)"
        try await Self.wait(for: url)
        let stripe = Stripe(
            StripeSettings(baseURL: url, secretKey: "sk_test_12345"), client: .shared, log: quiet)
        let total = Money(12_345, .eur)

        let intent = try await Self.hold(total, at: url)
        #expect(await stripe.read(intent) == .approved)
        let taken = await stripe.capture(intent, requestID: "pay_1", expecting: total)
        guard case .captured(intent, total, let fee) = taken else { throw Unexpected("\(taken)") }
        #expect(await stripe.read(intent) == .captured(intent, total, fee: fee))
        let part = Money(2_345, .eur)
        guard
            case .refunded(_, part) = await stripe.refund(
                intent, amount: part, requestID: "ref_1", note: "returned")
        else {
            throw Unexpected("not refunded")
        }

        let other = try await Self.hold(total, at: url)
        #expect(await stripe.release(other, requestID: "pay_2") == .released)
        #expect(await stripe.read(other) == .voided)
    }

    private static func wait(for url: String) async throws {
        for _ in 0..<200 {
            let answer = try? await HTTPClient.shared.execute(
                HTTPClientRequest(url: url), timeout: .seconds(2))
            if answer != nil { return }  // Nobody there yet: again.
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Unexpected("localstripe doesn't start")
    }

    /// What Stripe's page does: a card is held.
    private static func hold(_ amount: Money, at url: String) async throws -> String {
        var request = HTTPClientRequest(url: url + "/v1/payment_intents")
        request.method = .POST
        request.headers.add(name: "Authorization", value: "Bearer sk_test_12345")
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        let form = "amount=\(amount.minor)&currency=eur&capture_method=manual"
        request.body = .bytes(ByteBuffer(string: form + "&payment_method=pm_card_visa"))
        let id = try await Self.id(of: request)
        var confirm = HTTPClientRequest(url: url + "/v1/payment_intents/\(id)/confirm")
        confirm.method = .POST
        confirm.headers = request.headers
        return try await Self.id(of: confirm)
    }

    private static func id(of request: HTTPClientRequest) async throws -> String {
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let body = Data(buffer: try await response.body.collect(upTo: 1 << 20))
        let json = try JSONSerialization.jsonObject(with: body) as? [String: Any]
        guard let id = json?["id"] as? String else {
            throw Unexpected(String(decoding: body, as: UTF8.self))
        }
        return id
    }
}

/// Where `make setup` puts it.
private let localStripe: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../..").standardizedFileURL
    let path = root.appendingPathComponent(".venv/bin/localstripe").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
}()
