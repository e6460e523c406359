// What is declared of the parcels that have left, as a table for the broker: a row for each kind of
// goods in each. The IOSS number is here and in the carrier's data, and on no paper.

import Hummingbird
import Rules
import Shop
import Storage

extension Site {
    /// Parcels that nobody has declared yet.
    func exportCustoms(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let rows = try await shop.storage.read { reader in
            try reader.customsCases(in: [.quoted], limit: 2000).reversed().flatMap {
                kept -> [[String]] in
                guard let order = try reader.order(kept.order),
                    let parcel = try reader.parcel(kept.parcel), parcel.counts,
                    let scene = try reader.papersScene(of: order, parcel.number, for: visitor)
                else { return [] }
                return scene.customsRows(of: parcel)
            }
        }
        return .csv(CSV.written(PapersScene.customsHeader, rows), named: "customs")
    }
}

extension PapersScene {
    fileprivate static let customsHeader = [
        "order", "parcel", "invoice", "carrier", "tracking_number", "market", "incoterm", "seller",
        "eori", "vat", "ioss", "name", "line1", "line2", "postcode", "city", "subdivision",
        "country", "phone", "product", "description", "hs", "origin", "quantity", "unit_price",
        "goods", "freight", "duty", "tax", "currency", "net_grams",
    ]

    /// The shares of all rows add up to the quote, to the cent.
    fileprivate func customsRows(of parcel: Parcel) -> [[String]] {
        var sent = before
        return lines.map { line in
            let product = line.line.product
            let item = ParcelPlan.Item(product: product, quantity: line.quantity)
            let share = worth(of: [item], after: sent)
            sent[product, default: 0] += line.quantity
            let parties = [
                shop.name, taxNumbers.number(.eori) ?? "", taxNumbers.number(.vat) ?? "",
                taxNumbers.number(.ioss) ?? "", address.name, address.line1, address.line2 ?? "",
                address.postcode, address.city, address.subdivision ?? "", address.country.code,
                address.phone,
            ]
            let goods = [
                product, line.contents, line.line.tariffClass ?? "", line.ware?.origin.code ?? "",
                "\(line.quantity)", line.line.unitPrice.decimal, share.goods.decimal,
                share.shipping.decimal, share.duty.decimal, share.tax.decimal,
                quote.currency.code, "\(line.grams)",
            ]
            return [
                order.number, "\(parcel.number)", invoice, parcel.shipment.carrier,
                parcel.shipment.trackingNumber, order.market.code, "DDP",
            ] + parties + goods
        }
    }
}
