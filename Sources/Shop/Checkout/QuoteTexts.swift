// Quotes as they are kept with their orders. In a rush most orders are for the same few things at
// the same price, and to write a quote down takes longer than to reckon it: each is written once.

package import Rules
package import Storage
import Synchronization

final class QuoteTexts: Sendable {
    /// About 5 MB.
    private static let most = 1000

    private let known = Mutex<[Quote: String]>([:])

    /// Where exactly it goes stands in the order's address, and in no other place.
    func text(of quote: Quote) throws -> String {
        var quote = quote
        quote.destination.postcode = nil
        if let text = known.withLock({ $0[quote] }) { return text }
        let text = try JSONText.encode(quote)
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[quote] = text
        }
        return text
    }
}

extension Agreement {
    /// The quote as it was agreed to, whatever the rules say by now.
    package func decodedQuote() throws -> Quote {
        var decoded = try JSONText.decode(Quote.self, from: quote)
        decoded.destination = Destination(try decodedAddress())
        return decoded
    }

    package func decodedAddress() throws -> Address {
        try JSONText.decode(Address.self, from: address)
    }
}
