// What the stand-in for PayPal tells the shop unasked, in PayPal's envelope and with its signature.

import Foundation

extension PayPalSandbox {
    /// The webhook's id, which an operator would read off PayPal's pages.
    package static let webhookID = "1JE4291016473214C"

    /// Where the shop hears notices; nil for a shop that wants none.
    package func sendNotices(to address: String?) async { await post.deliver(to: address) }

    /// What becomes of the next notices, one each.
    package func scriptNotices(_ faults: [NoticeFault]) async { await post.order(faults) }

    /// Those that were held back go out, the last one first.
    package func letGoOfNotices() async { await post.letGo() }

    /// Everything that was signed since somebody wanted notices.
    package var notices: [SandboxNotice] { get async { await post.sent } }

    /// The buyer claims the money of a captured order back; or the claim is decided.
    package func dispute(
        order id: String, reason: String = "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
        outcome: String? = nil
    ) async {
        guard let order = orders[id], let capture = order.capture.flatMap({ captures[$0] }) else {
            return
        }
        var resource: JSON = [
            "dispute_id": .string("PP-D-\(capture.id.prefix(6))"),
            "create_time": .string(now().formatted(.iso8601)),
            "update_time": .string(now().formatted(.iso8601)),
            "disputed_transactions": [["seller_transaction_id": .string(capture.id)]],
            "reason": .string(reason), "status": outcome == nil ? "OPEN" : "RESOLVED",
            "dispute_amount": capture.amount.json, "dispute_life_cycle_stage": "INQUIRY",
        ]
        if let outcome { resource["dispute_outcome"] = ["outcome_code": .string(outcome)] }
        await tell(
            outcome == nil ? "CUSTOMER.DISPUTE.CREATED" : "CUSTOMER.DISPUTE.RESOLVED", "dispute",
            resource)
    }

    func tell(order: SandboxOrder, _ kind: String) async {
        await tell(kind, "checkout-order", told(order))
    }

    func tell(capture id: String) async {
        guard let capture = captures[id] else { return }
        let kind =
            switch capture.status {
            case "PENDING": "PAYMENT.CAPTURE.PENDING"
            case "DECLINED": "PAYMENT.CAPTURE.DENIED"
            default: "PAYMENT.CAPTURE.COMPLETED"
            }
        var resource = capture.told(at: publicURL)
        resource["supplementary_data"] = ["related_ids": ["order_id": .string(capture.order)]]
        await tell(kind, "capture", resource)
    }

    func tell(refund: SandboxRefund) async {
        await tell("PAYMENT.CAPTURE.REFUNDED", "refund", refund.told(at: publicURL))
    }

    private func tell(_ kind: String, _ type: String, _ resource: JSON) async {
        guard await post.address != nil else { return }
        let event: JSON = [
            "id": .string("WH-\(name(17))-\(name(17))"), "event_version": "1.0",
            "create_time": .string(now().formatted(.iso8601)), "resource_type": .string(type),
            "resource_version": "2.0", "event_type": .string(kind),
            "summary": .string("The sandbox tells of \(kind)"), "resource": resource,
        ]
        let body = [UInt8](event.written)
        let transmission = UUID().uuidString.lowercased()
        let time = now().formatted(.iso8601)
        let signed = "\(transmission)|\(time)|\(Self.webhookID)|\(CRC32.of(body))"
        await post.post { [certificates, publicURL] fault in
            let name =
                fault == .expiredCertificate
                ? SandboxCertificates.expiredName : SandboxCertificates.name
            let text = fault == .wrongSignature ? signed + "0" : signed
            return SandboxNotice(
                headers: [
                    "PAYPAL-TRANSMISSION-ID": transmission, "PAYPAL-TRANSMISSION-TIME": time,
                    "PAYPAL-TRANSMISSION-SIG": certificates.signature(of: text),
                    "PAYPAL-CERT-URL": "\(publicURL)/v1/notifications/certs/\(name)",
                    "PAYPAL-AUTH-ALGO": "SHA256withRSA",
                ], body: body)
        }
    }
}
