// An amount of money: whole minor units (cents) and their currency. Never a floating-point number.

package struct Money: Hashable, Sendable {
    package var minor: Int64
    package let currency: Currency

    package init(_ minor: Int64, _ currency: Currency) {
        self.minor = minor
        self.currency = currency
    }

    package static func zero(_ currency: Currency) -> Money { Money(0, currency) }

    package var isZero: Bool { minor == 0 }

    package static func + (left: Money, right: Money) -> Money {
        precondition(
            left.currency == right.currency, "\(left.currency) and \(right.currency) don't add up")
        return Money(left.minor + right.minor, left.currency)
    }

    package static func - (left: Money, right: Money) -> Money {
        left + Money(-right.minor, right.currency)
    }

    package static func * (left: Money, count: Int) -> Money {
        Money(left.minor * Int64(count), left.currency)
    }

    package static func += (left: inout Money, right: Money) { left = left + right }
}

extension Money: Comparable {
    package static func < (left: Money, right: Money) -> Bool {
        precondition(
            left.currency == right.currency, "\(left.currency) and \(right.currency) don't compare")
        return left.minor < right.minor
    }
}

extension Money: CustomStringConvertible {
    /// For logs, terminals and partners, not for pages: `14.00 USD`.
    package var description: String { "\(decimal) \(currency)" }

    /// The plain decimal number partners want: `14.00`, `-0.05`, `1400` for yen.
    package var decimal: String {
        let sign = minor < 0 ? "-" : ""
        let magnitude = minor.magnitude
        let unit = UInt64(currency.minorPerMajor)
        if unit == 1 { return sign + String(magnitude) }
        let fraction = String(magnitude % unit)
        let padding = String(repeating: "0", count: currency.exponent - fraction.count)
        return "\(sign)\(magnitude / unit).\(padding)\(fraction)"
    }

    /// Reads a partner's or an operator's plain decimal number; nil unless it is exact in this
    /// currency.
    package init?(decimal text: String, _ currency: Currency) {
        let negative = text.hasPrefix("-")
        let parts = (negative ? text.dropFirst() : text[...]).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.count <= 12,
            whole.allSatisfy({ $0.isASCII && $0.isNumber }), var minor = Int64(whole)
        else { return nil }
        minor *= currency.minorPerMajor
        if parts.count == 2 {
            let digits = parts[1]
            guard !digits.isEmpty, digits.count <= currency.exponent,
                digits.allSatisfy({ $0.isASCII && $0.isNumber })
            else { return nil }
            let padded = digits + String(repeating: "0", count: currency.exponent - digits.count)
            guard let fraction = Int64(padded) else { return nil }
            minor += fraction
        }
        self.init(negative ? -minor : minor, currency)
    }
}
