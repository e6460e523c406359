// To send a paid order elsewhere, before it leaves: only within the market, within the limit of
// whoever lives there, and at the price that was agreed to.

package import Rules
import Storage

extension Shop {
    /// By its buyer or an operator. Throws `Refusal`: no such order, left already, outside the
    /// market, the household's limit, `addressChangesPrice`.
    @discardableResult
    package func changeAddress(
        of id: ID<Order>, to typed: Address, by account: Account
    ) async throws -> Order {
        let now = clock.now()
        let rules = rulebook.current
        let found = try await storage.read { try $0.order(id) }
        guard let found, found.account == account.id || account.isOperator else {
            throw Refusal.notFound
        }
        let address = try typed.validate(for: try rules.market(found.market))
        let household = try await household(at: address)
        return try await storage.write { [chance, quoteTexts] tx in
            guard let allotments = try tx.lockAllotments(of: id, at: now),
                let order = try tx.lock(id), !allotments.isEmpty
            else { throw Refusal.notFound }
            guard order.state == .paid else {
                throw Refusal.orderStateForbids(state: order.state.rawValue)
            }
            let agreed = try tx.agreement(of: id)
            let quote = try agreed.decodedQuote().moved(to: address, placed: order.placed, rules)
            try tx.admit(household, to: order)
            try tx.change(
                Agreement(
                    quote: try quoteTexts.text(of: quote), address: try JSONText.encode(address),
                    language: agreed.language, toldOfWithdrawal: agreed.toldOfWithdrawal), of: id)
            if let state = address.subdivision {
                try tx.note(order, to: state, sales: quote.goods + quote.shipping)
            }
            try tx.note(
                "change address", about: id.text, detail: account.id.text,
                id: chance.id(at: now), at: now)
            return order
        }
    }
}

extension Quote {
    /// The quote as it binds the store, for another destination. Both are reckoned anew, so that
    /// rules which changed since the order don't look like a difference of the address.
    fileprivate func moved(
        to address: Address, placed: Moment, _ rules: Rulebook
    ) throws(Refusal) -> Quote {
        let lines = try lines.map { line throws(Refusal) in
            guard let ware = rules.wares[line.product] else { throw .notSoldHere }
            return Basket.Line(ware, quantity: line.quantity, unitPrice: line.unitPrice)
        }
        let basket = Basket(lines, by: carriage.map { .method($0.method) } ?? .standard)
        func total(to destination: Destination) throws(Refusal) -> Money {
            try LandedCost.quote(
                basket: basket, destination: destination, on: Day(placed), rules: rules
            ).total
        }
        let (here, there) = (
            try total(to: destination), try total(to: Destination(address))
        )
        guard here == there else { throw .addressChangesPrice(total: there) }
        var moved = self
        moved.destination = Destination(address)
        return moved
    }
}

extension Transaction {
    /// The limit counts for everybody who lives there, as it did at the checkout.
    fileprivate func admit(_ household: Household, to order: Order) throws {
        let mine = try reservations(try lines(of: order.id).map(\.reservation))
        guard let buyer = try account(order.account) else { throw Refusal.notFound }
        for (product, lines) in Dictionary(grouping: try lines(of: order.id), by: \.product) {
            guard let offer = try offer(of: product, in: buyer.market, sale: order.sale) else {
                continue
            }
            let moving = mine.filter { held in
                lines.contains { $0.reservation == held.reservation.id }
            }
            let there = moving.filter { $0.reservation.household == household }
            let held = try held(by: [household], of: product, in: order.sale)
            let others =
                held[household, default: 0] - there.reduce(0) { $0 + $1.reservation.quantity }
            let asked = moving.reduce(0) { $0 + $1.reservation.quantity }
            guard others + asked <= offer.limit else {
                throw Refusal.householdLimitReached(limit: offer.limit)
            }
        }
        try set(household, of: mine.map(\.reservation.id))
    }
}
