// Until when a buyer may send goods back, and what the law or the maker guarantees afterwards.

/// A market's window for changing one's mind, between two days (of the order).
package struct ReturnPolicy: Hashable, Sendable {
    package var validity: Validity
    /// Days after the day of delivery of the last item; the last of them still counts.
    package var days: Int
    package var basis: Basis
    /// Whether the buyer gets the standard outbound freight back.
    package var refundsShipping: Bool
    package var returnPaidBy: Bearer
    package var evidence: Evidence

    package init(
        validity: Validity, days: Int, basis: Basis, refundsShipping: Bool, returnPaidBy: Bearer,
        evidence: Evidence
    ) {
        self.validity = validity
        self.days = days
        self.basis = basis
        self.refundsShipping = refundsShipping
        self.returnPaidBy = returnPaidBy
        self.evidence = evidence
    }

    package enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
        /// The store's own promise.
        case policy
        /// A floor that no policy can lower.
        case law
    }

    /// The last day on which a return can be declared, counted from the delivery of the last item,
    /// as dates in the buyer's country.
    package func lastDay(deliveredOn day: Day) -> Day { day + days }

    /// The last day to hand the goods to a carrier, after saying on `day` that they come back:
    /// 14 days in Directive 2011/83/EU, article 14(1), and everywhere else the same.
    package static func lastDayToSend(requestedOn day: Day) -> Day { day + 14 }
}

/// Months in which defects are put right.
package struct Guarantee: Hashable, Sendable {
    package var grantor: Grantor
    package var months: Int
    package var validity: Validity
    /// Months in which the seller must show that the goods were sound.
    package var burdenMonths: Int?
    package var evidence: Evidence

    package init(
        grantor: Grantor, months: Int, validity: Validity, burdenMonths: Int? = nil,
        evidence: Evidence
    ) {
        self.grantor = grantor
        self.months = months
        self.validity = validity
        self.burdenMonths = burdenMonths
        self.evidence = evidence
    }

    /// In the order in which they are told: the law first.
    package enum Grantor: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        case law, maker

        package static func < (left: Grantor, right: Grantor) -> Bool {
            left == .law && right == .maker
        }
    }

    /// The last day of the guarantee: the same date so many months later, or the month's last day.
    package func lastDay(deliveredOn day: Day) -> Day {
        let count = day.year * 12 + (day.month - 1) + months
        for date in stride(from: day.day, through: 28, by: -1) {
            if let end = Day(count / 12, count % 12 + 1, date) { return end }
        }
        return Day(count / 12, count % 12 + 1, min(day.day, 28))!
    }
}
