// A place in a tariff: two to ten digits, as precise as it is known.

package struct TariffCode: Hashable, Sendable {
    /// As it was written, with its points: `8517.62.0090`.
    package let text: String
    /// The six digits that are the same all over the world: what low-value rules count.
    package let subheading: String
    /// The first and the last ten-digit code below it, so that one code within another is two
    /// comparisons of numbers.
    private let first: UInt64
    private let last: UInt64

    /// Nil unless it is digits, with points where people like them.
    package init?(_ text: String) {
        let digits = text.filter { $0 != "." }
        guard (2...10).contains(digits.utf8.count), let number = UInt64(digits) else { return nil }
        var scale: UInt64 = 1
        for _ in digits.utf8.count..<10 { scale *= 10 }
        self.text = text
        subheading = String(digits.prefix(6))
        first = number * scale
        last = first + scale - 1
    }

    /// Whether the other code is this one, or a part of it.
    package func contains(_ code: TariffCode) -> Bool {
        first <= code.first && code.last <= last
    }
}

extension TariffCode: Comparable {
    package static func < (left: TariffCode, right: TariffCode) -> Bool {
        (left.first, left.last) < (right.first, right.last)
    }
}

extension TariffCode: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = TariffCode(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is not a tariff code")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
