// What the stand-in for Stripe writes down, and how each is told to the shop.

import Foundation

struct SandboxIntent: Sendable {
    let id: String
    let amount: Int64
    let currency: String
    let isManual: Bool
    let metadata: [String: String]
    let created: Date
    var status: Status
    var card: SandboxCard?
    var failure: SandboxCard.Refusal?
    var charge: String?
    var received: Int64 = 0
    var refunded: Int64 = 0
    var isDisputed = false
    var returnURL: String?

    enum Status: String, Sendable {
        case requiresPaymentMethod = "requires_payment_method"
        case requiresConfirmation = "requires_confirmation"
        case requiresAction = "requires_action"
        case requiresCapture = "requires_capture"
        case succeeded
        case canceled
    }
}

struct SandboxSession: Sendable {
    let id: String
    let intent: String
    let lines: [(name: String, total: Int64)]
    let successURL: String
    let cancelURL: String?
    let reference: String?
    let metadata: [String: String]
    let created: Date
    var isExpired = false
}

struct SandboxCardRefund: Sendable {
    let id: String
    let intent: String
    let charge: String
    let amount: Int64
    let currency: String
    let metadata: [String: String]
    let created: Date
    var status = "succeeded"
}

private func stamp(_ date: Date) -> JSON { .number(date.timeIntervalSince1970.rounded(.down)) }

private func texts(_ fields: [String: String]) -> JSON {
    .object(fields.mapValues { .string($0) })
}

private func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

private func number(_ value: Int64) -> JSON { .number(Double(value)) }

extension SandboxIntent {
    /// - Parameter isExpanded: with the charge and its movement, where there is one.
    func told(at base: String, isExpanded: Bool = false) -> JSON {
        var told: JSON = [
            "id": .string(id), "object": "payment_intent", "amount": number(amount),
            "amount_capturable": number(status == .requiresCapture ? amount : 0),
            "amount_received": number(received), "currency": .string(currency),
            "capture_method": isManual ? "manual" : "automatic",
            "client_secret": .string("\(id)_secret_sandbox"), "created": stamp(created),
            "livemode": false, "metadata": texts(metadata), "status": .string(status.rawValue),
            "latest_charge": text(charge), "payment_method_types": ["card"],
            "payment_method": card == nil ? .null : .string("pm_\(id.dropFirst(3))"),
            "last_payment_error": failure.map { $0.error(of: nil) } ?? .null,
            "next_action": .null,
        ]
        if status == .requiresAction {
            told["next_action"] = [
                "type": "redirect_to_url",
                "redirect_to_url": [
                    "url": .string("\(base)/3ds/\(id)"), "return_url": text(returnURL),
                ],
            ]
        }
        if isExpanded, charge != nil {
            var whole = toldCharge
            whole["balance_transaction"] = status == .succeeded ? movement : .null
            told["latest_charge"] = whole
        }
        return told
    }

    /// As a charge: what refunds and disputes are of.
    var toldCharge: JSON {
        [
            "id": text(charge), "object": "charge", "amount": number(amount),
            "amount_captured": number(received), "amount_refunded": number(refunded),
            "currency": .string(currency), "created": stamp(created), "livemode": false,
            "metadata": texts(metadata), "payment_intent": .string(id), "paid": true,
            "captured": .bool(status == .succeeded),
            "refunded": .bool(refunded == received && received > 0),
            "disputed": .bool(isDisputed), "status": "succeeded",
        ]
    }

    /// What Stripe keeps for itself; a number of the right size is enough here.
    var fee: Int64 { received * 29 / 1000 + 30 }

    var movement: JSON {
        [
            "id": .string("txn_\(id.dropFirst(3))"), "object": "balance_transaction",
            "type": "charge", "amount": number(received), "currency": .string(currency),
            "fee": number(fee), "net": number(received - fee), "created": stamp(created),
            "source": toldCharge,
        ]
    }
}

extension SandboxCard.Refusal {
    /// As an error's inside; `intent` is told along in an answer.
    func error(of intent: JSON?) -> JSON {
        var error: JSON = [
            "type": "card_error", "code": .string(code), "message": .string(message),
        ]
        error["decline_code"] = declineCode.map { .string($0) }
        error["payment_intent"] = intent
        return error
    }
}

extension SandboxSession {
    /// - Parameter isExpanded: whether the intent is told whole, `withCharge` or without.
    func told(
        at base: String, _ intent: SandboxIntent, isExpanded: Bool, withCharge: Bool = false
    ) -> JSON {
        let isPaid = intent.status == .requiresCapture || intent.status == .succeeded
        let isOver = isExpired || intent.status == .canceled
        return [
            "id": .string(id), "object": "checkout.session", "mode": "payment",
            "status": isPaid ? "complete" : isOver ? "expired" : "open",
            "payment_status": intent.status == .succeeded ? "paid" : "unpaid",
            "url": isPaid || isOver ? .null : .string("\(base)/pay/\(id)"),
            "payment_intent": isExpanded
                ? intent.told(at: base, isExpanded: withCharge) : .string(intent.id),
            "amount_total": number(intent.amount), "amount_subtotal": number(intent.amount),
            "currency": .string(intent.currency), "client_reference_id": text(reference),
            "success_url": .string(successURL), "cancel_url": text(cancelURL),
            "created": stamp(created), "expires_at": stamp(created + 86_400), "livemode": false,
            "metadata": texts(metadata), "payment_method_types": ["card"],
        ]
    }
}

extension SandboxCardRefund {
    var told: JSON {
        [
            "id": .string(id), "object": "refund", "amount": number(amount),
            "currency": .string(currency), "charge": .string(charge),
            "payment_intent": .string(intent), "created": stamp(created),
            "metadata": texts(metadata), "status": .string(status), "reason": .null,
        ]
    }

    var movement: JSON {
        [
            "id": .string("txn_\(id.dropFirst(3))"), "object": "balance_transaction",
            "type": "refund", "amount": number(-amount), "currency": .string(currency),
            "fee": 0, "net": number(-amount), "created": stamp(created), "source": told,
        ]
    }
}
