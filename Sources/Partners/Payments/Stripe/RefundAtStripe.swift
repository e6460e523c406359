// Money goes back to the card it came from.

import Logging
package import Rules

extension Stripe {
    package func refund(
        _ capture: String, amount: Money, requestID: String, note: String
    ) async -> RefundOutcome {
        guard let wanted = StripeAmount(amount) else {
            return .refused("\(amount) isn't an amount Stripe deals in")
        }
        var form = StripeForm()
        form["payment_intent"] = stripeName(capture)
        form["amount"] = String(wanted.units)
        // Stripe shows buyers no words of ours; the note is for whoever reads its dashboard.
        form["metadata[refund]"] = requestID
        form["metadata[note]"] = note.isEmpty ? nil : note.cut(to: 500)
        switch await connection.post("/v1/refunds", key: "refund-\(requestID)", form) {
        case .accepted(let body):
            guard let refund = StripeAnswer.read(StripeRefund.self, body) else {
                return .unknown("Stripe's answer can't be read")
            }
            return await latest(of: refund)
        case .refused(let status, let error):
            return conclude(status, error)
        case .unclear(let trouble):
            return .unknown(trouble)
        }
    }

    /// Under the same key Stripe repeats its first answer for ever, and that may have been
    /// `pending`; so a refund that isn't done is looked at itself.
    private func latest(of refund: StripeRefund) async -> RefundOutcome {
        if refund.status == "succeeded" { return refund.outcome }
        let path = "/v1/refunds/\(stripeName(refund.id))"
        guard case .accepted(let body) = await connection.get(path),
            let now = StripeAnswer.read(StripeRefund.self, body)
        else { return refund.outcome }
        return now.outcome
    }

    private func conclude(_ status: Int, _ error: StripeError) -> RefundOutcome {
        switch (status, error.code) {
        // The money is owed all the same: the operator's balance fills up.
        case (400, "balance_insufficient"), (402, "balance_insufficient"):
            log.error("Stripe can't refund yet: \(error.told)")
            return .unknown(error.told)
        case (400, _), (402, _), (404, _): return .refused(error.told)
        default:
            log.error("Stripe doesn't let us refund: \(status) \(error.told)")
            return .unknown("\(status) \(error.told)")
        }
    }
}

extension StripeRefund {
    fileprivate var outcome: RefundOutcome {
        switch status {
        case "succeeded":
            guard let amount, let currency,
                let money = StripeAmount(currency: currency, units: amount).money
            else { return .unknown("an amount nobody can read") }
            return .refunded(id, money)
        case "failed", "canceled": return .refused(failure ?? status ?? "failed")
        default: return .unknown("a refund that is \(status ?? "nothing")")
        }
    }
}
