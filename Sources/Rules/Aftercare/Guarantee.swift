// What the law or the maker guarantees after the delivery, and what a repair adds to it.

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
    package func lastDay(deliveredOn day: Day) -> Day { day.adding(months: months) }
}

/// What a repair adds to what the law guarantees, between two days (of the order).
package struct RepairTerm: Hashable, Sendable {
    package var months: Int
    /// Whether only the first repair adds anything.
    package var isOnce: Bool
    /// Whether it must have been the holder who chose the repair.
    package var needsChoice: Bool
    package var validity: Validity
    package var evidence: Evidence

    package init(
        months: Int, isOnce: Bool = false, needsChoice: Bool = false, validity: Validity,
        evidence: Evidence
    ) {
        self.months = months
        self.isOnce = isOnce
        self.needsChoice = needsChoice
        self.validity = validity
        self.evidence = evidence
    }

    /// The new last day of what the law guarantees, after a repair; nil where it adds nothing.
    package func lastDay(
        after last: Day, wish: Claim.Remedy?, hasBeenProlonged: Bool
    ) -> Day? {
        if isOnce && hasBeenProlonged { return nil }
        if needsChoice && wish != .repair { return nil }
        return last.adding(months: months)
    }
}
