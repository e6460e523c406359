// When a layer applies: to which goods, and to consignments of which value.

extension TariffLayer.Conditions {
    func match(_ heading: Consignment.Heading) -> Bool {
        if !headings.isEmpty {
            guard let code = heading.code, headings.contains(where: { $0.contains(code) }) else {
                return false
            }
        }
        if let code = heading.code, exceptHeadings.contains(where: { $0.contains(code) }) {
            return false
        }
        if !origins.isEmpty, !origins.contains(heading.origin) { return false }
        return !exceptOrigins.contains(heading.origin)
    }

    /// Whether goods of this value, in minor units of the quote, are within the limits.
    func match(value: Rational, _ conversion: Conversion) -> Bool? {
        if let valueUpTo {
            guard let limit = conversion.amount(valueUpTo) else { return nil }
            if value > limit { return false }
        }
        if let valueBelow {
            guard let limit = conversion.amount(valueBelow) else { return nil }
            if value >= limit { return false }
        }
        if let valueOver {
            guard let limit = conversion.amount(valueOver) else { return nil }
            if value <= limit { return false }
        }
        return true
    }
}

/// From the currency of the rules to that of the quote, at the authority's own rate of the day.
struct Conversion {
    let currency: Currency
    let rates: RateSet?

    init(to currency: Currency, for tariff: Tariff, on day: Day, rules: Rulebook) {
        self.currency = currency
        rates =
            tariff.currency == currency
            ? nil
            : rules.rates.first { $0.authority == tariff.authority && $0.validity.contains(day) }
    }

    /// In minor units of the quote's currency; nil where the authority's rate isn't known.
    func amount(_ money: Money) -> Rational? {
        if money.currency == currency { return Rational(money) }
        guard let rates, let from = rates[money.currency], let to = rates[currency] else {
            return nil
        }
        let minor = Rational(
            Int128(currency.minorPerMajor), over: Int128(money.currency.minorPerMajor))
        return Rational(money) * minor * to / from
    }
}

extension RateSet {
    /// Units of the currency for one of the base.
    fileprivate subscript(currency: Currency) -> Rational? {
        currency == base ? Rational(1) : rates[currency]
    }
}
