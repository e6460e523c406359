// Money as Stripe counts it: whole numbers of the smallest unit, which isn't always ISO's.

import Rules

struct StripeAmount: Hashable, Sendable {
    /// In small letters, as Stripe writes it.
    let currency: String
    let units: Int64

    /// Stripe counts the króna in hundredths that nobody has.
    private static let decimals: [String: Int] = ["ISK": 2]
    /// Amounts in thousandths must end in a zero.
    private static let coarse: Set<String> = ["BHD", "JOD", "KWD", "OMR", "TND"]
    private static let most: Int64 = 99_999_999

    init(currency: String, units: Int64) {
        self.currency = currency
        self.units = units
    }

    /// Nil for what Stripe can't write: nothing is ever rounded on the way out.
    init?(_ money: Money) {
        let code = money.currency.code
        let surplus = (Self.decimals[code] ?? money.currency.exponent) - money.currency.exponent
        guard (0...2).contains(surplus) else { return nil }
        let (units, isTooLarge) = money.minor.multipliedReportingOverflow(
            by: surplus == 2 ? 100 : surplus == 1 ? 10 : 1)
        guard !isTooLarge, (0...Self.most).contains(units) else { return nil }
        if Self.coarse.contains(code), units % 10 != 0 { return nil }
        self.init(currency: code.lowercased(), units: units)
    }

    /// Nil unless it is an exact amount of a currency we know.
    var money: Money? {
        guard currency == currency.lowercased(), let known = Currency(currency.uppercased()) else {
            return nil
        }
        let surplus = (Self.decimals[known.code] ?? known.exponent) - known.exponent
        guard surplus > 0 else { return Money(units, known) }
        let factor: Int64 = surplus == 2 ? 100 : 10
        return units % factor == 0 ? Money(units / factor, known) : nil
    }
}
