// The whole price: goods, freight, duty, tax and fees of a basket at a destination on a day.
// A pure function of its four arguments; the same arguments give the same quote, to the cent.

package enum LandedCost {
    /// What the basket costs delivered, with every rule that made it so.
    ///
    /// - Parameter day: the day whose rules are used; nothing here asks for today.
    /// - Throws: `.marketUnknown`, `.basketEmpty`, `.withheld` while a gate is open,
    ///   `.noShippingMethod` when nothing carries the parcels, `.input` beyond the limits.
    package static func quote(
        basket: Basket, destination: Destination, on day: Day, rules: Rulebook
    ) throws(Refusal) -> Quote {
        let market = try rules.market(destination.country)
        let consignment = try Consignment(basket, to: market, on: day, rules: rules)
        let freight = try freight(of: basket, to: destination, on: day, rules: rules)
        var assessment = Assessment(consignment, freight: freight.price.minor, rules: rules)
        assessment.assessCoverage()
        assessment.assessDuty()
        assessment.assessFees()
        assessment.assessTax()
        assessment.assessSalesTax(in: destination, rules: rules)
        return assessment.quote(to: destination, by: freight, rules: rules.version)
    }

    private static func freight(
        of basket: Basket, to destination: Destination, on day: Day, rules: Rulebook
    ) throws(Refusal) -> Freight {
        if case .fixed(let money) = basket.carriage {
            precondition(money.minor >= 0, "nobody is paid for sending")
            return Freight(price: money, standard: money, offer: nil)
        }
        let offers = try Shipping.offers(for: basket.lines, to: destination, on: day, rules: rules)
        guard case .method(let code) = basket.carriage else {
            return Freight(price: offers[0].price, standard: offers[0].price, offer: offers[0])
        }
        guard let offer = offers.first(where: { $0.method == code }) else {
            throw .noShippingMethod
        }
        return Freight(price: offer.price, standard: offers[0].price, offer: offer)
    }
}

/// What the way out costs, and what the cheapest would have.
struct Freight {
    let price: Money
    let standard: Money
    let offer: ShippingOffer?
}
