// What a basket costs delivered, item by item, with every rule that made it so. An order keeps its
// quote: the buyer never pays more, whatever the rules say later.

package struct Quote: Hashable, Sendable, Codable {
    package var market: Country
    package var destination: Destination
    /// The day whose rules were used, at the destination.
    package var day: Day
    package var currency: Currency

    package var goods: Money
    package var shipping: Money
    package var duty: Money
    package var tax: Money
    /// Fees that the buyer pays; those the store bears are in `merchantFees`.
    package var fees: Money
    package var total: Money

    package var lines: [Line]
    /// Nil when the freight was given and no table was asked.
    package var carriage: ShippingOffer?
    /// What the cheapest method would have cost: the law gives back this much of the freight.
    package var standardShipping: Money
    /// What the store pays and may not, or doesn't, charge.
    package var merchantFees: [Fee]
    package var trace: [Step]
    /// Rules that matter here and aren't known: not in the amounts; an operator must say.
    package var unknowns: [Unknown]
    /// The rule set that was used; see `Rulebook.version`.
    package var rules: String

    /// A line of the basket, with its share of everything, so that shares add up to the totals.
    package struct Line: Hashable, Sendable, Codable {
        package var product: String
        package var quantity: Int
        package var unitPrice: Money
        package var tariffClass: String?
        package var goods: Money
        package var shipping: Money
        package var duty: Money
        package var tax: Money
        package var fees: Money

        package var total: Money { goods + shipping + duty + tax + fees }
    }

    package struct Fee: Hashable, Sendable, Codable {
        package var layer: String
        package var amount: Money
        package var note: String?
    }

    /// One rule applied to one base.
    package struct Step: Hashable, Sendable, Codable {
        /// The rule's name in its file: `us.hts.8507.60.00.base`.
        package var layer: String
        package var charge: Charge
        /// Whether the rule frees the goods from the charge, instead of asking for it.
        package var isRelief: Bool
        package var borneBy: Bearer
        /// The tariff class it was applied to; nil when it is for the whole consignment.
        package var heading: String?
        /// What the rate was applied to, in minor units, exact; how many, where the rule is an
        /// amount.
        package var base: Rational
        /// Nil where the rule is an amount.
        package var rate: Rational?
        /// In minor units, before rounding.
        package var unrounded: Rational
        package var amount: Money
        package var validity: Validity
        package var evidence: Evidence
    }

    package struct Unknown: Hashable, Sendable, Codable {
        package var layer: String
        package var since: Day?
        package var note: String
        package var sources: [String]
    }

    /// Rules used that are known from memory or by projection only.
    package var unconfirmed: [Step] { trace.filter { $0.evidence.confidence == .low } }
}

/// What a rule asks for.
package enum Charge: String, Hashable, Sendable, Codable, CaseIterable {
    case duty, tax, fee
}

/// Who pays it in the end.
package enum Bearer: String, Hashable, Sendable, Codable, CaseIterable {
    case buyer, merchant
}
