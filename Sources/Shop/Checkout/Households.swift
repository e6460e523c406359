// Who lives together: a keyed hash of the normalised address, so that limits can count households
// without a list of addresses to steal.

import Foundation
package import Rules
import Storage

extension Shop {
    /// The household at an address. Names don't count: two people at one door are one household.
    package func household(at address: Address) async throws -> Household {
        let key = try await secrets.key("household")
        // A flat stands in the first line or in the second, as people please.
        let text = [address.line1 + (address.line2 ?? ""), address.postcode, address.country.code]
            .map(Self.plain).joined(separator: "|")
        return Household(hash: Digest.hex(Digest.hmac(text, key: key)))
    }

    /// Small letters and digits only, without accents, and each letter as those write it who have
    /// no key for it: `Müllerstraße 5`, `MUELLERSTRASSE 5` and `mullerstrasse, 5` are one address.
    private static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            if let letters = otherwise[scalar] {
                plain += letters
            } else if Character(scalar).isLetter || Character(scalar).isNumber {
                plain.unicodeScalars.append(scalar)
            }
        }
        // ä is a for some and ae for others; taken for the same, few strangers become neighbours.
        for vowel in ["a", "o", "u"] { plain = plain.replacing(vowel + "e", with: vowel) }
        return plain
    }

    /// Letters that don't come apart into a letter and its accent.
    private static let otherwise: [Unicode.Scalar: String] = [
        "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ı": "i",
    ]
}
