// Until when a buyer may send goods back, and by when the money is back.

/// A market's window for changing one's mind, between two days (of the order).
package struct ReturnPolicy: Hashable, Sendable {
    package var validity: Validity
    /// Days after the day of delivery of the last item; the last of them still counts.
    package var days: Int
    package var basis: Basis
    /// Whether the buyer gets the standard outbound freight back.
    package var refundsShipping: Bool
    package var returnPaidBy: Bearer
    /// Days in which the money is back.
    package var refundDays: Int
    package var refundFrom: RefundAnchor
    /// Months by which the window grows when the buyer wasn't told of it.
    package var monthsMoreUntold: Int
    package var evidence: Evidence

    package init(
        validity: Validity, days: Int, basis: Basis, refundsShipping: Bool, returnPaidBy: Bearer,
        refundDays: Int = 14, refundFrom: RefundAnchor = .goods, monthsMoreUntold: Int = 0,
        evidence: Evidence
    ) {
        self.validity = validity
        self.days = days
        self.basis = basis
        self.refundsShipping = refundsShipping
        self.returnPaidBy = returnPaidBy
        self.refundDays = refundDays
        self.refundFrom = refundFrom
        self.monthsMoreUntold = monthsMoreUntold
        self.evidence = evidence
    }

    package enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
        /// The store's own promise.
        case policy
        /// A floor that no policy can lower.
        case law
    }

    package enum RefundAnchor: String, Hashable, Sendable, CaseIterable {
        /// From the buyer's word; but the store may wait for the goods, or proof that they left.
        case declaration
        /// From the goods, or proof that they left.
        case goods
    }

    /// The last day on which a return can be declared, counted from the delivery of the last item,
    /// as dates in the buyer's country.
    ///
    /// - Parameter told: when the buyer was told of the right; nil if nobody ever did.
    package func lastDay(deliveredOn day: Day, told: Day?) -> Day {
        let ordinary = day + days
        if let told, told <= day { return ordinary }
        // Directive 2011/83/EU, article 10: told late, the days are counted from then.
        let latest = ordinary.adding(months: monthsMoreUntold)
        guard let told else { return latest }
        return min(max(ordinary, told + days), latest)
    }

    /// The last day to give the money back, once the goods or proof of their sending are there.
    package func lastDayToRefund(declaredOn declared: Day, shownOn shown: Day) -> Day {
        switch refundFrom {
        case .declaration: max(declared + refundDays, shown)
        case .goods: shown + refundDays
        }
    }

    /// The last day to hand the goods to a carrier, after saying on `day` that they come back:
    /// 14 days in Directive 2011/83/EU, article 14(1), and everywhere else the same.
    package static func lastDayToSend(requestedOn day: Day) -> Day { day + 14 }
}
