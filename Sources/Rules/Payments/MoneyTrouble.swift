// What can be the matter with money that isn't at rest, and the ways out of it.

package enum MoneyTrouble: String, Hashable, Sendable, CaseIterable {
    /// Nobody knows yet whether money was taken.
    case paymentUnclear = "payment_unclear"
    case refundOwed = "refund_owed"
    case refundRefused = "refund_refused"
    case dispute
    case discrepancy
    case strangeNotice = "strange_notice"
    /// Work about money that was tried for a day.
    case workGivenUp = "work_given_up"

    package var ways: [WayOut] {
        switch self {
        case .paymentUnclear, .refundOwed, .workGivenUp: [.again]
        case .refundRefused: [.again, .paidByHand]
        case .dispute: [.won, .lost]
        case .discrepancy, .strangeNotice: [.dealtWith]
        }
    }
}

package enum WayOut: String, Hashable, Sendable, CaseIterable {
    /// The partner is asked again, now.
    case again
    /// The money went back by other means: a bank transfer.
    case paidByHand = "paid_by_hand"
    case won, lost
    case dealtWith = "dealt_with"
}
