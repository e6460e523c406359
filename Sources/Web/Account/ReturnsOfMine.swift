// What one has sent back, of all orders.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ReturnsOfMinePage: Page {
    let returns: [(goods: Return, order: Order)]
    let products: [String: Product]

    func title(_ phrases: Phrases) -> String { phrases.personal.returns }

    func body(_ visitor: Visitor) -> HTML {
        let (say, orders) = (visitor.phrases.personal, visitor.phrases.orders)
        let items = returns.map { goods, order -> HTML in
            """
            <li><a href="/orders/\(order.number)">\(goods.number)</a> \
            <span>\(visitor.units(goods.items, products))</span> \
            <span class="state \(goods.state == .refunded ? "delivered" : "placed")">\
            \(orders.returnState(goods.state))</span> \
            <span>\(visitor.time(goods.requested))</span></li>
            """
        }
        return AccountFrame(
            here: .returns, title: say.returns,
            main: """
                \(returns.isEmpty ? "<p class=\"lead\">\(say.noReturns)</p>" as HTML : nil)
                <ul class="rows">\(items)</ul>
                <p><a href="/withdraw">\(visitor.withdrawing)</a></p>
                """
        ).html(visitor)
    }
}

extension Reader {
    /// Of an account's latest orders, the newest first.
    func returns(of account: ID<Account>) throws -> [(goods: Return, order: Order)] {
        try orders(of: account).flatMap { order in
            try returns(of: order.id).reversed().map { (goods: $0, order: order) }
        }
    }
}

extension Site {
    func showReturnsOfMine(_ visitor: Visitor) async throws -> Response {
        let person = try visitor.person()
        let page = try await shop.storage.read { reader in
            ReturnsOfMinePage(
                returns: try reader.returns(of: person.id), products: try reader.products())
        }
        return visitor.response(page)
    }
}
