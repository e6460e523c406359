// The papers of a parcel, to be printed: packing list, commercial invoice and customs declaration.
// They are read by carriers and customs of every country, and so in English everywhere.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

/// Everything the papers of one consignment say: of an order, or of one parcel of it.
struct PapersScene: Sendable {
    let order: Order
    let quote: Quote
    let items: [ParcelPlan.Item]
    /// Units that left before.
    let before: [String: Int]
    /// Which parcel of the order; nil for all of it.
    let number: Int?
    let address: Address
    let rules: Rulebook
    let products: [String: Product]
    let shop: ShopSettings
    /// The day at the warehouse.
    let today: Day

    struct Line: Sendable {
        let line: Quote.Line
        let quantity: Int
        let ware: Ware?

        var grams: Int { (ware?.weightGrams ?? 0) * quantity }
        var goods: Money { line.unitPrice * quantity }
        var contents: String { ware?.description ?? line.product }
    }

    var taxNumbers: [TaxNumber] {
        shop.taxNumbers.counting(in: order.market, goods: quote.goods)
    }
    /// Its share of the quote: with those of the other parcels it adds up to the whole.
    var worth: ReturnWorth { worth(of: items, after: before) }

    func worth(of items: [ParcelPlan.Item], after before: [String: Int]) -> ReturnWorth {
        ReturnWorth(of: items.returned, after: before, quote: quote, freight: .all)
    }

    var lines: [Line] {
        items.compactMap { item in
            quote.lines.first { $0.product == item.product }.map {
                Line(line: $0, quantity: item.quantity, ware: rules.wares[item.product])
            }
        }
    }
    var netGrams: Int { lines.reduce(0) { $0 + $1.grams } }
    var parcels: [ParcelPlan.Parcel] {
        let plan = quote.carriage?.parcels ?? []
        guard number != nil else { return plan }
        return plan.first { $0.items.units == items.units }.map { [$0] } ?? []
    }
    var invoice: String { "INV-\(order.number)" + (number.map { "-\($0)" } ?? "") }
    var grossGrams: Int { parcels.isEmpty ? netGrams : parcels.reduce(0) { $0 + $1.weightGrams } }

    /// CN 22 to 300 special drawing rights, CN 23 beyond. One is worth more than one of each of our
    /// currencies, so what is 300 of them or less is a CN 22 for certain.
    var declaration: String { worth.goods.minor <= 30_000 ? "CN 22" : "CN 23" }
}

struct Papers {
    let scene: PapersScene

    func html(_ visitor: Visitor) -> HTML {
        PaperFrame(
            title: scene.order.number,
            main: "\(invoice(visitor))\(declaration(visitor))\(packing)"
        ).html(visitor)
    }

    private func parties(_ visitor: Visitor) -> HTML {
        let seller =
            [scene.shop.name] + scene.shop.returnAddress
            + scene.taxNumbers.printed.map { "\($0.kind.rawValue) \($0.text)" }
        let buyer = scene.address.lines(visitor) + [scene.address.phone]
        return """
            <dl class="facts"><div><dt>Seller and shipper</dt>\
            <dd>\(seller.map { "\($0)<br>" as HTML })</dd></div>
            <div><dt>Consignee and buyer</dt><dd>\(buyer.map { "\($0)<br>" as HTML })</dd></div></dl>
            """
    }

    private func invoice(_ visitor: Visitor) -> HTML {
        let (quote, worth) = (scene.quote, scene.worth)
        let rows = scene.lines.map { item -> HTML in
            """
            <tr><th scope="row">\(item.contents)\(battery(item.ware))</th><td>\(item.line.tariffClass ?? "–")</td>\
            <td>\(item.ware?.origin.code ?? "–")</td><td>\(item.quantity)</td>\
            <td>\(visitor.money(item.line.unitPrice))</td><td>\(visitor.money(item.goods))</td>\
            <td>\(item.grams) g</td></tr>
            """
        }
        let none = Money.zero(quote.currency)
        let amounts: [(String, Money)] = [
            ("Goods", worth.goods), ("Discount", none), ("Freight", worth.shipping),
            ("Insurance", none), ("Duty", worth.duty), ("Tax", worth.tax), ("Fees", worth.fees),
            ("Total", worth.total),
        ]
        let sums = amounts.map { name, money -> HTML in
            "<tr><th scope=\"row\">\(name)</th><td>\(visitor.money(money))</td></tr>"
        }
        return """
            <section><h1>Commercial invoice</h1>
            <p>Invoice \(scene.invoice) of \(scene.today.description). \
            Order \(scene.order.number). DDP \(scene.address.city), \(scene.address.country.code). \
            Currency \(quote.currency.code). Reason for export: sale.</p>
            \(parties(visitor))
            \(PaperTable(["Description", "HS code", "Origin", "Quantity", "Unit price", "Line total", "Net weight"], rows).html)
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
            <tr><th scope="row">\(item.contents)</th><td>\(item.quantity)</td><td>\(item.grams) g</td>\
            <td>\(visitor.money(item.goods))</td><td>\(item.line.tariffClass ?? "–")</td>\
            <td>\(item.ware?.origin.code ?? "–")</td></tr>
            """
        }
        return """
            <section><h1>Customs declaration \(scene.declaration)</h1>
            \(parties(visitor))<p>Type: sale of goods</p>
            \(PaperTable(["Contents", "Quantity", "Net weight", "Value", "HS code", "Origin"], rows).html)
            <p>Total weight \(scene.grossGrams) g. Total value \(visitor.money(scene.worth.goods)).</p>
            <p>I certify that the particulars are correct and that this item contains no article that \
            is forbidden. Date and signature: \(scene.today.description) ______________</p></section>
            """
    }

    private var packing: HTML {
        let parcels = scene.parcels.enumerated().map { index, parcel -> HTML in
            let items = parcel.items.map {
                "\($0.quantity)\u{A0}×\u{A0}\(scene.products.name(of: $0.product, in: .britishEnglish))"
            }
            return """
                <tr><th scope="row">\(index + 1)</th><td>\(items.joined(separator: ", "))</td>\
                <td>\(parcel.weightGrams) g</td><td>\(parcel.marks.joined(separator: ", "))</td></tr>
                """
        }
        return """
            <section><h1>Packing list</h1><p>Order \(scene.order.number), leaves by \
            \(scene.order.promise.description)</p>
            \(PaperTable(["Parcel", "Contents", "Weight", "Marks"], parcels).html)</section>
            """
    }
}

extension Site {
    func showPapers(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let order = try await ownOrder(visitor)
        let number = Int(visitor.query["parcel"])
        let scene = try await shop.storage.read {
            try $0.papersScene(of: order, number, for: visitor)
        }
        guard let scene else { throw Refusal.notFound }
        return .paper(Papers(scene: scene).html(visitor))
    }
}

extension Reader {
    /// Of a parcel that left or is due, by its number; of the whole order without one. Nil when
    /// there is no such parcel.
    func papersScene(of order: Order, _ number: Int?, for visitor: Visitor) throws -> PapersScene? {
        let agreement = try agreement(of: order.id)
        let quote = try agreement.decodedQuote()
        let plan = quote.carriage?.parcels ?? []
        guard let part = try fulfilment(of: order.id).part(number, by: plan) else { return nil }
        return PapersScene(
            order: order, quote: quote, items: part.items, before: part.before, number: number,
            address: try agreement.decodedAddress(), rules: visitor.rules,
            products: try products(), shop: visitor.shop.settings,
            today: Day(visitor.now, offset: visitor.rules.warehouse.offset))
    }
}

extension Fulfilment {
    /// What is in a parcel that left, or in one that is due, by its number, and what left before
    /// it. Everything without one.
    fileprivate func part(
        _ number: Int?, by plan: [ParcelPlan.Parcel]
    ) -> (items: [ParcelPlan.Item], before: [String: Int])? {
        guard let number else { return (bought.items, [:]) }
        let left = parcels.map(\.items)
        let all = left + due(by: plan)
        guard all.indices.contains(number - 1) else { return nil }
        // Parcels whose units leave again, or were paid back, stand for nothing.
        let counting = parcels.filter { $0.counts && $0.number < number }.flatMap(\.items)
        let dueBefore = all[..<(number - 1)].dropFirst(left.count).flatMap { $0 }
        return (all[number - 1], (counting + dueBefore).units)
    }
}
