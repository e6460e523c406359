// The list of one's orders.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct OrdersPage: Page {
    let orders: [Order]

    func title(_ phrases: Phrases) -> String { phrases.orders.listTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.orders
        let items = orders.map { OrderRow(order: $0).html(visitor) }
        return AccountFrame(
            here: .orders, title: say.listTitle,
            main: orders.isEmpty
                ? "<p class=\"lead\">\(say.none)</p>" : "<ul class=\"rows\">\(items)</ul>"
        ).html(visitor)
    }
}

/// An order in a list.
struct OrderRow {
    let order: Order

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.orders
        return """
            <li><a href="/orders/\(order.number)">\(say.title(order.number))</a> \
            <span class="state \(order.state.rawValue)">\(say.state(order.state))</span> \
            <span>\(visitor.time(order.placed))</span> <span>\(visitor.money(order.total))</span></li>
            """
    }
}

extension Site {
    func showOrders(_ visitor: Visitor) async throws -> Response {
        let account = try visitor.person()
        let orders = try await shop.storage.read { try $0.orders(of: account.id) }
        return visitor.response(OrdersPage(orders: orders))
    }
}
