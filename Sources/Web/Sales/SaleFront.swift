// The front of a sale: what it is to everybody who reads one language, whatever happens in it.

import Rules
import Shop
import Storage

struct SaleFront: Sendable {
    let sale: Sale
    let text: SaleText
    let rounds: [ID<Round>]
    /// In every market.
    let offers: [Offer]
    let products: [String: Product]
    /// The operator's photographs, by product.
    let photos: [String: [Photo]]
    /// Whether there is a picture of it for social networks, in that language.
    let hasCard: Bool
}

final class Fronts: Sendable {
    private struct Key: Hashable, Sendable {
        let code: String
        let language: Language
        /// Of what is shown: a change on this node is seen at once.
        let edition: Int
    }

    private let shop: Shop
    private let fronts: Lately<Key, SaleFront>
    private let next: Lately<Int, Sale>

    init(shop: Shop) {
        self.shop = shop
        fronts = Lately(clock: shop.clock)
        next = Lately(clock: shop.clock)
    }

    /// Throws `notFound`.
    func front(of code: String, in language: Language) async throws -> SaleFront {
        let key = Key(code: code, language: language, edition: shop.shownEdition)
        return try await fronts.value(key) { [shop] _ in
            try await shop.storage.read { try $0.front(of: code, in: language) }
        }
    }

    /// The sale whose next round is the soonest, else the newest; nil in a shop without sales.
    func nextSale() async throws -> Sale? {
        do {
            return try await next.value(shop.shownEdition) { [shop] now in
                try await shop.storage.read { try $0.nextSale(at: now) }
            }
        } catch Refusal.notFound {
            return nil
        }
    }
}

extension Reader {
    fileprivate func front(of code: String, in language: Language) throws -> SaleFront? {
        guard let sale = try sale(code: code) else { return nil }
        return SaleFront(
            sale: sale, text: try text(of: sale, in: language),
            rounds: try rounds(of: sale.id).map(\.id), offers: try offers(in: sale.id),
            products: try products(), photos: try photos(),
            hasCard: try hasPicture(Shop.cardName(of: code, in: language)))
    }

    fileprivate func nextSale(at now: Moment) throws -> Sale? {
        let sales = try sales()
        let open = try sales.compactMap { sale -> (sale: Sale, opens: Moment)? in
            let next = try rounds(of: sale.id).first {
                now < $0.clock.wallTime(of: $0.closes, at: now)
            }
            return next.map { (sale, $0.opens) }
        }
        return open.min { $0.opens < $1.opens }?.sale ?? sales.first
    }
}
