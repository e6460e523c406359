// An amount as PayPal counts it, worked out apart from the shop's own arithmetic, so that the one
// checks the other.

struct SandboxAmount: Hashable, Sendable {
    let currency: String
    /// In the smallest unit PayPal has of the currency.
    var units: Int64

    /// The decimals of PayPal's currencies: developer.paypal.com/api/rest/reference/currency-codes.
    private static let decimals: [String: Int] = [
        "AUD": 2, "BRL": 2, "CAD": 2, "CHF": 2, "CNY": 2, "CZK": 2, "DKK": 2, "EUR": 2, "GBP": 2,
        "HKD": 2, "HUF": 0, "ILS": 2, "JPY": 0, "MXN": 2, "MYR": 2, "NOK": 2, "NZD": 2, "PHP": 2,
        "PLN": 2, "SEK": 2, "SGD": 2, "THB": 2, "TWD": 0, "USD": 2,
    ]

    init(currency: String, units: Int64) {
        self.currency = currency
        self.units = units
    }

    /// What is wrong with it, as the issue of an error: the syntax is a 400, the rest a 422.
    enum Flaw: Error { case syntax, currency, precision }

    init(currency: String, value: String) throws(Flaw) {
        let isNegative = value.hasPrefix("-")
        let parts = (isNegative ? value.dropFirst() : value[...])
            .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard value.utf8.count <= 32,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let whole = parts.first, parts.count == 2 ? !parts[1].isEmpty : !whole.isEmpty
        else { throw .syntax }
        guard let decimals = Self.decimals[currency] else { throw .currency }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= decimals else { throw .precision }
        let digits = whole + fraction + String(repeating: "0", count: decimals - fraction.count)
        guard digits.count <= 17, let units = Int64(digits) else { throw .precision }
        self.init(currency: currency, units: isNegative ? -units : units)
    }

    var value: String {
        let decimals = Self.decimals[currency]!
        var digits = String(units.magnitude)
        if decimals > 0 {
            while digits.count <= decimals { digits = "0" + digits }
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        return (units < 0 ? "-" : "") + digits
    }

    var json: JSON { ["currency_code": .string(currency), "value": .string(value)] }
}
