// To heed a notice: it is a reason to ask the partner, and no more. So it doesn't matter in which
// order notices come, how late, or how often.

import Logging
import Partners
package import Rules
import Storage

extension Shop {
    /// Does what a notice is a reason for; again, it does nothing.
    package func heed(_ id: ID<Notice>) async throws {
        let now = clock.now()
        guard let notice = try await storage.read({ try $0.notice(id) }), notice.state == .heard
        else { return }
        let heard = payments[notice.method]?.understand(notice.body)
        try await storage.write { [chance] tx in
            guard var notice = try tx.notice(id), notice.state == .heard else { return }
            if let heard, let payment = try tx.payment(heard.about, by: notice.method) {
                let outcome = try tx.heed(heard, of: payment, id: chance.id(at: now), at: now)
                notice.heed(as: .heeded, outcome)
                try tx.set(payment.id, of: id)
            } else if let heard, heard.matter == .other {
                notice.heed(as: .heeded, "nothing to do")
            } else {
                notice.heed(as: .strange, "about nothing of ours")
            }
            try tx.update(notice)
        }
    }
}

extension Transaction {
    /// By whichever name the partner used; and only a payment by that partner.
    fileprivate func payment(_ about: HeardNotice.Subject, by method: String) throws -> Payment? {
        var found = try about.request.flatMap(ID<Payment>.init).flatMap { try payment($0) }
        if found == nil { found = try about.reference.flatMap { try payment(reference: $0) } }
        if found == nil { found = try about.capture.flatMap { try payment(capture: $0) } }
        return found?.method == method ? found : nil
    }

    /// What was done about it, in a word for the operator.
    fileprivate func heed(
        _ heard: HeardNotice, of payment: Payment, id: ID<Discrepancy>, at now: Moment
    ) throws -> String {
        switch heard.matter {
        case .payment:
            guard payment.state != .captured else { return "known already" }
            try owe(.settle(payment.id), at: now)
            return "settle \(payment.id)"
        case .refund:
            let owed = try refunds(of: payment.id).filter { $0.state == .owed }
            for refund in owed { try owe(.refund(refund.id), at: now) }
            return owed.isEmpty ? "known already" : "ask for \(owed.count) refunds"
        case .refundFailed(let reference):
            // The buyer is owed it still, and only a person can find another way to them.
            let found = Discrepancy(
                id: id, method: payment.method, subject: reference, finding: .failedRefund,
                detail: "\(payment.id)", found: now)
            return try insertUnlessFound(found) ? "shown to the operator" : "known already"
        case .dispute(let money):
            return try keep(money, of: payment, since: heard.happened, at: now)
        case .other:
            return "nothing to do"
        }
    }

    /// An older notice that comes later changes nothing.
    private func keep(
        _ money: DisputedMoney, of payment: Payment, since happened: Moment, at now: Moment
    ) throws -> String {
        let known = try dispute(money.reference)
        if let known, known.changed > happened { return "older than what is known" }
        let dispute = Dispute(
            reference: money.reference, payment: payment.id, amount: money.amount,
            reason: money.reason, state: money.state, opened: known?.opened ?? now,
            changed: happened)
        try put(dispute)
        if dispute.state == .lost { try book(.disputed(dispute, of: payment, at: now)) }
        return "dispute \(dispute.reference): \(dispute.state.rawValue)"
    }
}
