// Asked again under the same request id, the stand-in does nothing new.

import Foundation

extension PayPalSandbox {
    /// What was done under a request id, and until when PayPal knows of it.
    struct Remembered: Sendable {
        let path: String
        let body: JSON?
        let made: String
        let until: Date
    }

    func remember(_ call: SandboxCall, _ made: String) {
        guard let id = call.requestID else { return }
        // Orders: six hours; payments: forty-five days.
        let hours = call.operation == .refund ? 45.0 * 24 : 6
        requests["\(call.operation) \(id)"] = Remembered(
            path: call.id, body: call.body, made: made,
            until: now().addingTimeInterval(hours * 3600))
    }

    /// Asked again under the same name, PayPal tells the latest of what it did the first time, as a
    /// 200. Something else under the same name is refused; the specification says nothing of it.
    func replay(_ call: SandboxCall) -> SandboxAnswer? {
        guard call.isPost, let id = call.requestID, let known = requests["\(call.operation) \(id)"],
            known.until > now()
        else { return nil }
        guard known.path == call.id, known.body == call.body else {
            return error(422, [SandboxIssue("DUPLICATE_REQUEST_ID")])
        }
        if call.operation == .refund {
            // The specification has no 200 for a refund.
            return refunds[known.made].map { SandboxAnswer(201, $0.told(at: publicURL)) } ?? missing
        }
        return orders[known.made].map { SandboxAnswer(200, tell($0, call)) } ?? missing
    }
}
