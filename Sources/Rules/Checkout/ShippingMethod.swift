// A way a parcel can travel: what it takes, what it costs, how long it needs.

package struct ShippingMethod: Hashable, Sendable {
    package var code: String
    package var direction: Direction
    /// Per language, as the buyer reads it.
    package var name: [Language: String]
    package var carrier: String
    package var isTracked: Bool
    /// Whether the carrier can pay duty and bill the store for it.
    package var isDutyPaid: Bool
    package var accepts: Acceptance
    package var tables: [RateTable]

    package init(
        code: String, direction: Direction, name: [Language: String], carrier: String,
        isTracked: Bool, isDutyPaid: Bool, accepts: Acceptance, tables: [RateTable]
    ) {
        self.code = code
        self.direction = direction
        self.name = name
        self.carrier = carrier
        self.isTracked = isTracked
        self.isDutyPaid = isDutyPaid
        self.accepts = accepts
        self.tables = tables
    }

    package enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        case outbound
        /// The way back, that the buyer pays where the law lets the store ask for it.
        case back
    }

    package struct Acceptance: Hashable, Sendable {
        package var mostGrams: Int
        /// UN numbers of batteries it carries; others must go another way.
        package var unNumbers: Set<Int>

        package init(mostGrams: Int, unNumbers: Set<Int>) {
            self.mostGrams = mostGrams
            self.unNumbers = unNumbers
        }
    }
}

/// What a method costs to some countries between two days.
package struct RateTable: Hashable, Sendable {
    package var countries: [Country]
    package var validity: Validity
    package var currency: Currency
    package var price: Price
    /// Length x width x height in mm, divided by this, is the weight in grams that counts when it
    /// is more than the true one; nil where only the scales count. 5000 cm3 a kilogram is 5000.
    package var volumetricDivisor: Int?
    package var surcharges: [Surcharge]
    package var transitDays: ClosedRange<Int>
    package var evidence: Evidence

    package init(
        countries: [Country], validity: Validity, currency: Currency, price: Price,
        volumetricDivisor: Int?, surcharges: [Surcharge], transitDays: ClosedRange<Int>,
        evidence: Evidence
    ) {
        self.countries = countries
        self.validity = validity
        self.currency = currency
        self.price = price
        self.volumetricDivisor = volumetricDivisor
        self.surcharges = surcharges
        self.transitDays = transitDays
        self.evidence = evidence
    }

    package enum Price: Hashable, Sendable {
        /// A first weight at one price, then steps, each begun step whole.
        case steps(firstGrams: Int, first: Money, stepGrams: Int, step: Money)
        /// By the first band that is heavy enough: a fixed amount and so much a kilogram.
        case bands([Band])
    }

    package struct Band: Hashable, Sendable {
        package var toGrams: Int
        package var fixed: Money
        package var perKilogram: Money

        package init(toGrams: Int, fixed: Money, perKilogram: Money) {
            self.toGrams = toGrams
            self.fixed = fixed
            self.perKilogram = perKilogram
        }
    }

    package struct Surcharge: Hashable, Sendable {
        package var code: String
        package var amount: Amount
        package var condition: Condition

        package init(code: String, amount: Amount, condition: Condition) {
            self.code = code
            self.amount = amount
            self.condition = condition
        }

        package enum Amount: Hashable, Sendable {
            case perParcel(Money)
            case perBatteryUnit(Money)
            /// A share of the price by weight, such as fuel.
            case share(Rational)
        }

        package enum Condition: Hashable, Sendable {
            case always
            case withBattery
            case remote(subdivisions: [String], postcodePrefixes: [String])
        }
    }
}

/// One method with its price for these parcels: known before the quote.
package struct ShippingOffer: Hashable, Sendable, Codable {
    package var method: String
    package var price: Money
    package var parcels: [ParcelPlan.Parcel]
    package var fewestDays: Int
    package var mostDays: Int
    /// What the price is made of: `weight`, `battery`, `fuel`, `remote`.
    package var parts: [Part]

    package struct Part: Hashable, Sendable, Codable {
        package var code: String
        package var parcel: Int
        package var unrounded: Rational
        package var amount: Money
    }
}
