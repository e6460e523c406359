// The numbers by which customs and tax offices know the merchant, and where each counts: EORI, VAT
// and IOSS. Only their form is known here; whether an office gave one, the office says.

package struct TaxNumber: Hashable, Sendable {
    package let kind: Kind
    /// Without spaces: `GB123456789000`.
    package let text: String

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case eori = "EORI"
        case vat = "VAT"
        case ioss = "IOSS"
    }

    /// Reads `EORI GB123456789000`; nil for what none of these numbers looks like.
    package init?(_ written: String) {
        let words = written.split(separator: " ")
        guard let first = words.first, let kind = Kind(rawValue: first.uppercased()) else {
            return nil
        }
        let text = words.dropFirst().joined().uppercased()
        guard Self.isWellFormed(text, kind) else { return nil }
        self.kind = kind
        self.text = text
    }

    private static func isWellFormed(_ text: String, _ kind: Kind) -> Bool {
        let rest = text.dropFirst(2)
        let isNumber = rest.allSatisfy(\.isDigit)
        switch (kind, text.prefix(2)) {
        case (.eori, "GB"): return rest.count == 12 && isNumber
        case (.eori, let country):
            return union.contains(String(country)) && (1...15).contains(rest.count)
                && rest.allSatisfy { $0.isDigit || $0.isCapital }
        case (.vat, "GB"): return (rest.count == 9 || rest.count == 12) && isNumber
        case (.vat, "DE"): return rest.count == 9 && isNumber
        // Two signs check the nine digits of the company; I and O aren't among them.
        case (.vat, "FR"):
            return rest.count == 11 && rest.dropFirst(2).allSatisfy(\.isDigit)
                && rest.prefix(2).allSatisfy { $0.isDigit || ($0.isCapital && !"IO".contains($0)) }
        case (.vat, _): return false
        case (.ioss, let country): return country == "IM" && rest.count == 10 && isNumber
        }
    }

    /// Whether it counts for goods of that worth that go to a market.
    package func counts(in market: Country, goods: Money) -> Bool {
        let place = String(text.prefix(2))
        return switch kind {
        case .vat: place == market.code
        case .eori where place == "GB": market.code == "GB"
        case .eori: Self.union.contains(market.code)
        case .ioss:
            // In another currency nobody here knows what it is worth: it pays at the border.
            Self.union.contains(market.code) && goods.currency == .eur
                && goods <= Self.mostUnderIOSS
        }
    }

    /// What is worth more pays its tax at the border.
    private static let mostUnderIOSS = Money(15_000, .eur)

    private static let union: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
        "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
}

extension [TaxNumber] {
    package func counting(in market: Country, goods: Money) -> [TaxNumber] {
        filter { $0.counts(in: market, goods: goods) }
    }

    /// What stands on paper. An IOSS number goes ahead in the electronic data only: whoever reads
    /// it on a parcel could use it.
    package var printed: [TaxNumber] { filter { $0.kind != .ioss } }

    package func number(_ kind: TaxNumber.Kind) -> String? { first { $0.kind == kind }?.text }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }
}
