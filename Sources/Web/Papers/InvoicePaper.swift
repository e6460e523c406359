// The buyer's invoice: what was bought, what was paid for it, and the merchant's numbers where the
// buyer lives; in the language of who reads it, to be printed.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct InvoicePaper {
    let order: Order
    let quote: Quote
    let address: Address
    let sale: SaleScene

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.invoices
        return PaperFrame(
            title: say.title(number), language: visitor.language.rawValue,
            main: """
                <section>\(visitor.heading(say.title(number)))
                <p>\(say.dated(visitor.formats.day(Day(order.placed)), order.number))\
                \(order.delivered.map { " \(say.delivered(visitor.formats.day($0)))" as HTML })</p>
                \(parties(visitor))
                \(PaperTable([say.item, say.quantity, say.unitPrice, say.amount], lines(visitor)).html)
                <table class="sums">\(sums(visitor))</table>
                <p>\(say.paid)</p></section>
                """
        ).html(visitor)
    }

    private var number: String { "INV-\(order.number)" }

    private func parties(_ visitor: Visitor) -> HTML {
        let (say, shop) = (visitor.phrases.invoices, visitor.shop.settings)
        let numbers = shop.taxNumbers.counting(in: order.market, goods: quote.goods).printed
        let seller = [shop.name] + shop.returnAddress + numbers.map { say.number($0) }
        return """
            <dl class="facts"><div><dt>\(say.seller)</dt>\
            <dd>\(seller.map { "\($0)<br>" as HTML })</dd></div>
            <div><dt>\(say.buyer)</dt>\
            <dd>\(address.lines(visitor).map { "\($0)<br>" as HTML })</dd></div></dl>
            """
    }

    private func lines(_ visitor: Visitor) -> [HTML] {
        quote.lines.map { line in
            """
            <tr><th scope="row">\(sale.name(of: line.product, in: visitor.language))</th>\
            <td>\(visitor.formats.number(line.quantity))</td>\
            <td>\(visitor.money(line.unitPrice))</td><td>\(visitor.money(line.goods))</td></tr>
            """
        }
    }

    private func sums(_ visitor: Visitor) -> [HTML] {
        let say = visitor.phrases.checkout
        let rates = Set(quote.trace.filter { $0.charge == .tax && !$0.isRelief }.compactMap(\.rate))
        // One rate is named; of several, the quote on the order's page says which was on what.
        let rate = rates.count == 1 ? rates.first.map { " \(visitor.formats.percent($0))" } : nil
        let sums: [(String, Money)] =
            [
                (say.goods, quote.goods), (say.shipping, quote.shipping), (say.duty, quote.duty),
                (say.tax + (rate ?? ""), quote.tax),
            ] + (quote.fees.isZero ? [] : [(say.fees, quote.fees)]) + [(say.total, quote.total)]
        return sums.map { name, money in
            "<tr><th scope=\"row\">\(name)</th><td>\(visitor.money(money))</td></tr>"
        }
    }
}

extension Site {
    /// Throws `orderStateForbids` for what isn't paid.
    func showInvoice(_ visitor: Visitor) async throws -> Response {
        let order = try await ownOrder(visitor)
        guard order.state.isKept else {
            throw Refusal.orderStateForbids(state: order.state.rawValue)
        }
        let (agreement, sale) = try await shop.storage.read { reader in
            (try reader.agreement(of: order.id), try reader.sale(order.sale))
        }
        guard let sale else { throw Refusal.notFound }
        let paper = InvoicePaper(
            order: order, quote: try agreement.decodedQuote(),
            address: try agreement.decodedAddress(),
            sale: try await scene(of: sale.code, for: visitor))
        return .paper(paper.html(visitor))
    }
}
