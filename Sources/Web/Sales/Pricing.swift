// What one unit costs a visitor in all, before they do anything: its price, delivered, and sent
// back.

import Rules
import Shop

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
