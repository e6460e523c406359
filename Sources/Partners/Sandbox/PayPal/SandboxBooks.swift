// What the stand-in writes down: orders, captures and refunds, and how each is told to the shop.

import Foundation

struct SandboxOrder: Sendable {
    let id: String
    /// As it was sent.
    let unit: JSON
    let total: SandboxAmount
    let context: JSON?
    let created: Date
    var updated: Date
    var status: Status
    /// The payer chose that the card be declined at the capture.
    var willBeDeclined = false
    var capture: String?

    enum Status: String, Sendable {
        case created = "CREATED"
        case payerActionRequired = "PAYER_ACTION_REQUIRED"
        case approved = "APPROVED"
        case completed = "COMPLETED"
        case voided = "VOIDED"
    }

    var invoice: String? { unit["invoice_id"]?.text }
    var isOpen: Bool { status == .created || status == .payerActionRequired }
}

struct SandboxCapture: Sendable {
    let id: String
    let order: String
    let amount: SandboxAmount
    let invoice: String?
    let custom: String?
    let created: Date
    var updated: Date
    /// Why it is pending; nil once the money is there.
    var pendingReason: String?
    var isDeclined = false
    var refunded: Int64 = 0
    var refunds = 0

    var status: String {
        if pendingReason != nil { return "PENDING" }
        if isDeclined { return "DECLINED" }
        if refunded == 0 { return "COMPLETED" }
        return refunded == amount.units ? "REFUNDED" : "PARTIALLY_REFUNDED"
    }
}

struct SandboxRefund: Sendable {
    let id: String
    let capture: String
    let amount: SandboxAmount
    let totalRefunded: SandboxAmount
    let custom: String?
    let invoice: String?
    let note: String?
    let created: Date
}

/// The one customer of the sandbox.
enum SandboxPayer {
    static let id = "QYR5Z8XDVJNXQ"
    static let mail = "buyer@example.com"
    static let name: JSON = ["given_name": "Sam", "surname": "Sandbox"]
}

private func time(_ date: Date) -> JSON { .string(date.formatted(.iso8601)) }

private func link(_ href: String, _ rel: String, _ method: String = "GET") -> JSON {
    ["href": .string(href), "rel": .string(rel), "method": .string(method)]
}

extension SandboxOrder {
    func told(at base: String, _ capture: SandboxCapture?) -> JSON {
        var unit = unit.keeping([
            "reference_id", "amount", "items", "shipping", "custom_id", "invoice_id",
            "description", "soft_descriptor",
        ])
        if unit["reference_id"] == nil { unit["reference_id"] = "default" }
        if let capture { unit["payments"] = ["captures": [capture.told(at: base)]] }
        var order: JSON = [
            "id": .string(id), "intent": "CAPTURE", "status": .string(status.rawValue),
            "purchase_units": [unit], "create_time": time(created), "update_time": time(updated),
            "links": links(at: base),
        ]
        if context != nil { order["payment_source"] = ["paypal": isOpen ? [:] : payer] }
        if !isOpen {
            order["payer"] = [
                "payer_id": .string(SandboxPayer.id), "name": SandboxPayer.name,
                "email_address": .string(SandboxPayer.mail),
            ]
        }
        return order
    }

    /// The answer to `Prefer: return=minimal`.
    func toldBriefly(at base: String) -> JSON {
        ["id": .string(id), "status": .string(status.rawValue), "links": links(at: base)]
    }

    func approveURL(at base: String) -> String { "\(base)/checkoutnow?token=\(id)" }

    private func links(at base: String) -> JSON {
        let this = "\(base)/v2/checkout/orders/\(id)"
        switch status {
        case .created:
            return [link(this, "self"), link(approveURL(at: base), "approve")]
        case .payerActionRequired:
            return [link(this, "self"), link(approveURL(at: base), "payer-action")]
        case .approved: return [link(this, "self"), link("\(this)/capture", "capture", "POST")]
        case .completed, .voided: return [link(this, "self")]
        }
    }

    private var payer: JSON {
        [
            "email_address": .string(SandboxPayer.mail), "account_id": .string(SandboxPayer.id),
            "account_status": "VERIFIED", "name": SandboxPayer.name,
        ]
    }
}

extension SandboxCapture {
    func told(at base: String) -> JSON {
        // What PayPal charges for itself; a number of the right size is enough here.
        let fee = SandboxAmount(currency: amount.currency, units: amount.units * 349 / 10_000)
        let net = SandboxAmount(currency: amount.currency, units: amount.units - fee.units)
        let this = "\(base)/v2/payments/captures/\(id)"
        var json: JSON = [
            "id": .string(id), "status": .string(status), "amount": amount.json,
            "final_capture": true,
            "seller_protection": [
                "status": "ELIGIBLE",
                "dispute_categories": ["ITEM_NOT_RECEIVED", "UNAUTHORIZED_TRANSACTION"],
            ],
            "seller_receivable_breakdown": [
                "gross_amount": amount.json, "paypal_fee": fee.json, "net_amount": net.json,
            ],
            "create_time": time(created), "update_time": time(updated),
            "links": [
                link(this, "self"), link("\(this)/refund", "refund", "POST"),
                link("\(base)/v2/checkout/orders/\(order)", "up"),
            ],
        ]
        json["status_details"] = pendingReason.map { ["reason": .string($0)] }
        json["invoice_id"] = invoice.map { .string($0) }
        json["custom_id"] = custom.map { .string($0) }
        return json
    }
}

extension SandboxRefund {
    func told(at base: String) -> JSON {
        let this = "\(base)/v2/payments/refunds/\(id)"
        var json: JSON = [
            "id": .string(id), "status": "COMPLETED", "amount": amount.json,
            "seller_payable_breakdown": [
                "gross_amount": amount.json, "net_amount": amount.json,
                "total_refunded_amount": totalRefunded.json,
            ],
            "create_time": time(created), "update_time": time(created),
            "links": [
                link(this, "self"), link("\(base)/v2/payments/captures/\(capture)", "up"),
            ],
        ]
        json["invoice_id"] = invoice.map { .string($0) }
        json["custom_id"] = custom.map { .string($0) }
        json["note_to_payer"] = note.map { .string($0) }
        return json
    }
}
