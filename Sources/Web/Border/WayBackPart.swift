// What sending goods back costs and until when, and what is guaranteed: told before the order.

import Languages
import Rules

struct WayBackPart {
    let lines: [Basket.Line]
    let from: Destination

    func html(_ visitor: Visitor) -> HTML? {
        guard let policy = visitor.market.returnPolicy(on: visitor.today) else { return nil }
        let say = visitor.phrases.orders
        let ways =
            (try? Shipping.waysBack(
                for: lines, from: from, on: visitor.today, rules: visitor.rules)) ?? []
        let cost: String
        if policy.returnPaidBy == .merchant {
            cost = say.returnCost(visitor.money(.zero(visitor.market.currency)))
        } else {
            cost =
                ways.first.map { say.returnCost(visitor.money($0.price)) } ?? say.returnNotSent
        }
        return """
            <h2>\(visitor.phrases.sale.wayBackTitle)</h2>
            <p>\(say.returnBefore(policy.days)) \(cost)</p>
            \(WaysBackPart(ways: ways).html(visitor))
            <h2>\(visitor.phrases.border.guaranteeTitle)</h2>
            \(GuaranteesPart().html(visitor))
            """
    }
}

/// Every permitted way, the cheapest first.
struct WaysBackPart {
    let ways: [ShippingOffer]

    func html(_ visitor: Visitor) -> HTML? {
        guard !ways.isEmpty else { return nil }
        let say = visitor.phrases.checkout
        let items = ways.map { way -> HTML in
            """
            <li>\(visitor.name(ofMethod: way.method))\(visitor.formats.colon)\
            \(visitor.money(way.price)), \
            \(say.methodDays(way.fewestDays, way.mostDays))</li>
            """
        }
        return """
            <p class="hint">\(visitor.phrases.border.waysBack)</p><ul class="ways">\(items)</ul>
            """
    }
}

/// What the law gives comes first, whatever the maker adds.
struct GuaranteesPart {
    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let items = visitor.market.guarantees(on: visitor.today).map { guarantee -> HTML in
            """
            <li>\(guarantee.grantor == .law
                ? say.guaranteeByLaw(guarantee.months) : say.guaranteeByMaker(guarantee.months))</li>
            """
        }
        return "<ul class=\"guarantees\">\(items)</ul>"
    }
}
