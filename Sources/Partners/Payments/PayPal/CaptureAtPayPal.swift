// The money that the payer agreed to pay is taken. The order at PayPal can be captured once, and
// the request id stays the same: two guards, because a null answer that was asked again without
// them has charged buyers three times elsewhere.

import Logging
package import Rules

extension PayPal {
    package func capture(
        _ reference: String, requestID: String, expecting: Money
    ) async -> CaptureOutcome {
        let answer = await connection.post(
            "/v2/checkout/orders/\(pathSegment(reference))/capture",
            requestID: "capture-\(requestID)", [String: String]())
        switch answer {
        case .accepted(let body):
            guard let order = PayPalAnswer.read(PayPalOrder.self, body),
                let outcome = order.outcome
            else { return await readBack(reference, expecting: expecting) }
            return checked(outcome, of: reference, expecting: expecting)
        case .refused(let status, let error):
            return await conclude(status, error, on: reference, expecting: expecting)
        case .unclear(let trouble):
            return .unknown(trouble)
        }
    }

    private func conclude(
        _ status: Int, _ error: PayPalError, on reference: String, expecting: Money
    ) async -> CaptureOutcome {
        switch error.code {
        case "ORDER_ALREADY_CAPTURED":
            // The browser's return and PayPal's call-back came together; the other one was first.
            return await readBack(reference, expecting: expecting)
        case "ORDER_NOT_APPROVED", "PAYER_ACTION_REQUIRED", "REDIRECT_PAYER_FOR_ALTERNATE_FUNDING":
            return .needsApproval
        case _ where status == 422 || status == 404:
            return .declined(error.code)
        default:
            // 409 while another request is at it; 400, 401 and 403 are for the operator to see.
            if status != 409 { log.error("PayPal doesn't let us capture: \(status) \(error.code)") }
            return .unknown("\(status) \(error.code)")
        }
    }

    /// What the order itself tells, when the answer to the capture didn't.
    private func readBack(_ reference: String, expecting: Money) async -> CaptureOutcome {
        switch await read(reference) {
        case .captured(let id, let amount, let fee):
            checked(.captured(id, amount, fee: fee), of: reference, expecting: expecting)
        case .pending(let reason): .pending(reason)
        case .unknown(let trouble): .unknown(trouble)
        case .voided: .declined("VOIDED")
        case .declined(let code): .declined(code)
        case .created, .approved, .notFound: .unknown("captured, it was said, but it doesn't show")
        }
    }

    /// Another amount than was agreed is never taken; if it is, it is real money all the same, and
    /// the shop books what came.
    private func checked(
        _ outcome: CaptureOutcome, of reference: String, expecting: Money
    ) -> CaptureOutcome {
        if case .captured(_, let amount, _) = outcome, amount != expecting {
            log.critical("PayPal captured \(amount) for \(reference) instead of \(expecting)")
        }
        return outcome
    }
}

extension PayPalOrder {
    /// What became of the money, when the order tells of any capture. Money that came counts more
    /// than an attempt that failed before it. An order can be COMPLETED although its capture
    /// failed.
    var outcome: CaptureOutcome? {
        let outcomes = captures.map(\.outcome)
        func first(_ isWanted: (CaptureOutcome) -> Bool) -> CaptureOutcome? {
            outcomes.first(where: isWanted)
        }
        return first { if case .captured = $0 { true } else { false } }
            ?? first { if case .unknown = $0 { true } else { false } }
            ?? first { if case .pending = $0 { true } else { false } }
            ?? outcomes.last
    }
}

extension PayPalCapture {
    fileprivate var outcome: CaptureOutcome {
        switch status {
        case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED":
            guard let amount = amount?.money else { return .unknown("an amount nobody can read") }
            return .captured(id, amount, fee: breakdown?.fee?.money)
        case "PENDING": return .pending(details?.reason ?? "PENDING")
        case "DECLINED", "FAILED": return .declined(details?.reason ?? status ?? "DECLINED")
        default: return .unknown("a capture that is \(status ?? "nothing")")
        }
    }
}
