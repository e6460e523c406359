// The pick list as a paper: what is fetched from the shelves, then what goes into each parcel, with
// a box to tick for whoever fetches and whoever packs.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct PickListPaper {
    let warehouse: String
    let today: Day
    /// Everything that has to leave by then; all that is known without it.
    let day: Day?
    let parcels: [DueParcel]
    let products: [String: Product]

    func html(_ visitor: Visitor) -> HTML {
        let shelves = parcels.flatMap(\.items).units.items.map { item -> HTML in
            """
            <tr><th scope="row">\(name(of: item.product))</th><td><code>\(item.product)</code></td>\
            <td>\(item.quantity)</td><td>☐</td></tr>
            """
        }
        let rows = parcels.map { parcel -> HTML in
            let units = parcel.items.map { "\($0.quantity) × \(name(of: $0.product))" }
            return """
                <tr><th scope="row">\(parcel.order.number)</th>\
                <td>\(parcel.order.promise.description)</td><td>\(parcel.order.market.code)</td>\
                <td>\(units.joined(separator: ", "))</td>\
                <td>\(parcel.planned.map { "\($0.weightGrams) g" } ?? "–")</td>\
                <td>\((parcel.planned?.marks ?? []).joined(separator: ", "))</td><td>☐</td></tr>
                """
        }
        let span = day.map { "leaves by \($0)" } ?? "all that is due"
        return PaperFrame(
            title: "Pick list \(warehouse) \(today)",
            main: """
                <section><h1>Pick list</h1>
                <p>Warehouse \(warehouse), printed \(today.description): \(span). \
                Parcels \(parcels.count).</p>
                \(PaperTable(["Product", "Code", "Units", "Fetched"], shelves).html)</section>
                <section><h2>Parcels</h2>
                \(PaperTable(["Order", "Leaves by", "To", "Contents", "Weight", "Marks", "Packed"], rows).html)
                <p>Fetched by: ______________ Packed by: ______________</p></section>
                """
        ).html(visitor)
    }

    private func name(of product: String) -> String {
        products.name(of: product, in: .britishEnglish)
    }
}
