// How the stand-in for Stripe takes a call: through its script of faults, past the door, to the
// verb it asks for. What is asked again under the same key is answered as it was.

import Foundation

extension StripeSandbox {
    struct Remembered: Sendable {
        let path: String
        let form: [String: String]
        let answer: SandboxAnswer
        let until: Date
    }

    func answer(_ call: StripeCall) async throws -> SandboxReply {
        calls[call.operation, default: 0] += 1
        let fault = faults.next(for: call.operation)
        let key = call.isPost ? call.key : nil
        if let key, !inProgress.insert(key).inserted {
            return .whole(
                .stripeError(
                    409, "invalid_request_error", code: "idempotency_key_in_use",
                    "There is currently another in-progress request using this key."))
        }
        defer { if let key { inProgress.remove(key) } }
        switch fault {
        case .tooManyRequests:
            return .whole(
                .stripeError(429, "invalid_request_error", code: "rate_limit", "Too many requests"))
        case .failBefore: return .whole(.stripeError(500, "api_error", "An error occurred"))
        case .delay(let duration): try await Task.sleep(for: duration)
        default: break
        }
        let answer = await remembered(call, fault)
        switch fault {
        case .failAfter: return .whole(.stripeError(500, "api_error", "An error occurred"))
        case .dropAfter: return .broken(answer)
        case .unreadableAfter: return .unreadable
        case .stallAfter(let duration):
            try await Task.sleep(for: duration)
            return .whole(answer)
        default: return .whole(answer)
        }
    }

    /// Refusals of malformed requests aren't remembered; what was carried out is, for a day.
    private func remembered(_ call: StripeCall, _ fault: SandboxFault) async -> SandboxAnswer {
        guard call.secretKey == Self.secretKey else {
            return .stripeError(401, "invalid_request_error", "Invalid API Key provided")
        }
        guard call.isPost, let key = call.key else { return await perform(call, fault) }
        guard key.utf8.count <= 255 else { return .wrong("Idempotency-Key", "Too long") }
        let path = "\(call.operation) \(call.id)"
        if let known = requests[key], known.until > now() {
            guard known.path == path, known.form == call.form else {
                return .stripeError(
                    400, "idempotency_error",
                    "Keys for idempotent requests can only be used with the same parameters.")
            }
            return known.answer
        }
        let answer = await perform(call, fault)
        if answer.status < 300 || answer.status == 402 {
            requests[key] = Remembered(
                path: path, form: call.form, answer: answer, until: now() + 86_400)
        }
        return answer
    }

    private func perform(_ call: StripeCall, _ fault: SandboxFault) async -> SandboxAnswer {
        switch call.operation {
        case .createSession: return createSession(call)
        case .readSession:
            guard let session = sessions[call.id] else { return .missing("session", call.id) }
            return SandboxAnswer(
                200,
                session.told(
                    at: publicURL, intents[session.intent]!,
                    isExpanded: call.expands("payment_intent"),
                    withCharge: call.expands("payment_intent.\(Self.movementOfIntent)")))
        case .expireSession: return expire(call)
        case .createIntent: return await createIntent(call)
        case .readIntent:
            guard let intent = intents[call.id] else { return .missing("intent", call.id) }
            return SandboxAnswer(200, told(intent, to: call))
        case .confirm: return await confirm(call)
        case .capture:
            if case .refuse(let code) = fault {
                let refusal = SandboxCard.Refusal.declined(code)
                return SandboxAnswer(402, ["error": refusal.error(of: nil)])
            }
            return await capture(call)
        case .cancel: return await cancel(call)
        case .refund: return await refund(call)
        case .readRefund:
            guard let refund = refunds[call.id] else { return .missing("refund", call.id) }
            return SandboxAnswer(200, refund.told)
        case .movements: return movements(call)
        }
    }

    private static let movementOfIntent = "latest_charge.balance_transaction"

    func told(_ session: SandboxSession) -> JSON {
        session.told(at: publicURL, intents[session.intent]!, isExpanded: false)
    }

    /// With as much of it as the call asks for.
    func told(_ intent: SandboxIntent, to call: StripeCall) -> JSON {
        intent.told(at: publicURL, isExpanded: call.expands(Self.movementOfIntent))
    }
}
