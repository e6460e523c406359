// How an exact amount becomes whole minor units. Authorities differ by a cent, so the rule set
// names the way and nothing else in the shop rounds.

package enum Rounding: String, Hashable, Sendable, Codable, CaseIterable {
    case halfUp = "half_up"
    case halfEven = "half_even"
    case down
    case up

    /// The whole number that stands for `exact`; halves and directions are read away from zero.
    package func whole(_ exact: Rational) -> Int64 {
        let (quotient, remainder) = exact.numerator.magnitude.quotientAndRemainder(
            dividingBy: exact.denominator.magnitude)
        let twice = remainder * 2
        let half = exact.denominator.magnitude
        let goesUp =
            switch self {
            case .halfUp: twice >= half
            case .halfEven: twice > half || (twice == half && quotient % 2 == 1)
            case .down: false
            case .up: remainder > 0
            }
        let magnitude = Int64(quotient) + (goesUp ? 1 : 0)
        return exact.numerator < 0 ? -magnitude : magnitude
    }

    package func money(_ exact: Rational, _ currency: Currency) -> Money {
        Money(whole(exact), currency)
    }
}
