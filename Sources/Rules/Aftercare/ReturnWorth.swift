// What goes back for what comes back: goods, the duty and tax collected with them, and as much of
// the freight as the law says. Parts of an order add up to the whole of it, to the cent, whatever
// the order in which they come.

package struct ReturnWorth: Hashable, Sendable {
    package var goods: Money
    package var duty: Money
    package var tax: Money
    package var fees: Money
    package var shipping: Money

    package var total: Money { goods + duty + tax + fees + shipping }

    package enum Freight: Hashable, Sendable {
        /// The store's policy keeps it.
        case none
        /// What the cheapest method would have cost, whatever was chosen: the law of the Union.
        case standard
        /// All of it: the fault was the store's.
        case all
    }

    /// - Parameters:
    ///   - returned: units of each product that came back before.
    ///   - items: what comes back now.
    package init(
        of items: [Return.Item], after returned: [String: Int], quote: Quote, freight: Freight
    ) {
        let before = Self.worth(of: returned, quote, freight)
        let now = items.reduce(into: returned) { $0[$1.product, default: 0] += $1.quantity }
        let after = Self.worth(of: now, quote, freight)
        goods = after.goods - before.goods
        duty = after.duty - before.duty
        tax = after.tax - before.tax
        fees = after.fees - before.fees
        shipping = after.shipping - before.shipping
    }

    package init(goods: Money, duty: Money, tax: Money, fees: Money, shipping: Money) {
        (self.goods, self.duty, self.tax) = (goods, duty, tax)
        (self.fees, self.shipping) = (fees, shipping)
    }

    private init(zero currency: Currency) {
        let none = Money.zero(currency)
        self.init(goods: none, duty: none, tax: none, fees: none, shipping: none)
    }

    private static func worth(
        of units: [String: Int], _ quote: Quote, _ freight: Freight
    ) -> ReturnWorth {
        var worth = ReturnWorth(zero: quote.currency)
        for (product, lines) in Dictionary(grouping: quote.lines, by: \.product) {
            let bought = lines.reduce(0) { $0 + $1.quantity }
            let back = min(units[product] ?? 0, bought)
            guard back > 0 else { continue }
            func share(_ part: (Quote.Line) -> Money) -> Money {
                lines.reduce(.zero(quote.currency)) { $0 + part($1) }.share(back, of: bought)
            }
            worth.goods += share(\.goods)
            worth.duty += share(\.duty)
            worth.tax += share(\.tax)
            worth.fees += share(\.fees)
            worth.shipping += share(\.shipping)
        }
        worth.keepFreight(quote, freight)
        return worth
    }

    /// What of the freight isn't given back, and the tax that was on it, are kept.
    private mutating func keepFreight(_ quote: Quote, _ freight: Freight) {
        let paid = shipping
        switch freight {
        case .none: shipping = .zero(quote.currency)
        case .standard:
            guard quote.shipping > quote.standardShipping else { return }
            shipping = quote.standardShipping.share(
                Int(paid.minor), of: Int(quote.shipping.minor))
        case .all: return
        }
        let base = goods + duty + paid
        guard base.minor > 0 else { return }
        // Rounded down: what isn't clear is the buyer's.
        let kept = Int128(tax.minor) * Int128((paid - shipping).minor) / Int128(base.minor)
        tax = tax - Money(Int64(kept), quote.currency)
    }
}

extension Money {
    /// So many parts of so many, half a cent up.
    fileprivate func share(_ part: Int, of whole: Int) -> Money {
        if part == whole { return self }
        let exact = Int128(minor) * Int128(part)
        return Money(Int64((2 * exact + Int128(whole)) / (2 * Int128(whole))), currency)
    }
}

extension ReturnPolicy {
    package func freight(for reason: Return.Reason) -> ReturnWorth.Freight {
        if reason.isOurFault { return .all }
        return refundsShipping ? .standard : .none
    }
}
