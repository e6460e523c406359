// How goods are named to whoever reads: never by their code, where a name is known.

import Languages
import Rules
import Shop

extension Visitor {
    /// `2 × band, 1 × headphones`, by their names.
    func units(_ items: [ParcelPlan.Item], _ products: [String: Product]) -> String {
        items.map {
            // The number and the sign stay with what they count.
            "\(formats.number($0.quantity))\u{A0}×\u{A0}\(products.name(of: $0.product, in: language))"
        }.joined(separator: ", ")
    }

    func units(_ items: [Return.Item], _ products: [String: Product]) -> String {
        units(
            items.map { ParcelPlan.Item(product: $0.product, quantity: $0.quantity) }, products)
    }
}
