// What one unit costs a visitor in all, before they do anything: its price, delivered, and sent
// back.

import Rules
import Shop
import Synchronization

struct Pricing: Sendable {
    /// As the market wants prices shown: with tax or without.
    let shown: Money
    /// One unit to a typical address; nil when nothing carries it, which an import refuses.
    let delivered: Quote?
    let wayBack: WayBack
    /// Every way back that takes the product, the cheapest first.
    let waysBack: [ShippingOffer]
    let policy: ReturnPolicy?
    let dispatchDays: Int

    enum WayBack: Sendable {
        case paidByStore
        case costs(Money)
        /// Nothing may carry it back: it is refunded without.
        case notSent
    }

    init(of product: String, at price: Money, in market: Market, on day: Day, rules: Rulebook) {
        shown = LandedCost.shownPrice(of: price, in: market, on: day, rules: rules)
        policy = market.returnPolicy(on: day)
        dispatchDays = rules.warehouse.dispatchDays
        guard let ware = rules.wares[product] else {
            delivered = nil
            (wayBack, waysBack) = (.notSent, [])
            return
        }
        let line = Basket.Line(ware, quantity: 1, unitPrice: price)
        delivered = try? LandedCost.quote(
            basket: Basket([line]), destination: market.typicalDestination, on: day, rules: rules)
        waysBack =
            (try? Shipping.waysBack(
                for: [line], from: market.typicalDestination, on: day, rules: rules)) ?? []
        wayBack =
            policy?.returnPaidBy == .merchant
            ? .paidByStore : waysBack.first.map { .costs($0.price) } ?? .notSent
    }
}

/// The pricings that were asked for before. They follow from the rules alone, so what was reckoned
/// for one visitor holds for the next.
final class Prices: Sendable {
    private struct Key: Hashable {
        let product: String
        let price: Money
        let market: Country
        let day: Day
        /// Of the rules.
        let version: String
    }

    /// Far more than a shop has on sale in a day.
    private static let most = 1000

    private let known = Mutex<[Key: Pricing]>([:])

    func pricing(
        of product: String, at price: Money, in market: Market, on day: Day, rules: Rulebook
    ) -> Pricing {
        let key = Key(
            product: product, price: price, market: market.country, day: day,
            version: rules.version)
        if let pricing = known.withLock({ $0[key] }) { return pricing }
        let pricing = Pricing(of: product, at: price, in: market, on: day, rules: rules)
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[key] = pricing
        }
        return pricing
    }
}

extension Visitor {
    /// What one unit costs this visitor, today.
    func pricing(of offer: Offer) -> Pricing {
        site.prices.pricing(
            of: offer.product, at: offer.price, in: market, on: today, rules: rules)
    }
}
