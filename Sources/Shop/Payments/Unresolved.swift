// Everything about money that isn't at rest: what it is, since when, and the ways out of it.

package import Rules
package import Storage

package struct Unresolved: Hashable, Sendable {
    package let kind: MoneyTrouble
    /// The id of what it is about: a payment, a refund, a dispute, a notice, a job.
    package let subject: String
    package let order: Order?
    package let amount: Money?
    package let since: Moment
    package let detail: String

    /// What moves by itself within these is nobody's worry.
    static let unclearAfter = Span.minutes(2)
    static let owedAfter = Span.minutes(10)
    static let mostOfAKind = 100
}

extension Reader {
    /// The oldest first.
    package func unresolvedMoney(at now: Moment) throws -> [Unresolved] {
        let most = Unresolved.mostOfAKind
        var list: [Unresolved] = []
        for payment in try payments(
            in: [.capturing, .unknown], before: now - Unresolved.unclearAfter, limit: most)
        {
            list.append(
                Unresolved(
                    kind: .paymentUnclear, subject: payment.id.text,
                    order: try order(payment.order), amount: payment.amount,
                    since: payment.created, detail: payment.method))
        }
        for refund in try refunds(in: .owed, limit: most)
        where refund.created < now - Unresolved.owedAfter {
            list.append(try unresolved(refund, .refundOwed))
        }
        list += try refunds(in: .refused, limit: most).map { try unresolved($0, .refundRefused) }
        for dispute in try disputes(in: .open, limit: most) {
            list.append(
                Unresolved(
                    kind: .dispute, subject: dispute.reference,
                    order: try payment(dispute.payment).flatMap { try order($0.order) },
                    amount: dispute.amount, since: dispute.opened, detail: dispute.reason))
        }
        list += try openDiscrepancies(limit: most).map {
            Unresolved(
                kind: .discrepancy, subject: $0.id.text, order: nil, amount: nil, since: $0.found,
                detail: "\($0.method): \($0.finding.rawValue) \($0.subject) \($0.detail)")
        }
        list += try notices(in: .strange, limit: most).map {
            Unresolved(
                kind: .strangeNotice, subject: $0.id.text, order: nil, amount: nil,
                since: $0.received, detail: "\($0.method): \($0.kind) \($0.event)")
        }
        list += try jobsGivenUp().filter { Job.isAboutMoney($0.kind) }.prefix(most).map {
            Unresolved(
                kind: .workGivenUp, subject: "\($0.kind) \($0.subject)", order: nil, amount: nil,
                since: $0.owed, detail: $0.trouble)
        }
        return list.sorted { $0.since < $1.since }
    }

    private func unresolved(_ refund: Refund, _ kind: MoneyTrouble) throws -> Unresolved {
        Unresolved(
            kind: kind, subject: refund.id.text,
            order: try payment(refund.payment).flatMap { try order($0.order) },
            amount: refund.amount, since: refund.created, detail: refund.reason.rawValue)
    }
}

extension Job {
    static func isAboutMoney(_ kind: String) -> Bool {
        ["settle", "refund", "release", "heed", "track"].contains(kind)
    }
}
