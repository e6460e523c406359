// What Stripe knows of a payment.

import NIOCore
package import Rules

extension Stripe {
    package func read(_ reference: String) async -> ProviderState {
        switch await look(reference) {
        case .found(let session, let intent): state(of: session, intent)
        case .notFound: .notFound
        case .unknown(let trouble): .unknown(trouble)
        }
    }

    enum Look {
        case found(StripeSession?, StripeIntent?)
        case notFound
        case unknown(String)
    }

    /// A session with its intent. What begins with `pi_` is an intent without a page.
    func look(_ reference: String) async -> Look {
        let name = stripeName(reference)
        if name.hasPrefix("pi_") {
            return await look(
                at: "/v1/payment_intents/\(name)?expand[]=\(StripeIntent.withFee)"
            ) {
                StripeAnswer.read(StripeIntent.self, $0).map { .found(nil, $0) }
            }
        }
        let expanded = "payment_intent.\(StripeIntent.withFee)"
        return await look(at: "/v1/checkout/sessions/\(name)?expand[]=\(expanded)") {
            StripeAnswer.read(StripeSession.self, $0).map { session in
                if case .whole(let intent) = session.intent { return .found(session, intent) }
                return .found(session, nil)
            }
        }
    }

    private func look(
        at path: String, _ read: (ByteBuffer) -> Look?
    ) async -> Look {
        switch await connection.get(path) {
        case .accepted(let body): read(body) ?? .unknown("Stripe's answer can't be read")
        case .refused(status: 404, _): .notFound
        case .refused(let status, let error): .unknown("\(status) \(error.told)")
        case .unclear(let trouble): .unknown(trouble)
        }
    }

    private func state(of session: StripeSession?, _ intent: StripeIntent?) -> ProviderState {
        switch intent?.status {
        case "succeeded":
            guard let intent, let taken = intent.taken else {
                return .unknown("an amount nobody can read")
            }
            return .captured(intent.id, taken, fee: intent.fee)
        case "requires_capture": return .approved
        case "processing": return .pending("processing")
        case "canceled": return .voided
        case "requires_payment_method", "requires_confirmation", "requires_action", nil:
            if session?.status == "expired" { return .voided }
            if session?.status == "complete" { return .pending("complete, and no money in sight") }
            return intent?.failure.map { .declined($0.told) } ?? .created
        case let status?: return .unknown("an intent that is \(status)")
        }
    }
}

/// A name of Stripe's, as a part of a path: letters, digits and underscores.
func stripeName(_ reference: String) -> String {
    let isPlain = reference.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
    }
    return isPlain && !reference.isEmpty ? reference : "UNKNOWN"
}
