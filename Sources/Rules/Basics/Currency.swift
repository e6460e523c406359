// A currency of the world, by its ISO 4217 code. Any of them may be a market's; markets are data.

package struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// Three capital letters: USD.
    package let code: String
    /// How many decimals the currency has: 2 for cents, 0 for yen.
    package let exponent: Int

    /// Nil for a code that is not in use.
    package init?(_ code: String) {
        guard let exponent = Self.exponents[code] else { return nil }
        self.code = code
        self.exponent = exponent
    }

    private init(known code: String, exponent: Int = 2) {
        self.code = code
        self.exponent = exponent
    }

    package static let usd = Currency(known: "USD")
    package static let gbp = Currency(known: "GBP")
    package static let eur = Currency(known: "EUR")
    package static let cny = Currency(known: "CNY")

    /// Minor units in one major unit: 100 for the dollar.
    package var minorPerMajor: Int64 {
        switch exponent {
        case 0: 1
        case 2: 100
        default: 1000
        }
    }

    package var description: String { code }

    /// ISO 4217, list one of 2024: the currencies a shop can meet.
    private static let exponents: [String: Int] = {
        let two = """
            AED ALL AMD AUD AZN BAM BGN BRL CAD CHF CNY CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS INR KZT \
            MAD MDL MKD MXN MYR NOK NZD PEN PHP PLN QAR RON RSD SAR SEK SGD THB TRY TWD UAH USD ZAR
            """
        var table: [String: Int] = [:]
        for code in two.split(separator: " ") { table[String(code)] = 2 }
        for code in ["CLP", "ISK", "JPY", "KRW", "VND"] { table[code] = 0 }
        for code in ["BHD", "JOD", "KWD", "OMR", "TND"] { table[code] = 3 }
        return table
    }()
}
