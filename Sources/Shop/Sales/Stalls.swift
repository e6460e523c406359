// Where a market's buyers draw a product from. A sale isn't changed once it is announced, so this
// is looked up once.

import Rules
import Storage
import Synchronization

/// A product in a round, as one market has it.
struct Stall: Hashable, Sendable {
    let lane: Lane
    /// How many units one buyer may have in the whole sale.
    let limit: Int
}

final class Stalls: Sendable {
    private struct Key: Hashable {
        let round: ID<Round>
        let product: String
        let market: Country
    }

    /// Far more than a shop has on sale at once.
    private static let most = 10_000

    private let known = Mutex<[Key: Stall]>([:])

    /// Nil until somebody has looked it up.
    func known(_ product: String, in round: ID<Round>, for market: Country) -> Stall? {
        known.withLock { $0[Key(round: round, product: product, market: market)] }
    }

    /// Throws `notFound`, `notSoldHere`.
    func stall(
        of product: String, in round: ID<Round>, for market: Country, _ storage: Storage
    ) async throws -> Stall {
        let key = Key(round: round, product: product, market: market)
        if let stall = known.withLock({ $0[key] }) { return stall }
        let stall = try await storage.read { try $0.stall(of: product, in: round, for: market) }
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[key] = stall
        }
        return stall
    }
}

extension Reader {
    fileprivate func stall(
        of product: String, in roundID: ID<Round>, for market: Country
    ) throws -> Stall {
        guard let round = try round(roundID) else { throw Refusal.notFound }
        guard let offer = try offer(of: product, in: market, sale: round.sale),
            let allotment = try allotment(of: product, for: market, in: round.id)
        else { throw Refusal.notSoldHere }
        let lane = Lane(
            allotment: allotment.id, round: round.id, sale: round.sale, product: product)
        return Stall(lane: lane, limit: offer.limit)
    }
}
