// Money goes back. PayPal remembers the request id of a refund for 45 days.

import Logging
package import Rules

extension PayPal {
    package func refund(
        _ capture: String, amount: Money, requestID: String, note: String
    ) async -> RefundOutcome {
        guard let wanted = PayPalAmount(amount) else {
            return .refused("\(amount) isn't an amount PayPal deals in")
        }
        let answer = await connection.post(
            "/v2/payments/captures/\(pathSegment(capture))/refund",
            requestID: "refund-\(requestID)",
            PayPalRefundRequest(
                amount: wanted, customID: requestID,
                note: note.isEmpty ? nil : note.cut(to: 255)))
        switch answer {
        case .accepted(let body):
            return PayPalAnswer.read(PayPalRefund.self, body)?.outcome
                ?? .unknown("PayPal's answer can't be read")
        case .refused(let status, let error):
            return conclude(status, error)
        case .unclear(let trouble):
            return .unknown(trouble)
        }
    }

    private func conclude(_ status: Int, _ error: PayPalError) -> RefundOutcome {
        switch (status, error.code) {
        // The money is owed all the same: the operator's balance fills up, the capture clears.
        case (422, "REFUND_FAILED_INSUFFICIENT_FUNDS"), (422, "PENDING_CAPTURE"):
            log.error("PayPal can't refund yet: \(error.code)")
            return .unknown(error.code)
        case (422, _), (404, _):
            return .refused(error.code)
        default:
            if status != 409 { log.error("PayPal doesn't let us refund: \(status) \(error.code)") }
            return .unknown("\(status) \(error.code)")
        }
    }
}

extension PayPalRefund {
    fileprivate var outcome: RefundOutcome {
        switch status {
        case "COMPLETED":
            guard let amount = amount?.money else { return .unknown("an amount nobody can read") }
            return .refunded(id, amount)
        case "FAILED", "CANCELLED": return .refused(details?.reason ?? status ?? "FAILED")
        // On its way, but it may still fail: whoever asks again is told the latest.
        default: return .unknown("a refund that is \(status ?? "nothing")")
        }
    }
}
