// To give money back: asked of the partner under one name, until it says that it is done.

import Languages
import Logging
import Partners
package import Rules
import Storage

struct RefundUnsettled: Error, CustomStringConvertible {
    let description: String
}

extension Shop {
    /// Carries out an owed refund. Throws `RefundUnsettled` while the partner's answer isn't clear.
    package func makeRefund(_ id: ID<Refund>) async throws {
        let found = try await storage.read { reader -> (Refund, Payment, Language)? in
            guard let refund = try reader.refund(id), refund.state == .owed,
                let payment = try reader.payment(refund.payment)
            else { return nil }
            return (refund, payment, try reader.agreement(of: payment.order).language)
        }
        guard let (refund, payment, language) = found else { return }
        guard let capture = payment.capture, let method = payments[payment.method] else {
            throw RefundUnsettled(description: "there is no capture to refund \(id) from")
        }
        let outcome = await method.refund(
            capture, amount: refund.amount, requestID: id.text,
            note: Phrases.of(language).money.refundReason(refund.reason))
        switch outcome {
        case .refunded(let reference, _):
            try await finish(refund, of: payment, as: .made, reference: reference)
        case .refused(let code):
            try await finish(refund, of: payment, as: .refused, reference: nil)
            log.critical("the partner refused refund \(id): \(code)")
        case .unknown(let trouble):
            throw RefundUnsettled(description: "what came of the refund isn't known: \(trouble)")
        }
    }

    private func finish(
        _ refund: Refund, of payment: Payment, as state: Refund.State, reference: String?
    ) async throws {
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard try tx.lock(payment.id) != nil, var refund = try tx.refund(refund.id),
                refund.state == .owed
            else { return }
            refund.state = state
            refund.reference = reference
            try tx.update(refund)
            if state == .made {
                try tx.book(.refunded(refund, of: payment, at: now))
                try tx.owe(.letter(.moneyReturned, about: refund.id.text), at: now)
                try tx.finishReturn(of: refund.id, at: now)
            }
            try tx.note(
                state == .made ? "refund" : "refund refused", about: payment.order.text,
                detail: "\(refund.amount) \(refund.id)", id: chance.id(at: now), at: now)
        }
    }
}
