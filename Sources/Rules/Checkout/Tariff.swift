// The duty and tax rules of one country: a stack of dated layers, not one rate.

package struct Tariff: Hashable, Sendable {
    /// Its name, and its file's: `US`, `DE`.
    package let name: String
    /// Thresholds and amounts are in it.
    package let currency: Currency
    /// Who publishes the rates by which customs converts.
    package let authority: String
    /// The days that the layers were written for; a quote outside them says so.
    package let coverage: Validity
    package let dutyBase: DutyBase
    package let rounding: Roundings
    package let layers: [TariffLayer]

    package init(
        name: String, currency: Currency, authority: String, coverage: Validity, dutyBase: DutyBase,
        rounding: Roundings, layers: [TariffLayer]
    ) {
        self.name = name
        self.currency = currency
        self.authority = authority
        self.coverage = coverage
        self.dutyBase = dutyBase
        self.rounding = rounding
        self.layers = layers
    }

    package enum DutyBase: String, Hashable, Sendable, Codable, CaseIterable {
        /// The price of the goods, without international freight shown apart.
        case fob
        /// With freight and insurance to the border; freight is shared out by value.
        case cif
    }

    package struct Roundings: Hashable, Sendable {
        package var mode: Rounding
        /// The value of a declaration line is taken in whole dollars before duty.
        package var wholeUnits: Bool

        package init(mode: Rounding, wholeUnits: Bool) {
            self.mode = mode
            self.wholeUnits = wholeUnits
        }
    }
}

/// One rule with its days and its source.
package struct TariffLayer: Hashable, Sendable {
    package let id: String
    package let validity: Validity
    package let rule: Rule
    package let conditions: Conditions
    package let evidence: Evidence

    package init(
        id: String, validity: Validity, rule: Rule, conditions: Conditions = .none,
        evidence: Evidence
    ) {
        self.id = id
        self.validity = validity
        self.rule = rule
        self.conditions = conditions
        self.evidence = evidence
    }

    package enum Rule: Hashable, Sendable {
        /// No duty, or no tax, while the goods are worth at most the condition's limit.
        case relief(Charge)
        /// A share of the duty base, line by line.
        case dutyRate(Rational)
        /// An amount for each distinct tariff subheading, in place of every share.
        case dutyPerSubheading(Money)
        /// A share of goods, freight, duty and the buyer's fees, where they are said to be in it.
        case taxRate(Rational, on: Set<TaxedPart>, collectedFrom: Money?)
        case fee(FeeAmount, borneBy: Bearer)
        /// Something is, or may be, due and nobody has said how much.
        case unknown(Charge)
    }

    package enum TaxedPart: String, Hashable, Sendable, CaseIterable {
        case goods, shipping, duty, fees
    }

    package enum FeeAmount: Hashable, Sendable {
        case perConsignment(Money)
        case perSubheading(Money)
        case share(Rational, least: Money, most: Money)
    }

    /// When the layer applies; each that is nil or empty holds always.
    package struct Conditions: Hashable, Sendable {
        package var headings: [TariffCode] = []
        package var exceptHeadings: [TariffCode] = []
        package var origins: [Country] = []
        package var exceptOrigins: [Country] = []
        /// The goods' value, and whether the limit itself is still inside.
        package var valueUpTo: Money?
        package var valueBelow: Money?
        package var valueOver: Money?
        /// Only when duty wasn't relieved.
        package var whenDutiable = false

        package static let none = Conditions()
        package init() {}
    }
}
