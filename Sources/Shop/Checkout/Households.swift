// Who lives together: a keyed hash of the normalised address, so that limits can count households
// without a list of addresses to steal.

package import Rules
import Storage

extension Shop {
    /// The household at an address. Names don't count: two people at one door are one household.
    package func household(at address: Address) async throws -> Household {
        let key = try await secrets.key("household")
        let text = [address.line1, address.line2 ?? "", address.postcode, address.country.code]
            .map(Self.plain).joined(separator: "|")
        return Household(hash: Digest.hex(Digest.hmac(text, key: key)))
    }

    /// Letters and digits only, in small letters: `12 Main St.` and `12  main st` are one address.
    private static func plain(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
