// The card's hold is let go of at once. Left alone, it would keep the buyer's money out of reach
// for a week.

import Logging
package import Rules

extension Stripe {
    package func release(_ reference: String, requestID: String) async -> Released {
        let session: StripeSession?
        let intent: StripeIntent?
        switch await look(reference) {
        case .found(let page, let found): (session, intent) = (page, found)
        case .notFound: return .released
        case .unknown(let trouble): return .unknown(trouble)
        }
        // The open page first: nobody shall type in a card while its hold is let go of.
        if let session, session.status == "open" {
            let answer = await connection.post(
                "/v1/checkout/sessions/\(stripeName(session.id))/expire",
                key: "expire-\(requestID)", StripeForm())
            if case .unclear(let trouble) = answer { return .unknown(trouble) }
            // Refused, it was paid meanwhile: whoever asks again finds the hold.
            if case .refused(_, let error) = answer { return .unknown(error.told) }
        }
        switch intent?.status {
        case nil, "canceled": return .released
        case "succeeded": return .taken
        default: return await cancel(intent!.id, requestID: requestID)
        }
    }

    private func cancel(_ intent: String, requestID: String) async -> Released {
        let answer = await connection.post(
            "/v1/payment_intents/\(stripeName(intent))/cancel", key: "release-\(requestID)",
            StripeForm())
        switch answer {
        case .accepted: return .released
        case .refused(_, let error):
            if error.intent?.status == "canceled" { return .released }
            if error.intent?.status == "succeeded" { return .taken }
            return .unknown(error.told)
        case .unclear(let trouble): return .unknown(trouble)
        }
    }
}
