// By which ways some goods of an order may come back, and what each costs their sender.

package enum WaysBack {
    /// The cheapest first, at the rates of the day on which the order was placed: what was told
    /// before the order binds. Empty when nothing may carry them, or when nobody knows: then the
    /// buyer keeps them.
    package static func offers(
        for items: [Return.Item], reason: Return.Reason, quote: Quote,
        from destination: Destination,
        on day: Day, rules: Rulebook
    ) -> [ShippingOffer] {
        let lines = items.compactMap { item -> Basket.Line? in
            guard let ware = rules.wares[item.product],
                let line = quote.lines.first(where: { $0.product == item.product })
            else { return nil }
            return Basket.Line(ware, quantity: item.quantity, unitPrice: line.unitPrice)
        }
        guard lines.count == items.count else { return [] }
        // A battery that may be broken goes by no aircraft, and the way is over an ocean.
        if reason == .faulty || reason == .damaged,
            lines.contains(where: { $0.ware.battery != nil })
        {
            return []
        }
        do throws(Refusal) {
            return try Shipping.waysBack(for: lines, from: destination, on: day, rules: rules)
        } catch {
            return []
        }
    }

    /// The way that was asked for, or the cheapest. Throws `.input` for one that isn't offered.
    package static func way(
        by method: String?, of offers: [ShippingOffer], reason: Return.Reason, payer: Bearer
    ) throws(Refusal) -> Return.Way {
        guard let cheapest = offers.first else { return .kept }
        guard let offer = method.map({ code in offers.first { $0.method == code } }) ?? cheapest
        else { throw .input([Fault(.method, .notOffered)]) }
        return .sent(
            method: offer.method, cost: offer.price, by: reason.isOurFault ? .merchant : payer)
    }
}
