// A country by its ISO 3166-1 alpha-2 code: US, GB, FR, DE, CN.

package struct Country: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let code: String

    /// Nil unless it is two capital letters.
    package init?(_ code: String) {
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            return nil
        }
        self.code = code
    }

    package static func < (left: Country, right: Country) -> Bool { left.code < right.code }
    package var description: String { code }
}
