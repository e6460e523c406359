// The papers of a parcel, to be printed: packing list, commercial invoice and customs declaration.
// They are read by carriers and customs of every country, and so in English everywhere.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

/// Everything the papers of one order say.
struct PapersScene: Sendable {
    let order: Order
    let quote: Quote
    let address: Address
    let rules: Rulebook
    let shop: ShopSettings
    /// The day at the warehouse.
    let today: Day

    struct Line: Sendable {
        let line: Quote.Line
        let ware: Ware?

        var grams: Int { (ware?.weightGrams ?? 0) * line.quantity }
        var contents: String { ware?.description ?? line.product }
    }

    var lines: [Line] { quote.lines.map { Line(line: $0, ware: rules.wares[$0.product]) } }
    var netGrams: Int { lines.reduce(0) { $0 + $1.grams } }
    var parcels: [ParcelPlan.Parcel] { quote.carriage?.parcels ?? [] }
    var grossGrams: Int { parcels.isEmpty ? netGrams : parcels.reduce(0) { $0 + $1.weightGrams } }

    /// CN 22 to 300 special drawing rights, CN 23 beyond. One is worth more than one of each of our
    /// currencies, so what is 300 of them or less is a CN 22 for certain.
    var declaration: String { quote.goods.minor <= 30_000 ? "CN 22" : "CN 23" }
}

struct Papers {
    let scene: PapersScene

    func html(_ visitor: Visitor) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>\(scene.order.number)</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="\(visitor.site.look.icon)" type="image/svg+xml">
        <link rel="stylesheet" href="\(visitor.site.look.style)"></head>
        <body><main class="papers">\(invoice(visitor))\(declaration(visitor))\(packing)</main></body>
        </html>

        """
    }

    private func parties(_ visitor: Visitor) -> HTML {
        let seller = [scene.shop.name] + scene.shop.returnAddress
        let buyer = scene.address.lines(visitor) + [scene.address.phone]
        return """
            <dl class="facts"><div><dt>Seller and shipper</dt>\
            <dd>\(seller.map { "\($0)<br>" as HTML })</dd></div>
            <div><dt>Consignee and buyer</dt><dd>\(buyer.map { "\($0)<br>" as HTML })</dd></div></dl>
            """
    }

    private func invoice(_ visitor: Visitor) -> HTML {
        let quote = scene.quote
        let rows = scene.lines.map { item -> HTML in
            """
            <tr><th scope="row">\(item.contents)\(battery(item.ware))</th><td>\(item.line.tariffClass ?? "–")</td>\
            <td>\(item.ware?.origin.code ?? "–")</td><td>\(item.line.quantity)</td>\
            <td>\(visitor.money(item.line.unitPrice))</td><td>\(visitor.money(item.line.goods))</td>\
            <td>\(item.grams) g</td></tr>
            """
        }
        let none = Money.zero(quote.currency)
        let amounts: [(String, Money)] = [
            ("Goods", quote.goods), ("Discount", none), ("Freight", quote.shipping),
            ("Insurance", none), ("Duty", quote.duty), ("Tax", quote.tax), ("Fees", quote.fees),
            ("Total", quote.total),
        ]
        let sums = amounts.map { name, money -> HTML in
            "<tr><th scope=\"row\">\(name)</th><td>\(visitor.money(money))</td></tr>"
        }
        return """
            <section><h1>Commercial invoice</h1>
            <p>Invoice INV-\(scene.order.number) of \(scene.today.description). \
            Order \(scene.order.number). DDP \(scene.address.city), \(scene.address.country.code). \
            Currency \(quote.currency.code). Reason for export: sale.</p>
            \(parties(visitor))
            \(table(["Description", "HS code", "Origin", "Quantity", "Unit price", "Line total", "Net weight"], rows))
            <table class="sums">\(sums)</table>
            <p>Net weight \(scene.netGrams) g. Gross weight \(scene.grossGrams) g. \
            Parcels \(max(1, scene.parcels.count)).</p>
            <p>We declare that this invoice is true and correct. Signature: ______________ \
            Date: \(scene.today.description)</p></section>
            """
    }

    /// What a carrier must know of lithium.
    private func battery(_ ware: Ware?) -> HTML? {
        guard let battery = ware?.battery else { return nil }
        let hundredths = battery.milliwattHours % 1000 / 10
        let hours = "\(battery.milliwattHours / 1000).\(hundredths < 10 ? "0" : "")\(hundredths)"
        return "<br>UN\(battery.unNumber), PI \(battery.packingInstruction), \(hours) Wh"
    }

    private func declaration(_ visitor: Visitor) -> HTML {
        let rows = scene.lines.map { item -> HTML in
            """
            <tr><th scope="row">\(item.contents)</th><td>\(item.line.quantity)</td><td>\(item.grams) g</td>\
            <td>\(visitor.money(item.line.goods))</td><td>\(item.line.tariffClass ?? "–")</td>\
            <td>\(item.ware?.origin.code ?? "–")</td></tr>
            """
        }
        return """
            <section><h1>Customs declaration \(scene.declaration)</h1>
            \(parties(visitor))<p>Type: sale of goods</p>
            \(table(["Contents", "Quantity", "Net weight", "Value", "HS code", "Origin"], rows))
            <p>Total weight \(scene.grossGrams) g. Total value \(visitor.money(scene.quote.goods)).</p>
            <p>I certify that the particulars are correct and that this item contains no article that \
            is forbidden. Date and signature: \(scene.today.description) ______________</p></section>
            """
    }

    private var packing: HTML {
        let parcels = scene.parcels.enumerated().map { index, parcel -> HTML in
            let items = parcel.items.map { "\($0.quantity) × \($0.product)" }
            return """
                <tr><th scope="row">\(index + 1)</th><td>\(items.joined(separator: ", "))</td>\
                <td>\(parcel.weightGrams) g</td><td>\(parcel.marks.joined(separator: ", "))</td></tr>
                """
        }
        return """
            <section><h1>Packing list</h1><p>Order \(scene.order.number), leaves by \
            \(scene.order.promise.description)</p>
            \(table(["Parcel", "Contents", "Weight", "Marks"], parcels))</section>
            """
    }

    private func table(_ heads: [String], _ rows: [HTML]) -> HTML {
        """
        <div class="scroll" tabindex="0"><table><thead><tr>\
        \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }
}

extension Site {
    func showPapers(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let order = try await ownOrder(visitor)
        let agreement = try await shop.storage.read { try $0.agreement(of: order.id) }
        let scene = PapersScene(
            order: order, quote: try agreement.decodedQuote(),
            address: try agreement.decodedAddress(), rules: visitor.rules, shop: shop.settings,
            today: Day(visitor.now, offset: visitor.rules.warehouse.offset))
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: Papers(scene: scene).html(visitor).text)))
    }
}
