// To keep the pictures that social networks show of a sale.

package import Rules
import Storage

extension Shop {
    /// The picture that social networks show of a sale in that language.
    package static func cardName(of sale: String, in language: Language) -> String {
        "card-\(sale)-\(language.rawValue).png"
    }

    /// Throws `notFound` when there is no such sale.
    package func keepCard(_ picture: [UInt8], of code: String, in language: Language) async throws {
        let now = clock.now()
        defer { noteChangeToWhatIsShown() }
        try await storage.write { tx in
            guard try tx.sale(code: code) != nil else { throw Refusal.notFound }
            try tx.keep(picture, as: Self.cardName(of: code, in: language), at: now)
        }
    }
}
