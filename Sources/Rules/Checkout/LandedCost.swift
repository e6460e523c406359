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
        let offer = try carriage(of: basket, to: destination, on: day, rules: rules)
        let freight: Int64
        switch basket.carriage {
        case .fixed(let money): freight = money.minor
        case .standard, .method: freight = offer?.price.minor ?? 0
        }
        var assessment = Assessment(consignment, freight: freight, rules: rules)
        assessment.assessCoverage()
        assessment.assessDuty()
        assessment.assessFees()
        assessment.assessTax()
        assessment.assessSalesTax(in: destination, rules: rules)
        return assessment.quote(to: destination, by: offer, rules: rules.version)
    }

    private static func carriage(
        of basket: Basket, to destination: Destination, on day: Day, rules: Rulebook
    ) throws(Refusal) -> ShippingOffer? {
        switch basket.carriage {
        case .fixed: return nil
        case .standard:
            let offers = try Shipping.offers(
                for: basket.lines, to: destination, on: day, rules: rules)
            return offers[0]
        case .method(let code):
            let offers = try Shipping.offers(
                for: basket.lines, to: destination, on: day, rules: rules)
            guard let offer = offers.first(where: { $0.method == code }) else {
                throw .noShippingMethod
            }
            return offer
        }
    }
}
