// What comes back to the store when goods do, or when their price goes back: by which way, until
// when, and how much of it.

/// A market's rule about the duty or the tax of what was paid back.
package struct RecoveryRule: Hashable, Sendable {
    package var charge: Charge
    package var way: Way
    /// Days in which it must be claimed.
    package var days: Int
    package var countedFrom: Anchor
    /// Whether the goods must have left the country again.
    package var needsGoods: Bool
    /// What all goods of the order are worth, where that decides who was owed the tax.
    package var valueUpTo: Money?
    package var valueOver: Money?
    package var evidence: Evidence

    package init(
        charge: Charge, way: Way, days: Int, countedFrom: Anchor, needsGoods: Bool,
        valueUpTo: Money? = nil, valueOver: Money? = nil, evidence: Evidence
    ) {
        self.charge = charge
        self.way = way
        self.days = days
        self.countedFrom = countedFrom
        self.needsGoods = needsGoods
        self.valueUpTo = valueUpTo
        self.valueOver = valueOver
        self.evidence = evidence
    }

    package func applies(to back: PaidBack, ofGoodsWorth goods: Money) -> Bool {
        if needsGoods, !back.haveLeft { return false }
        if let valueUpTo, goods > valueUpTo { return false }
        if let valueOver, goods <= valueOver { return false }
        return true
    }

    package enum Way: String, Hashable, Sendable, CaseIterable {
        /// Paid back because the goods were exported again: the United States.
        case drawback
        /// Paid back by the customs office that charged it.
        case repayment
        /// Set right in a later return under the Import One-Stop Shop.
        case iossCorrection = "ioss_correction"
        /// Deducted in a later return of the store's own VAT or sales tax.
        case taxReturn = "tax_return"
    }

    package enum Anchor: String, Hashable, Sendable, CaseIterable {
        case sale, declaration
    }
}

/// What was paid back, as far as duty and tax depend on it.
package struct PaidBack: Hashable, Sendable {
    /// What its buyer got back, but for what was kept for value lost.
    package var worth: ReturnWorth
    package var deduction: Money
    /// Whether the goods have left the buyer's country again, or never stayed there.
    package var haveLeft: Bool
    /// Duty and tax of the whole order, as quoted and as customs wanted them in the end.
    package var quoted: CustomsCase.Charges
    package var assessed: CustomsCase.Charges

    package init(
        worth: ReturnWorth, deduction: Money, haveLeft: Bool, quoted: CustomsCase.Charges,
        assessed: CustomsCase.Charges
    ) {
        self.worth = worth
        self.deduction = deduction
        self.haveLeft = haveLeft
        self.quoted = quoted
        self.assessed = assessed
    }

    /// How much of it may be got back by a rule.
    package func amount(by rule: RecoveryRule) -> Money {
        switch (rule.charge, rule.way) {
        case (.fee, _): .zero(worth.goods.currency)
        case (.duty, _): share(worth.duty, of: quoted.duty, in: assessed.duty)
        case (.tax, .repayment), (.tax, .drawback):
            share(worth.tax, of: quoted.tax, in: assessed.tax)
        // Tax was owed on the price, and still is on what was kept of it.
        case (.tax, .iossCorrection), (.tax, .taxReturn):
            worth.tax - share(deduction, of: worth.total, in: worth.tax)
        }
    }

    /// Rounded down: nobody claims a cent that wasn't paid.
    private func share(_ part: Money, of whole: Money, in sum: Money) -> Money {
        guard whole.minor > 0 else { return .zero(sum.currency) }
        let exact = Int128(sum.minor) * Int128(part.minor) / Int128(whole.minor)
        return Money(Int64(exact), sum.currency)
    }
}

extension Market {
    /// What may be got back of what was paid back, each sum with its rule.
    package func recoverable(
        _ back: PaidBack, ofGoodsWorth goods: Money
    ) -> [(rule: RecoveryRule, amount: Money)] {
        recovery.compactMap { rule in
            guard rule.applies(to: back, ofGoodsWorth: goods) else { return nil }
            let amount = back.amount(by: rule)
            return amount.minor > 0 ? (rule, amount) : nil
        }
    }

    /// Until when it must be claimed; the rule says when nobody has confirmed it.
    package func lastDayToClaim(
        _ found: Recoverable, by rule: RecoveryRule, from anchor: Deadline.Anchor, on day: Day,
        at now: Moment
    ) -> Deadline {
        let last = day + rule.days
        let doubt = rule.evidence.confidence == .low ? ", unconfirmed" : ""
        return Deadline(
            subject: found.id.text, kind: .recovery, ends: localTime.end(of: last), day: last,
            anchor: anchor, anchored: now,
            rule: "\(country.code): \(rule.way.rawValue), \(rule.days) days\(doubt)")
    }
}
