// One call to PayPal and what came back, before anybody has drawn a conclusion from it.

import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

enum PayPalAnswer {
    case accepted(ByteBuffer)
    /// PayPal said no, and nothing was done.
    case refused(status: Int, PayPalError)
    /// Time-outs, 5xx, 429, an answer nobody can read: it may have been done or not.
    case unclear(String)
}

struct PayPalConnection: Sendable {
    let settings: PayPalSettings
    let client: HTTPClient
    let tokens: PayPalTokens
    let log: Logger

    /// Far above any answer we ask for.
    private static let mostBytes = 1_048_576

    init(_ settings: PayPalSettings, client: HTTPClient, log: Logger) {
        self.settings = settings
        self.client = client
        self.log = log
        tokens = PayPalTokens(settings, client: client)
    }

    func get(_ path: String) async -> PayPalAnswer {
        await send(HTTPClientRequest(url: settings.baseURL + path))
    }

    /// - Parameter requestID: PayPal does what it is asked under this name once, and tells the
    ///   outcome to whoever asks again.
    func post(_ path: String, requestID: String, _ body: some Encodable) async -> PayPalAnswer {
        var request = HTTPClientRequest(url: settings.baseURL + path)
        request.method = .POST
        request.headers.add(name: "PayPal-Request-Id", value: requestID)
        // Without it, the answer doesn't tell of the captures.
        request.headers.add(name: "Prefer", value: "return=representation")
        request.headers.add(name: "Content-Type", value: "application/json")
        do {
            request.body = .bytes(try JSONEncoder().encode(body))
        } catch {
            preconditionFailure("our own requests can be written down: \(error)")
        }
        return await send(request)
    }

    /// A token that PayPal has forgotten is replaced once; a second refusal is about the account.
    private func send(_ request: HTTPClientRequest) async -> PayPalAnswer {
        do {
            let token = try await tokens.token()
            let answer = try await execute(request, token: token)
            guard case .refused(status: 401, _) = answer else { return answer }
            await tokens.forget(token)
            return try await execute(request, token: try await tokens.token())
        } catch let error as PayPalTokenUnavailable {
            log.warning("PayPal: \(error.reason)")
            return .unclear(error.reason)
        } catch {
            log.warning("PayPal: \(request.method) \(request.url): \(error)")
            return .unclear("\(error)")
        }
    }

    private func execute(_ request: HTTPClientRequest, token: String) async throws -> PayPalAnswer {
        var request = request
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.headers.add(name: "Accept", value: "application/json")
        let response = try await client.execute(request, timeout: settings.timeout)
        let body = try await response.body.collect(upTo: Self.mostBytes)
        let status = Int(response.status.code)
        switch status {
        case 200..<300: return .accepted(body)
        case 400..<500 where status != 408 && status != 429:
            guard let error = try? JSONDecoder().decode(PayPalError.self, from: body) else {
                // Somebody between us and PayPal answered; what PayPal did isn't known.
                if status == 401 { return .refused(status: 401, .withoutDetails) }
                return .unclear("HTTP \(status) without PayPal's error")
            }
            log.notice(
                "PayPal refused \(request.method) \(request.url): \(status) \(error.code)",
                metadata: ["debug_id": "\(error.debugID ?? "-")"])
            return .refused(status: status, error)
        default:
            log.warning("PayPal: \(request.method) \(request.url): HTTP \(status)")
            return .unclear("HTTP \(status)")
        }
    }
}

extension PayPalError {
    fileprivate static let withoutDetails = PayPalError(
        name: "AUTHENTICATION_FAILURE", debugID: nil, details: nil)
}

extension PayPalAnswer {
    /// Nil when it can't be read: then nobody knows what was done.
    static func read<T: Decodable>(_ type: T.Type, _ body: ByteBuffer) -> T? {
        try? JSONDecoder().decode(type, from: body)
    }
}
