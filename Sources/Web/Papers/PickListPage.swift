// What is fetched from the shelves for a day, and packed: as a page to print, and as a table.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

/// A parcel that has to leave.
struct DueParcel: Sendable {
    let order: Order
    let items: [ParcelPlan.Item]
    let address: Address
    /// From the plan; nil where the parcel isn't as it was planned.
    let planned: ParcelPlan.Parcel?
}

struct PickListPage: Page {
    let warehouse: String
    /// Everything that has to leave by then; all that is known without it.
    let day: Day?
    let parcels: [DueParcel]
    let products: [String: Product]

    func title(_ phrases: Phrases) -> String { phrases.aftercare.pickList }

    func body(_ visitor: Visitor) -> HTML {
        let totals = parcels.flatMap(\.items).units.items.map { item -> HTML in
            """
            <tr><th scope="row">\(products.name(of: item.product, in: visitor.language))</th>\
            <td>\(visitor.formats.number(item.quantity))</td></tr>
            """
        }
        let rows = parcels.map { parcel -> HTML in
            let order = parcel.order
            return """
                <tr><td>\(visitor.formats.day(order.promise))</td>\
                <td><a href="/console/orders/\(order.number)/papers">\(order.number)</a></td>\
                <td>\(order.market.code)</td><td>\(visitor.units(parcel.items, products))</td>\
                <td>\(parcel.planned.map { "\($0.weightGrams) g" } ?? "")</td>\
                <td>\((parcel.planned?.marks ?? []).joined(separator: ", "))</td></tr>
                """
        }
        let query = day.map { "?day=\($0)" } ?? ""
        return """
            \(ConsoleTop(title: visitor.phrases.aftercare.pickList).html(visitor))
            <form class="inline" method="get" action="/console/picklist">
            <label for="day">\(visitor.phrases.aftercare.forecastDay) (\(warehouse))</label>
            <input id="day" name="day" type="date" value="\(day?.description ?? "")">
            <button class="quiet">\(visitor.phrases.personal.show)</button></form>
            <p><a href="/console/picklist/paper\(query)">\(visitor.phrases.invoices.print)</a> · \
            <a href="/console/picklist.csv\(query)">CSV</a></p>
            <table class="sums">\(totals)</table><div class="scroll" tabindex="0"><table class="list">\(rows)</table></div>
            """
    }
}

extension Site {
    func showPickList(_ visitor: Visitor) async throws -> Response {
        let (day, parcels) = try await dueParcels(visitor)
        let products = try await shop.storage.read { try $0.products() }
        return visitor.response(
            PickListPage(
                warehouse: visitor.rules.warehouse.code, day: day, parcels: parcels,
                products: products))
    }

    func printPickList(_ visitor: Visitor) async throws -> Response {
        let (day, parcels) = try await dueParcels(visitor)
        let products = try await shop.storage.read { try $0.products() }
        let warehouse = visitor.rules.warehouse
        let paper = PickListPaper(
            warehouse: warehouse.code, today: Day(visitor.now, offset: warehouse.offset), day: day,
            parcels: parcels, products: products)
        return .paper(paper.html(visitor))
    }

    /// With what a label needs; a row for each parcel.
    func exportPickList(_ visitor: Visitor) async throws -> Response {
        let (_, parcels) = try await dueParcels(visitor)
        let rows = parcels.map { parcel in
            let to = parcel.address
            return [
                parcel.order.number, "\(parcel.order.promise)",
                parcel.items.map { "\($0.product):\($0.quantity)" }.joined(separator: " "),
                parcel.planned.map { "\($0.weightGrams)" } ?? "",
                (parcel.planned?.marks ?? []).joined(separator: " "), to.name, to.line1,
                to.line2 ?? "", to.postcode, to.city, to.subdivision ?? "", to.country.code,
                to.phone,
            ]
        }
        let header = [
            "order", "leaves_by", "items", "grams", "marks", "name", "line1", "line2", "postcode",
            "city", "subdivision", "country", "phone",
        ]
        return .csv(CSV.written(header, rows), named: "picklist")
    }

    private func dueParcels(_ visitor: Visitor) async throws -> (Day?, [DueParcel]) {
        _ = try visitor.staff()
        let text = visitor.query["day"]
        let day = text.isEmpty ? nil : try Day(asked: text)
        let parcels = try await shop.storage.read { reader in
            try reader.orders(in: [.paid, .partlyDispatched], limit: 200)
                .filter { order in day.map { order.promise <= $0 } ?? true }
                .flatMap { order in
                    let agreement = try reader.agreement(of: order.id)
                    let plan = try agreement.decodedQuote().carriage?.parcels ?? []
                    let address = try agreement.decodedAddress()
                    return try reader.fulfilment(of: order.id).due(by: plan).map { items in
                        DueParcel(
                            order: order, items: items, address: address,
                            planned: plan.first { $0.items.units == items.units })
                    }
                }
        }
        return (day, parcels)
    }
}
