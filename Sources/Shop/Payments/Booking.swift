// The entries of the ledger that money writes as it moves.

import Rules

extension LedgerEntry {
    static func captured(_ amount: Money, of payment: Payment, at now: Moment) -> LedgerEntry {
        LedgerEntry(
            order: payment.order, kind: .captured, subject: payment.id.text, amount: amount,
            bearer: .buyer, booked: now)
    }

    static func refunded(_ refund: Refund, of payment: Payment, at now: Moment) -> LedgerEntry {
        LedgerEntry(
            order: payment.order, kind: .refunded, subject: refund.id.text,
            amount: refund.amount, bearer: .merchant, booked: now)
    }

    static func fee(_ amount: Money, of payment: Payment, at now: Moment) -> LedgerEntry {
        LedgerEntry(
            order: payment.order, kind: .fee, subject: payment.id.text, amount: amount,
            bearer: .merchant, booked: now)
    }

    static func disputed(_ dispute: Dispute, of payment: Payment, at now: Moment) -> LedgerEntry {
        LedgerEntry(
            order: payment.order, kind: .disputed, subject: dispute.reference,
            amount: dispute.amount, bearer: .merchant, booked: now)
    }
}
