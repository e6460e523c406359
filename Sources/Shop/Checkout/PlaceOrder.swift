// To place an order: the buyer agrees to a quote that binds the store, while the units are held.

package import Rules
import Storage

extension Shop {
    /// Places an order for everything the buyer holds in the sale. `agreed` is the total the buyer
    /// saw: if the rules have changed since, the order isn't placed and `quoteExpired` is thrown.
    /// The same `key` gets the same order again.
    ///
    /// Throws `Refusal`: nothing held, address, household limit, `quoteExpired`.
    package func placeOrder(
        of buyer: Account, in sale: ID<Sale>, to address: Address, by method: String?,
        agreed: Money, language: Language, key: String
    ) async throws -> Order {
        let now = clock.now()
        let address = try deliverable(address, to: buyer)
        let deed = EarlierDeed(
            route: "place", fingerprint: "\(sale) \(agreed) \(method ?? "") \(address.fingerprint)",
            subject: "")
        let household = try await household(at: address)
        // Reckoned before the writer is asked for, which everybody else waits for too. It stands
        // if the basket is the same when nobody can change it any more.
        let rules = rulebook.current
        let seen = try await storage.read { try $0.heldBasket(of: buyer, in: sale, at: now) }
        let terms = try? terms(seen, to: address, by: method, under: rules, at: now)
        let addressText = try JSONText.encode(address)
        let toldOfWithdrawal = try rules.toldOfWithdrawal(in: buyer.market, at: now)
        return try await storage.write { [self] tx in
            if let order = try tx.earlierOrder(of: buyer.id, under: key, deed: deed) {
                return order
            }
            let basket = try tx.lock(seen, of: buyer, at: now)
            guard basket.lines.allSatisfy({ $0.reservation.state == .live }) else {
                throw Refusal.orderStateForbids(state: "paying")
            }
            let terms =
                if let terms, basket.isPriced(as: seen) { terms } else {
                    try self.terms(basket, to: address, by: method, under: rules, at: now)
                }
            guard terms.quote.total == agreed else { throw Refusal.quoteExpired }
            try tx.admit(household, to: basket)
            try tx.set(household, of: buyer.id)
            let order = Order(
                id: chance.id(at: now), number: chance.orderNumber(), account: buyer.id,
                sale: sale, market: buyer.market, total: terms.quote.total, placed: now,
                promise: rules.warehouse.dispatchPromise(orderedAt: now))
            try tx.replaceOpenOrders(holding: basket, at: now, chance: chance)
            try tx.insert(
                order, lines: basket.orderLines,
                agreement: Agreement(
                    quote: terms.text, address: addressText, language: language,
                    toldOfWithdrawal: toldOfWithdrawal))
            try tx.note("place", about: order.id.text, id: chance.id(at: now), at: now)
            if let state = address.subdivision {
                // Goods and freight: a state's threshold is for sales, not for its own tax.
                try tx.note(order, to: state, sales: terms.quote.goods + terms.quote.shipping)
            }
            try tx.remember(
                EarlierDeed(
                    route: deed.route, fingerprint: deed.fingerprint, subject: order.id.text),
                of: buyer.id, under: key, at: now)
            return order
        }
    }

    private func terms(
        _ basket: HeldBasket, to address: Address, by method: String?, under rules: Rulebook,
        at now: Moment
    ) throws -> Terms {
        let quote = try rules.price(basket, to: address, by: method, at: now)
        return Terms(quote: quote, text: try quoteTexts.text(of: quote))
    }
}

/// A price, and how it is written down.
private struct Terms {
    let quote: Quote
    let text: String
}

extension HeldBasket {
    fileprivate var orderLines: [OrderLine] {
        lines.map {
            OrderLine(
                reservation: $0.reservation.id, product: $0.offer.product,
                quantity: $0.reservation.quantity, price: $0.offer.price)
        }
    }

    fileprivate func isPriced(as other: HeldBasket) -> Bool {
        lines.map(\.offer) == other.lines.map(\.offer)
            && lines.map(\.reservation.quantity) == other.lines.map(\.reservation.quantity)
    }
}

extension Rulebook {
    /// The checkout shows the notices of the market in the language of the page; where none is
    /// about the right to withdraw, nobody was told of it.
    fileprivate func toldOfWithdrawal(
        in market: Country, at now: Moment
    ) throws(Refusal) -> Day? {
        let market = try self.market(market)
        let isTold = market.notices(.withdrawal, on: Day(now)).contains { !$0.text.isEmpty }
        return isTold || market.returnPolicy(on: Day(now))?.basis == .policy ? Day(now) : nil
    }
}

extension Address {
    /// Everything in it, in one line, to tell whether a retry asks for the same.
    fileprivate var fingerprint: String {
        [
            name, line1, line2 ?? "", city, subdivision ?? "", postcode, country.code, phone,
        ].joined(separator: "\u{1F}")
    }
}

extension Transaction {
    fileprivate func earlierOrder(
        of buyer: ID<Account>, under key: String, deed wanted: EarlierDeed
    ) throws -> Order? {
        guard let deed = try deed(of: buyer, under: key) else { return nil }
        guard deed.route == wanted.route, deed.fingerprint == wanted.fingerprint,
            let id = ID<Order>(deed.subject)
        else { throw Refusal.idempotencyKeyReused }
        return try order(id)
    }

    /// The basket as it is once nobody can change it: with the locks on the allotments of what was
    /// seen in it.
    fileprivate func lock(
        _ seen: HeldBasket, of buyer: Account, at now: Moment
    ) throws -> HeldBasket {
        try lock(seen.sale.id, whereOthersAreLiveBeside: Set(seen.lines.map(\.round)), at: now)
        let allotments = Set(seen.lines.map(\.reservation.allotment))
        for id in allotments.sorted() { _ = try lock(id) }
        let basket = try heldBasket(of: buyer, in: seen.sale.id, at: now)
        guard !basket.lines.isEmpty else { throw Refusal.basketEmpty }
        // Something was reserved in between: under no lock yet, so the buyer looks again.
        guard Set(basket.lines.map(\.reservation.allotment)).isSubset(of: allotments) else {
            throw Refusal.quoteExpired
        }
        return basket
    }

    /// Now that the address is known, the limit counts for everybody who lives there.
    fileprivate func admit(_ household: Household, to basket: HeldBasket) throws {
        for (product, lines) in Dictionary(grouping: basket.lines, by: \.offer.product) {
            let mine = lines.filter { $0.reservation.household == household }
            let held = try held(by: [household], of: product, in: basket.sale.id)
            let others =
                held[household, default: 0] - mine.reduce(0) { $0 + $1.reservation.quantity }
            let asked = lines.reduce(0) { $0 + $1.reservation.quantity }
            let limit = lines[0].offer.limit
            guard others + asked <= limit else { throw Refusal.householdLimitReached(limit: limit) }
        }
        try set(household, of: basket.lines.map(\.reservation.id))
    }

    /// An order that was placed for the same units and not paid gives way to the new one.
    fileprivate func replaceOpenOrders(
        holding basket: HeldBasket, at now: Moment, chance: SharedChance
    ) throws {
        var seen: Set<ID<Order>> = []
        for line in basket.lines {
            guard let open = try openOrder(holding: line.reservation.id),
                seen.insert(open.id).inserted, var order = try lock(open.id),
                order.state == .placed
            else { continue }
            try owe(try order.apply(.cancel(refund: nil)), at: now)
            try update(order)
            try note("cancel", about: order.id.text, id: chance.id(at: now), at: now)
        }
    }
}
