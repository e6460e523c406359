// Amounts and counts: $14.00, £14.00, 14,00 €, 1 234 567 orders.

package import Rules

extension Formats {
    /// The amount with its currency; a negative one with a real minus sign.
    package func money(_ money: Money) -> String {
        let unit = UInt64(money.currency.minorPerMajor)
        let magnitude = money.minor.magnitude
        var number = grouped(magnitude / unit)
        if unit > 1 {
            let digits = String(magnitude % unit)
            let zeros = String(repeating: "0", count: money.currency.exponent - digits.count)
            number += decimalMark + zeros + digits
        }
        let sign = money.minor < 0 ? minus : ""
        let code = money.currency.code
        guard symbolFirst else { return sign + number + noBreak + (symbols[code] ?? code) }
        guard let symbol = symbols[code] else { return sign + code + noBreak + number }
        return sign + symbol + number
    }

    /// A whole number with its groups of three.
    package func number(_ number: Int) -> String {
        (number < 0 ? minus : "") + grouped(UInt64(number.magnitude))
    }

    /// With one digit after the point, not less than nothing.
    package func tenths(_ number: Rational) -> String {
        let tenths = Rounding.halfUp.whole(number * Rational(10))
        return "\(self.number(Int(tenths / 10)))\(decimalMark)\(tenths % 10)"
    }

    /// A number and the word for what it counts, which the language puts in its right form.
    package func count(_ number: Int, one: String, other: String) -> String {
        self.number(number) + noBreak + (isSingular(number) ? one : other)
    }

    /// A share as a percentage with at most `digits` decimals, without needless zeros: 2.5%.
    package func percent(_ share: Rational, digits: Int = 2) -> String {
        precondition((0...4).contains(digits), "a percentage has 0 to 4 decimals")
        let scale = (0..<digits).reduce(Int128(1)) { scale, _ in scale * 10 }
        let scaled = Rounding.halfUp.whole(share * Rational(100 * scale))
        let magnitude = UInt64(scaled.magnitude)
        var fraction = String(magnitude % UInt64(scale))
        fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let whole = (scaled < 0 ? minus : "") + grouped(magnitude / UInt64(scale))
        return whole + (fraction.isEmpty ? "" : decimalMark + fraction) + percentSpace + "%"
    }

    private func grouped(_ number: UInt64) -> String {
        let digits = Array(String(number))
        var text = ""
        for (index, digit) in digits.enumerated() {
            let left = digits.count - index
            if index > 0, left % 3 == 0 { text += groupMark }
            text.append(digit)
        }
        return text
    }
}
