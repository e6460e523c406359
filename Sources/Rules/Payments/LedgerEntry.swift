// What moved, for an order, and who bears it: the ledger is the sum of what a sale earned and what
// its mistakes cost. An entry is written with the change it tells of, and never again.

package struct LedgerEntry: Hashable, Sendable {
    package let order: ID<Order>
    package let kind: Kind
    /// What it is of: a payment's id, a refund's, a dispute's or a customs case's. One entry of a
    /// kind for each.
    package let subject: String
    /// Always positive; the kind says which way it went.
    package let amount: Money
    package let bearer: Bearer
    package let booked: Moment

    package init(
        order: ID<Order>, kind: Kind, subject: String, amount: Money, bearer: Bearer,
        booked: Moment
    ) {
        self.order = order
        self.kind = kind
        self.subject = subject
        self.amount = amount
        self.bearer = bearer
        self.booked = booked
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Came from the buyer.
        case captured
        /// Went back to the buyer.
        case refunded
        /// The partner kept it for its work.
        case fee
        /// Taken back by the partner or the bank, against us.
        case disputed
        /// What customs wanted beyond what was estimated.
        case customs
        /// What customs gave up of that again, or never wanted of the estimate.
        case customsBack = "customs_back"
        /// Duty or tax of what was paid back, got back from whoever had charged it.
        case recovered

        package var isIncome: Bool { [.captured, .customsBack, .recovered].contains(self) }
    }
}

package struct Balance: Hashable, Sendable {
    package private(set) var captured: Int64 = 0
    package private(set) var refunded: Int64 = 0
    /// What the shop bore itself: fees, disputes that were lost, customs; less what it got back.
    package private(set) var borne: Int64 = 0

    /// In the currency of the order; a fee may be in that of the account, and is then only listed.
    package init(_ entries: [LedgerEntry], in currency: Currency) {
        for entry in entries where entry.amount.currency == currency {
            switch entry.kind {
            case .captured: captured += entry.amount.minor
            case .refunded: refunded += entry.amount.minor
            case .fee, .disputed, .customs:
                if entry.bearer == .merchant { borne += entry.amount.minor }
            case .customsBack, .recovered: borne -= entry.amount.minor
            }
        }
    }

    /// What is the shop's of it, before its own costs.
    package var kept: Int64 { captured - refunded }
}
