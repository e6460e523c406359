// One HTTP request to the stand-in for Stripe, taken apart; and its errors, put together.

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOFoundationCompat

struct StripeCall: Sendable {
    static let mostBytes = 65_536

    let operation: StripeOperation
    let id: String
    let isPost: Bool
    /// In Stripe's encoding: `line_items[0][quantity]`.
    let form: [String: String]
    let key: String?
    let authorization: String

    init(_ operation: StripeOperation, _ request: Request, id: String) async throws {
        var request = request
        let bytes = Data(buffer: try await request.collectBody(upTo: Self.mostBytes))
        self.operation = operation
        self.id = id
        isPost = request.method == .post
        form = readNestedForm(isPost ? bytes : Data((request.uri.query ?? "").utf8))
        key = request.headers[HTTPField.Name("Idempotency-Key")!]
        authorization = request.headers[.authorization] ?? ""
    }

    var secretKey: String? {
        if authorization.hasPrefix("Bearer ") { return String(authorization.dropFirst(7)) }
        guard authorization.hasPrefix("Basic "),
            let decoded = Data(base64Encoded: String(authorization.dropFirst(6)))
        else { return nil }
        return String(decoding: decoded, as: UTF8.self).split(separator: ":").first.map(String.init)
    }

    /// The fields under a name: `metadata[order]` gives `order`.
    func fields(under name: String) -> [String: String] {
        var found: [String: String] = [:]
        for (field, value) in form where field.hasPrefix(name + "[") && field.hasSuffix("]") {
            found[String(field.dropFirst(name.count + 1).dropLast())] = value
        }
        return found
    }

    func number(_ name: String) -> Int64? { form[name].flatMap { Int64($0) } }

    /// `expand[]=payment_intent`, or with a number between the brackets. Whoever asks for a part of
    /// something asks for it, too.
    func expands(_ name: String) -> Bool {
        form.contains {
            $0.key.hasPrefix("expand[") && ($0.value == name || $0.value.hasPrefix(name + "."))
        }
    }
}

private func readNestedForm(_ bytes: Data) -> [String: String] {
    var components = URLComponents()
    components.percentEncodedQuery = String(decoding: bytes, as: UTF8.self)
        .replacing("+", with: "%20").replacing("[", with: "%5B").replacing("]", with: "%5D")
    let pairs = (components.queryItems ?? []).prefix(500).map { ($0.name, $0.value ?? "") }
    return Dictionary(pairs) { first, _ in first }
}

extension SandboxAnswer {
    static func stripeError(
        _ status: Int, _ type: String, code: String? = nil, _ message: String,
        param: String? = nil, intent: JSON? = nil
    ) -> SandboxAnswer {
        var error: JSON = ["type": .string(type), "message": .string(message)]
        error["code"] = code.map { .string($0) }
        error["param"] = param.map { .string($0) }
        error["payment_intent"] = intent
        return SandboxAnswer(status, ["error": error])
    }

    static func missing(_ what: String, _ id: String) -> SandboxAnswer {
        stripeError(
            404, "invalid_request_error", code: "resource_missing", "No such \(what): '\(id)'",
            param: "id")
    }

    static func wrong(_ param: String, _ message: String) -> SandboxAnswer {
        stripeError(
            400, "invalid_request_error", code: "parameter_invalid", message, param: param)
    }
}
