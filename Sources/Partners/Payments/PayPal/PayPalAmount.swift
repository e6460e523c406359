// Money as PayPal writes it, and back: decimal strings, and not always ISO's number of decimals.

import Rules

struct PayPalAmount: Hashable, Sendable, Codable {
    let currency: String
    let value: String

    enum CodingKeys: String, CodingKey {
        case currency = "currency_code"
        case value
    }
}

extension PayPalAmount {
    /// The decimals PayPal takes, by currency. It doesn't deal in any other; and it has no decimals
    /// for the forint and the Taiwan dollar, where ISO 4217 has two.
    static let decimals: [String: Int] = {
        let two = """
            AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS MXN MYR NOK NZD PHP PLN SEK SGD THB USD
            """
        var table = ["HUF": 0, "JPY": 0, "TWD": 0]
        for code in two.split(separator: " ") { table[String(code)] = 2 }
        return table
    }()

    /// Nil for a currency that PayPal doesn't deal in, and for a fraction it can't write: nothing
    /// is ever rounded on the way out.
    init?(_ money: Money) {
        guard let decimals = Self.decimals[money.currency.code] else { return nil }
        let surplus = money.currency.exponent - decimals
        guard surplus > 0 else {
            self.init(currency: money.currency.code, value: money.decimal)
            return
        }
        let written = money.decimal
        guard written.hasSuffix("." + String(repeating: "0", count: surplus)) else { return nil }
        self.init(currency: money.currency.code, value: String(written.dropLast(surplus + 1)))
    }

    /// Nil unless it is an exact amount of a currency we know. `.5` and trailing zeros are read,
    /// because PayPal's schema lets them be written.
    var money: Money? {
        guard let known = Currency(currency) else { return nil }
        let isNegative = value.hasPrefix("-")
        let parts = (isNegative ? value.dropFirst() : value[...])
            .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, value.utf8.count <= 32 else { return nil }
        var fraction = parts.count == 2 ? parts[1] : ""
        guard !(whole.isEmpty && fraction.isEmpty), parts.count == 1 || !fraction.isEmpty else {
            return nil
        }
        while fraction.last == "0" { fraction.removeLast() }
        let number =
            (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : ".\(fraction)")
        return Money(decimal: (isNegative ? "-" : "") + number, known)
    }
}
