// The money that a card was held for is taken: the whole of it, once.

import Logging
package import Rules

extension Stripe {
    package func capture(
        _ reference: String, requestID: String, expecting: Money
    ) async -> CaptureOutcome {
        let intent: StripeIntent
        switch await look(reference) {
        case .found(_, let found?): intent = found
        case .found(_, nil): return .needsApproval
        case .notFound: return .declined("resource_missing")
        case .unknown(let trouble): return .unknown(trouble)
        }
        guard let wanted = StripeAmount(expecting) else {
            return .declined("\(expecting) isn't an amount Stripe deals in")
        }
        var form = StripeForm()
        form["amount_to_capture"] = String(wanted.units)
        form["expand[]"] = StripeIntent.withFee
        let answer = await connection.post(
            "/v1/payment_intents/\(stripeName(intent.id))/capture", key: "capture-\(requestID)",
            form)
        switch answer {
        case .accepted(let body):
            guard let intent = StripeAnswer.read(StripeIntent.self, body) else {
                return await readBack(reference)
            }
            return outcome(of: intent, expecting: expecting)
        case .refused(let status, let error):
            return await conclude(status, error, on: reference)
        case .unclear(let trouble):
            return .unknown(trouble)
        }
    }

    private func outcome(of intent: StripeIntent, expecting: Money) -> CaptureOutcome {
        guard intent.status == "succeeded" else {
            return .unknown("an intent that is \(intent.status ?? "nothing")")
        }
        guard let taken = intent.taken else { return .unknown("an amount nobody can read") }
        if taken != expecting {
            log.critical("Stripe captured \(taken) for \(intent.id) instead of \(expecting)")
        }
        return .captured(intent.id, taken, fee: intent.fee)
    }

    private func conclude(
        _ status: Int, _ error: StripeError, on reference: String
    ) async -> CaptureOutcome {
        switch (status, error.code) {
        // Captured already, let go of, or not held yet: it says which itself.
        case (_, "payment_intent_unexpected_state"), (_, "charge_already_captured"),
            (_, "charge_expired_for_capture"):
            return await readBack(reference)
        case (402, _): return .declined(error.told)
        case (404, _): return .declined(error.told)
        default:
            // 401 and 403 are about our key, 400 about our request: for the operator to see.
            log.error("Stripe doesn't let us capture: \(status) \(error.told)")
            return .unknown("\(status) \(error.told)")
        }
    }

    /// What the intent itself tells, when the answer to the capture didn't.
    private func readBack(_ reference: String) async -> CaptureOutcome {
        switch await read(reference) {
        case .captured(let id, let amount, let fee): .captured(id, amount, fee: fee)
        case .pending(let reason): .pending(reason)
        case .unknown(let trouble): .unknown(trouble)
        case .declined(let code): .declined(code)
        case .voided, .notFound: .declined("canceled")
        case .created: .needsApproval
        case .approved: .unknown("captured, it was said, but it doesn't show")
        }
    }
}
