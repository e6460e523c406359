// What is fetched from the shelves for the orders that leave next: so many of each, then order by
// order.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct PickListPage: Page {
    let orders: [(order: Order, lines: [OrderLine])]
    let products: [String: Product]

    func title(_ phrases: Phrases) -> String { phrases.aftercare.pickList }

    func body(_ visitor: Visitor) -> HTML {
        """
        \(ConsoleTop(title: visitor.phrases.aftercare.pickList).html(visitor))
        \(orders.isEmpty ? "<p class=\"none\">\(visitor.phrases.console.noneToDispatch)</p>" : lists(visitor))
        """
    }

    private func lists(_ visitor: Visitor) -> HTML {
        let (say, guide) = (visitor.phrases.console, visitor.phrases.guide)
        let totals = orders.flatMap(\.lines).reduce(into: [String: Int]()) {
            $0[$1.product, default: 0] += $1.quantity
        }
        let sums = totals.sorted { $0.key < $1.key }.map { product, units -> HTML in
            """
            <tr><th scope="row">\(name(of: product, visitor))</th>\
            <td>\(visitor.formats.number(units))</td></tr>
            """
        }
        let rows = orders.map { item -> HTML in
            let units = item.lines.map { "\($0.quantity) × \(name(of: $0.product, visitor))" }
            return """
                <li><p class="which"><strong>\(item.order.number)</strong> \
                <span>\(item.order.market.code)</span><br>\(units.joined(separator: ", "))</p>
                <p class="due">\(say.due(visitor.formats.day(item.order.promise)))</p>
                <a href="/console/orders/\(item.order.number)/papers">\
                \(visitor.phrases.aftercare.papers)</a></li>
                """
        }
        return """
            <table class="sums"><thead><tr><th scope="col">\(guide.product)</th>\
            <th scope="col">\(guide.units)</th></tr></thead><tbody>\(sums)</tbody></table>
            <section><h2>\(say.toDispatch)</h2><ul class="rows">\(rows)</ul></section>
            """
    }

    private func name(of product: String, _ visitor: Visitor) -> String {
        products[product]?.text(in: visitor.language).name ?? product
    }
}

extension Site {
    func showPickList(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let page = try await shop.storage.read { reader in
            PickListPage(
                orders: try reader.orders(in: .paid, limit: 200).map {
                    (order: $0, lines: try reader.lines(of: $0.id))
                }, products: try reader.products())
        }
        return visitor.response(page)
    }
}
