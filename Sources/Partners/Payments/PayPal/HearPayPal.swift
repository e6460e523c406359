// A notice in PayPal's name. PayPal signs the id and time of the transmission, the id of our
// webhook and the checksum of the body; the key is in a certificate whose address comes along.

import Foundation
package import Rules
import X509

extension PayPal {
    package func hear(_ notice: RawNotice, at now: Moment) async -> Heard {
        guard let webhook = settings.webhookID else { return .forged("no webhook is set up") }
        guard let transmission = notice.headers["paypal-transmission-id"],
            let time = notice.headers["paypal-transmission-time"],
            let signature = notice.headers["paypal-transmission-sig"]
                .flatMap({ Data(base64Encoded: $0) }),
            let address = notice.headers["paypal-cert-url"]
        else { return .forged("not signed") }
        // One algorithm, whatever a stranger would like better.
        guard notice.headers["paypal-auth-algo"] == "SHA256withRSA" else {
            return .forged("signed in another way")
        }
        guard let url = PayPalCertificateURL(address, baseURL: settings.baseURL) else {
            return .forged("a certificate from elsewhere")
        }
        let key: Certificate.PublicKey
        switch await certificates.key(at: url, now: now) {
        case .key(let found): key = found
        case .wrong(let why): return .forged(why)
        case .unknown(let trouble): return .unknown(trouble)
        }
        let signed = "\(transmission)|\(time)|\(webhook)|\(CRC32.of(notice.body))"
        guard
            key.isValidSignature(
                signature, for: Data(signed.utf8), signatureAlgorithm: .sha256WithRSAEncryption)
        else { return .forged("the signature isn't of this notice") }
        guard let heard = understand(String(decoding: notice.body, as: UTF8.self)) else {
            return .forged("nothing that can be read")
        }
        return .genuine(heard)
    }

    package func understand(_ body: String) -> HeardNotice? {
        guard let notice = try? JSONDecoder().decode(PayPalNotice.self, from: Data(body.utf8)),
            !notice.id.isEmpty, notice.id.utf8.count <= 255
        else { return nil }
        let happened = notice.created.flatMap(PayPalTime.moment) ?? Moment(milliseconds: 0)
        return HeardNotice(
            event: notice.id, kind: notice.kind, about: notice.about, happened: happened,
            matter: notice.matter)
    }
}

enum PayPalTime {
    /// As PayPal wants it in a question.
    static func text(_ moment: Moment) -> String {
        Date(timeIntervalSince1970: Double(moment.milliseconds / 1000)).formatted(.iso8601)
    }

    /// `2026-11-24T20:00:00Z`, with or without fractions of a second.
    static func moment(_ text: String) -> Moment? {
        let date =
            (try? Date(text, strategy: .iso8601))
            ?? (try? Date(text, strategy: .iso8601.time(includingFractionalSeconds: true)))
        return date.map { Moment(milliseconds: Int64(($0.timeIntervalSince1970 * 1000).rounded())) }
    }
}

/// Only what we act on: what the notice names. What it says of amounts and states is asked again.
private struct PayPalNotice: Decodable {
    let id: String
    let kind: String
    let created: String?
    let resource: Resource?

    enum CodingKeys: String, CodingKey {
        case id, resource
        case kind = "event_type"
        case created = "create_time"
    }

    struct Resource: Decodable {
        let id: String?
        let custom: String?
        let units: [Unit]?
        let supplementary: Supplementary?
        let links: [PayPalLink]?
        // Of a dispute
        let dispute: String?
        let transactions: [Transaction]?
        let reason: String?
        let status: String?
        let amount: PayPalAmount?
        let disputed: PayPalAmount?
        let outcome: Outcome?

        enum CodingKeys: String, CodingKey {
            case id, links, reason, status, amount
            case custom = "custom_id"
            case units = "purchase_units"
            case supplementary = "supplementary_data"
            case dispute = "dispute_id"
            case transactions = "disputed_transactions"
            case disputed = "dispute_amount"
            case outcome = "dispute_outcome"
        }
    }

    struct Unit: Decodable {
        let custom: String?
        enum CodingKeys: String, CodingKey { case custom = "custom_id" }
    }

    struct Supplementary: Decodable {
        let related: Related?
        enum CodingKeys: String, CodingKey { case related = "related_ids" }
    }

    struct Related: Decodable {
        let order: String?
        let capture: String?
        enum CodingKeys: String, CodingKey {
            case order = "order_id"
            case capture = "capture_id"
        }
    }

    struct Transaction: Decodable {
        let seller: String?
        enum CodingKeys: String, CodingKey { case seller = "seller_transaction_id" }
    }

    struct Outcome: Decodable {
        let code: String?
        enum CodingKeys: String, CodingKey { case code = "outcome_code" }
    }

    var about: HeardNotice.Subject {
        let related = resource?.supplementary?.related
        switch true {
        case kind.hasPrefix("CHECKOUT."):
            return .init(request: resource?.units?.first?.custom, reference: resource?.id)
        case kind.hasPrefix("CUSTOMER.DISPUTE."):
            return .init(capture: resource?.transactions?.first?.seller)
        case kind == "PAYMENT.CAPTURE.REFUNDED" || kind.hasPrefix("PAYMENT.REFUND."):
            return .init(capture: related?.capture ?? captureAbove)
        case kind.hasPrefix("PAYMENT.CAPTURE."):
            return .init(
                request: resource?.custom, reference: related?.order, capture: resource?.id)
        default: return .init()
        }
    }

    /// A refund names its capture only in the link upwards.
    private var captureAbove: String? {
        resource?.links?.first { $0.rel == "up" }?.href.split(separator: "/").last.map(String.init)
    }

    var matter: HeardNotice.Matter {
        switch true {
        case kind == "PAYMENT.CAPTURE.REFUNDED" || kind.hasPrefix("PAYMENT.REFUND."): .refund
        case kind == "PAYMENT.CAPTURE.REVERSED": reversal ?? .payment
        case kind.hasPrefix("CHECKOUT."), kind.hasPrefix("PAYMENT.CAPTURE."): .payment
        case kind.hasPrefix("CUSTOMER.DISPUTE."): dispute ?? .other
        default: .other
        }
    }

    /// Money that was taken back without a dispute that we were told of: lost, under its own name.
    private var reversal: HeardNotice.Matter? {
        guard let id = resource?.id, let amount = resource?.amount?.money else { return nil }
        return .dispute(
            DisputedMoney(reference: "reversal-\(id)", amount: amount, reason: kind, state: .lost))
    }

    private var dispute: HeardNotice.Matter? {
        guard let id = resource?.dispute, let amount = resource?.disputed?.money else { return nil }
        let state: Dispute.State =
            switch resource?.outcome?.code {
            case "RESOLVED_BUYER_FAVOUR", "ACCEPTED": .lost
            case "RESOLVED_SELLER_FAVOUR", "RESOLVED_WITH_PAYOUT", "CANCELED_BY_BUYER", "DENIED":
                .won
            default: resource?.status == "RESOLVED" ? .won : .open
            }
        return .dispute(
            DisputedMoney(
                reference: id, amount: amount, reason: resource?.reason ?? "OTHER", state: state))
    }
}
