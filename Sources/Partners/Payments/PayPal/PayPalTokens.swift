// The token that opens PayPal's doors. PayPal slows down shops that ask for one per payment, and a
// sale is when that hurts; so one is kept until shortly before it expires, and a crowd that finds
// none waits for the same one.

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// No token was to be had, and why.
struct PayPalTokenUnavailable: Error {
    let reason: String
}

actor PayPalTokens {
    private let settings: PayPalSettings
    private let client: HTTPClient
    private var held: (token: String, until: ContinuousClock.Instant)?
    private var fetching: Task<PayPalToken, any Error>?
    /// PayPal asked us to slow down: nobody knocks before then.
    private var restUntil: ContinuousClock.Instant?

    init(_ settings: PayPalSettings, client: HTTPClient) {
        self.settings = settings
        self.client = client
    }

    func token() async throws -> String {
        if let held, held.until > .now { return held.token }
        if let fetching { return try await fetching.value.token }
        if let restUntil, restUntil > .now {
            throw PayPalTokenUnavailable(reason: "PayPal wants fewer requests for tokens")
        }
        // A task of its own: the buyer who was first may leave, the others still want it.
        let task = Task { try await fetch() }
        fetching = task
        defer { fetching = nil }
        let new = try await task.value
        let margin = min(300, new.seconds / 10)
        held = (new.token, .now + .seconds(new.seconds - margin))
        return new.token
    }

    /// PayPal doesn't take this one any more. One that was fetched meanwhile stays.
    func forget(_ token: String) {
        if held?.token == token { held = nil }
    }

    private func fetch() async throws -> PayPalToken {
        var request = HTTPClientRequest(url: settings.baseURL + "/v1/oauth2/token")
        request.method = .POST
        request.setBasicAuth(username: settings.clientID, password: settings.secret)
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "Accept", value: "application/json")
        request.body = .bytes(ByteBuffer(string: "grant_type=client_credentials"))
        let response = try await client.execute(request, timeout: settings.timeout)
        guard response.status == .ok else {
            if response.status == .tooManyRequests {
                rest(response.headers.first(name: "Retry-After"))
            }
            throw PayPalTokenUnavailable(reason: "no token: HTTP \(response.status.code)")
        }
        let body = try await response.body.collect(upTo: 65_536)
        let token = try JSONDecoder().decode(PayPalToken.self, from: body)
        guard !token.token.isEmpty, (1...10_000_000).contains(token.seconds) else {
            throw PayPalTokenUnavailable(reason: "a token that can't be used")
        }
        return token
    }

    /// As long as PayPal says, within reason.
    private func rest(_ retryAfter: String?) {
        let seconds = retryAfter.flatMap { Int($0) } ?? 5
        restUntil = .now + .seconds(min(max(seconds, 1), 60))
    }
}
