// A notice in Stripe's name: signed with a secret that only Stripe and the operator know, over the
// time and the body as it came.

import Crypto
import Foundation
package import Rules

extension Stripe {
    /// How far the clocks may be apart; Stripe signs each attempt anew, so a late one isn't old.
    private static let tolerance = Span.minutes(5)

    package func hear(_ notice: RawNotice, at now: Moment) async -> Heard {
        guard !settings.webhookSecrets.isEmpty else { return .forged("no webhook is set up") }
        guard let header = notice.headers["stripe-signature"],
            let signature = StripeSignature(header)
        else { return .forged("not signed") }
        let age = now - signature.time
        guard age <= Self.tolerance, Span.zero - Self.tolerance <= age else {
            return .forged("signed at another time")
        }
        let signed = Array("\(signature.seconds).".utf8) + notice.body
        let isGenuine = settings.webhookSecrets.contains { secret in
            let key = SymmetricKey(data: Data(secret.utf8))
            return signature.codes.contains { code in
                // Constant in time: how far a guess was right shows nowhere.
                HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key)
            }
        }
        guard isGenuine else { return .forged("the signature isn't of this notice") }
        guard let heard = understand(String(decoding: notice.body, as: UTF8.self)) else {
            return .forged("nothing that can be read")
        }
        return .genuine(heard)
    }

    package func understand(_ body: String) -> HeardNotice? {
        guard let notice = try? JSONDecoder().decode(StripeNotice.self, from: Data(body.utf8)),
            !notice.id.isEmpty, notice.id.utf8.count <= 255
        else { return nil }
        return HeardNotice(
            event: notice.id, kind: notice.kind, about: notice.about,
            happened: Moment(seconds: notice.created ?? 0), matter: notice.matter)
    }
}

/// `t=1492774577,v1=5257a869…,v1=…`: several while one secret takes over from another.
struct StripeSignature {
    let seconds: Int64
    let codes: [[UInt8]]

    var time: Moment { Moment(seconds: seconds) }

    init?(_ header: String) {
        guard header.utf8.count <= 2000 else { return nil }
        var seconds: Int64?
        var codes: [[UInt8]] = []
        for part in header.split(separator: ",").prefix(20) {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            switch pair[0] {
            case "t": seconds = Int64(pair[1])
            case "v1": if let code = Self.bytes(pair[1]) { codes.append(code) }
            default: break
            }
        }
        // Far from any overflow when milliseconds are made of it.
        guard let seconds, (0...100_000_000_000).contains(seconds), !codes.isEmpty else {
            return nil
        }
        self.seconds = seconds
        self.codes = codes
    }

    /// 32 bytes in hexadecimal, or nothing.
    private static func bytes(_ text: Substring) -> [UInt8]? {
        guard text.utf8.count == 64 else { return nil }
        var bytes: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}

/// Only what we act on: what the notice names. What it says of amounts and states is asked again.
private struct StripeNotice: Decodable {
    let id: String
    let kind: String
    let created: Int64?
    let inside: Inside?

    enum CodingKeys: String, CodingKey {
        case id, created
        case kind = "type"
        case inside = "data"
    }

    struct Inside: Decodable { let object: Object? }

    struct Object: Decodable {
        let id: String?
        let reference: String?
        let metadata: [String: String]?
        let intent: String?
        let amount: Int64?
        let currency: String?
        let reason: String?
        let status: String?

        enum CodingKeys: String, CodingKey {
            case id, metadata, amount, currency, reason, status
            case reference = "client_reference_id"
            case intent = "payment_intent"
        }
    }

    var about: HeardNotice.Subject {
        let object = inside?.object
        switch true {
        case kind.hasPrefix("checkout.session."):
            return .init(
                request: object?.metadata?["payment"] ?? object?.reference, reference: object?.id)
        case kind.hasPrefix("payment_intent."):
            return .init(request: object?.metadata?["payment"], capture: object?.id)
        default:
            return .init(capture: object?.intent)
        }
    }

    var matter: HeardNotice.Matter {
        switch true {
        case kind == "refund.failed": inside?.object?.id.map { .refundFailed($0) } ?? .other
        case kind.hasPrefix("charge.dispute."): dispute ?? .other
        case kind.hasPrefix("refund."), kind == "charge.refunded", kind == "charge.refund.updated":
            .refund
        case kind.hasPrefix("checkout.session."), kind.hasPrefix("payment_intent."),
            kind.hasPrefix("charge."):
            .payment
        default: .other
        }
    }

    private var dispute: HeardNotice.Matter? {
        guard let object = inside?.object, let id = object.id, let units = object.amount,
            let amount = StripeAmount(currency: object.currency ?? "", units: units).money
        else { return nil }
        let state: Dispute.State =
            switch object.status {
            case "won", "warning_closed", "prevented": .won
            case "lost": .lost
            default: .open
            }
        return .dispute(
            DisputedMoney(
                reference: id, amount: amount, reason: object.reason ?? "general", state: state))
    }
}
