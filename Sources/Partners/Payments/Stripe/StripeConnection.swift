// One call to Stripe and what came back, before anybody has drawn a conclusion from it.

import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

enum StripeAnswer {
    case accepted(ByteBuffer)
    /// Stripe said no, and nothing was done.
    case refused(status: Int, StripeError)
    /// Time-outs, 5xx, 429, an answer nobody can read: it may have been done or not.
    case unclear(String)

    /// Nil when it can't be read: then nobody knows what was done.
    static func read<T: Decodable>(_ type: T.Type, _ body: ByteBuffer) -> T? {
        try? JSONDecoder().decode(type, from: body)
    }
}

struct StripeConnection: Sendable {
    let settings: StripeSettings
    let client: HTTPClient
    let log: Logger

    /// Far above any answer we ask for.
    private static let mostBytes = 4 * 1_048_576

    init(_ settings: StripeSettings, client: HTTPClient, log: Logger) {
        self.settings = settings
        self.client = client
        self.log = log
    }

    func get(_ path: String) async -> StripeAnswer {
        await send(HTTPClientRequest(url: settings.baseURL + path))
    }

    /// - Parameter key: Stripe does what it is asked under this key once, and tells the outcome to
    ///   whoever asks again, for a day at least.
    func post(_ path: String, key: String, _ form: StripeForm) async -> StripeAnswer {
        var request = HTTPClientRequest(url: settings.baseURL + path)
        request.method = .POST
        request.headers.add(name: "Idempotency-Key", value: key)
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(string: form.text))
        return await send(request)
    }

    private func send(_ plain: HTTPClientRequest) async -> StripeAnswer {
        var request = plain
        request.headers.add(name: "Authorization", value: "Bearer \(settings.secretKey)")
        request.headers.add(name: "Stripe-Version", value: StripeSettings.apiVersion)
        request.headers.add(name: "Accept", value: "application/json")
        do {
            let response = try await client.execute(request, timeout: settings.timeout)
            let body = try await response.body.collect(upTo: Self.mostBytes)
            return answer(
                Int(response.status.code), body, of: plain,
                id: response.headers.first(name: "Request-Id"))
        } catch {
            log.warning("Stripe: \(plain.method) \(plain.url): \(error)")
            return .unclear("\(error)")
        }
    }

    private func answer(
        _ status: Int, _ body: ByteBuffer, of request: HTTPClientRequest, id: String?
    ) -> StripeAnswer {
        switch status {
        case 200..<300: return .accepted(body)
        // 409: the same key is being worked on right now; 429: too fast. Neither says anything.
        case 400..<500 where ![408, 409, 429].contains(status):
            guard let told = StripeAnswer.read(ToldStripeError.self, body) else {
                return .unclear("HTTP \(status) without Stripe's error")
            }
            log.notice(
                "Stripe refused \(request.method) \(request.url): \(status) \(told.error.told)",
                metadata: ["request_id": "\(id ?? "-")"])
            return .refused(status: status, told.error)
        default:
            log.warning("Stripe: \(request.method) \(request.url): HTTP \(status)")
            return .unclear("HTTP \(status)")
        }
    }
}
