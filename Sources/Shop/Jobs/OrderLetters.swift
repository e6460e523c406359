// What a letter about an order says of it: the agreed quote, item by item, and the way back.

import Languages
import Rules
import Storage

/// An order with everything its letters need, read at once.
struct LetterScene: Sendable {
    let order: Order
    let reader: Account
    let quote: Quote
    let address: Address
    let products: [String: Product]

    func name(of product: String, in language: Language) -> String {
        products.name(of: product, in: language)
    }
}

extension Reader {
    func letterScene(of id: ID<Order>) throws -> LetterScene {
        let order = try known(try order(id))
        let agreement = try agreement(of: id)
        return LetterScene(
            order: order, reader: try known(try account(order.account)),
            quote: try agreement.decodedQuote(),
            address: try JSONText.decode(Address.self, from: agreement.address),
            products: try products())
    }
}

extension Shop {
    func orderLetter(_ scene: LetterScene) throws -> OrderLetter {
        let quote = scene.quote
        return OrderLetter(
            number: scene.order.number,
            items: quote.lines.map { line in
                OrderLetter.Item(
                    name: scene.name(of: line.product, in: scene.reader.language),
                    quantity: line.quantity, goods: line.goods)
            },
            shipping: quote.shipping, duty: quote.duty, tax: quote.tax, fees: quote.fees,
            total: quote.total, promise: scene.order.promise,
            link: settings.order(scene.order.number), wayBack: try wayBack(scene))
    }

    private func wayBack(_ scene: LetterScene) throws -> WayBack? {
        guard let policy = returnPolicy(scene) else { return nil }
        let sent = scene.quote.lines.map { ($0.product, $0.quantity, $0.unitPrice) }
        return try cost(of: sent, scene, policy).map { WayBack(days: policy.days, cost: $0) }
    }

    private func returnPolicy(_ scene: LetterScene) -> ReturnPolicy? {
        rulebook.current.markets[scene.order.market]?.returnPolicy(on: Day(scene.order.placed))
    }

    /// Nil when a product is no longer in the rules.
    private func cost(
        of goods: [(product: String, quantity: Int, price: Money)], _ scene: LetterScene,
        _ policy: ReturnPolicy
    ) throws -> WayBack.Cost? {
        if policy.returnPaidBy == .merchant { return .store }
        let rules = rulebook.current
        let lines = goods.compactMap { item in
            rules.wares[item.product].map {
                Basket.Line($0, quantity: item.quantity, unitPrice: item.price)
            }
        }
        guard lines.count == goods.count else { return nil }
        do throws(Refusal) {
            let ways = try Shipping.waysBack(
                for: lines, from: Destination(scene.address), on: Day(scene.order.placed),
                rules: rules)
            return .buyer(ways[0].price)
        } catch {
            guard error == .noShippingMethod else { throw error }
            return .notSent
        }
    }
}
