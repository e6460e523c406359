// An exact number: what a duty is before it is rounded. Rates and shares are kept whole until the
// one place where a rule says how to round them.

package struct Rational: Hashable, Sendable {
    package let numerator: Int128
    /// Always positive, and without a factor in common with the numerator.
    package let denominator: Int128

    package init(_ numerator: Int128, over denominator: Int128 = 1) {
        precondition(denominator != 0, "nothing is divided by nought")
        let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    package init(_ money: Money) { self.init(Int128(money.minor)) }

    package static let zero = Rational(0)

    /// Reads a plain decimal: `0.034`, `-1.5`, `19`. Nil for anything else, or beyond 18 digits.
    package init?(decimal text: String) {
        let negative = text.hasPrefix("-")
        let parts = (negative ? text.dropFirst() : text[...]).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : ""
        let digits = parts[0] + fraction
        guard !parts[0].isEmpty, parts.count == 1 || !fraction.isEmpty, digits.utf8.count <= 18,
            digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int128(digits)
        else { return nil }
        var scale: Int128 = 1
        for _ in fraction.utf8 { scale *= 10 }
        self.init(negative ? -number : number, over: scale)
    }

    package static func + (left: Rational, right: Rational) -> Rational {
        if left.denominator == right.denominator {
            return Rational(left.numerator + right.numerator, over: left.denominator)
        }
        return Rational(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    package static func - (left: Rational, right: Rational) -> Rational {
        left + Rational(-right.numerator, over: right.denominator)
    }

    package static func * (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    package static func / (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    package static func += (left: inout Rational, right: Rational) { left = left + right }
}

extension Rational: Comparable {
    package static func < (left: Rational, right: Rational) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Rational: CustomStringConvertible {
    /// How it is stored: `204/125`, or `3` when it is whole.
    package var written: String {
        denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
    }

    package init?(written text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let numerator = Int128(parts[0]) else { return nil }
        guard parts.count == 2 else {
            self.init(numerator)
            return
        }
        guard let denominator = Int128(parts[1]), denominator > 0 else { return nil }
        self.init(numerator, over: denominator)
    }

    /// For people: the decimal if it ends within six places, otherwise six places and an ellipsis.
    package var description: String {
        let scaled = numerator.magnitude * 1_000_000
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
        var fraction = String(quotient % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
        if remainder == 0 {
            while fraction.hasSuffix("0") { fraction.removeLast() }
        } else {
            fraction += "…"
        }
        let whole = "\(numerator < 0 ? "-" : "")\(quotient / 1_000_000)"
        return fraction.isEmpty ? whole : "\(whole).\(fraction)"
    }
}

private func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    // Nearly every number here fits a machine word, where Euclid is twenty times as fast.
    if let left = UInt64(exactly: left), let right = UInt64(exactly: right) {
        return UInt128(euclid(left, right))
    }
    return euclid(left, right)
}

@inline(__always)
private func euclid<Number: BinaryInteger>(_ left: Number, _ right: Number) -> Number {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
}
