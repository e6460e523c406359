// What a market's file says of the time after the sale: the way back, the guarantees, how long what
// is known of people is kept, and what of duty and tax comes back.

import Rules

extension ReturnPolicy {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            ReturnPolicy(
                validity: try fields.validity(), days: try fields.required("days").whole(0...365),
                basis: try fields.required("basis").choice(Basis.self),
                refundsShipping: try fields.required("refunds_shipping").flag(),
                returnPaidBy: try fields.required("paid_by").choice(Bearer.self),
                refundDays: try fields.required("refund_days").whole(0...90),
                refundFrom: try fields.required("refund_from").choice(RefundAnchor.self),
                monthsMoreUntold: try fields.optional("months_more_untold")?.whole(0...24) ?? 0,
                evidence: try fields.evidence())
        }
    }
}

extension Guarantee {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            Guarantee(
                grantor: try fields.required("grantor").choice(Grantor.self),
                months: try fields.required("months").whole(1...240),
                validity: try fields.validity(),
                burdenMonths: try fields.optional("burden_months")?.whole(0...240),
                evidence: try fields.evidence())
        }
    }
}

extension RepairTerm {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            RepairTerm(
                months: try fields.required("months").whole(1...120),
                isOnce: try fields.optional("once")?.flag() ?? false,
                needsChoice: try fields.optional("if_chosen")?.flag() ?? false,
                validity: try fields.validity(), evidence: try fields.evidence())
        }
    }
}

extension RetentionRule {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            RetentionRule(
                subject: try fields.required("what").choice(Subject.self),
                months: try fields.required("months").whole(1...600),
                basis: try fields.required("basis").choice(Basis.self),
                evidence: try fields.evidence())
        }
    }
}

extension RecoveryRule {
    init(_ entry: Entry, in currency: Currency) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            RecoveryRule(
                charge: try fields.required("charge").choice(Charge.self),
                way: try fields.required("way").choice(Way.self),
                days: try fields.required("days").whole(1...3660),
                countedFrom: try fields.required("counted_from").choice(Anchor.self),
                needsGoods: try fields.required("needs_goods").flag(),
                valueUpTo: try fields.money("up_to", currency),
                valueOver: try fields.money("over", currency), evidence: try fields.evidence())
        }
    }
}
