// A product's price as a page shows it: with the tax of the country in it where the law says so.

extension LandedCost {
    /// The price of one unit with the market's tax, or as it is where prices are shown without.
    /// Reliefs for small consignments don't count: they depend on the whole basket.
    package static func shownPrice(
        of price: Money, in market: Market, on day: Day, rules: Rulebook
    ) -> Money {
        guard market.taxDisplay == .included, let tariff = rules.tariffs[market.tariff] else {
            return price
        }
        var tax = Rational.zero
        for layer in tariff.layers where layer.validity.contains(day) {
            guard case .taxRate(let rate, let parts, _) = layer.rule, parts.contains(.goods),
                layer.conditions == .none
            else { continue }
            tax += Rational(price) * rate
        }
        return price + tariff.rounding.mode.money(tax, price.currency)
    }
}
