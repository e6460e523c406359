// The operator's page of money that isn't at rest, each with its age and the ways out of it.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct MoneyPage: Page {
    let unresolved: [Unresolved]
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.money.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.money
        let rows: HTML =
            unresolved.isEmpty
            ? "<p class=\"none\">\(say.nothing)</p>"
            : "<ul class=\"rows\">\(unresolved.map { row($0, visitor) })</ul>"
        return """
            \(ConsoleTop(title: say.title).html(visitor))\(visitor.trouble(refusal))\(rows)
            """
    }

    private func row(_ one: Unresolved, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.money
        let order = one.order.map { order -> HTML in
            "<a href=\"/orders/\(order.number)\">\(visitor.phrases.orders.title(order.number))</a>"
        }
        let buttons = one.kind.ways.map { way -> HTML in
            "<button class=\"quiet\" name=\"way\" value=\"\(way.rawValue)\">\(say.way(way))</button>"
        }
        return """
            <li data-trouble="\(one.kind.rawValue)">
            <div class="which"><h2>\(say.trouble(one.kind))</h2>
            <p>\(order) <strong>\(one.amount.map { visitor.money($0) } ?? "")</strong></p></div>
            <p class="due">\(say.since(visitor.now - one.since)) \(one.detail)<br>
            <code>\(one.subject)</code></p>
            <form class="inline" method="post" action="/console/money">\(visitor.sealed)
            <input type="hidden" name="kind" value="\(one.kind.rawValue)">
            <input type="hidden" name="subject" value="\(one.subject)">
            \(buttons)</form></li>
            """
    }
}

/// What moved for an order; for the operator, beneath the order.
struct LedgerPart {
    let entries: [LedgerEntry]
    let currency: Currency

    func html(_ visitor: Visitor) -> HTML? {
        guard !entries.isEmpty else { return nil }
        let say = visitor.phrases.money
        let rows = entries.map { entry -> HTML in
            let sign = entry.kind.isIncome ? "" : "\u{2212}"
            return """
                <tr><th scope="row">\(say.entry(entry.kind))<br>
                <small>\(visitor.time(entry.booked))</small></th>
                <td class="number">\(sign)\(visitor.money(entry.amount))</td></tr>
                """
        }
        let balance = Balance(entries, in: currency)
        return """
            <section><h2>\(say.ledger)</h2><table>\(rows)
            <tr><th scope="row">\(say.kept)</th>
            <td class="number">\(visitor.money(Money(balance.kept - balance.borne, currency)))</td></tr>
            </table></section>
            """
    }
}

extension Site {
    func showMoney(_ visitor: Visitor) async throws -> Response {
        try await money(visitor, refusal: nil)
    }

    private func money(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        _ = try visitor.staff()
        let list = try await shop.storage.read { try $0.unresolvedMoney(at: visitor.now) }
        return visitor.response(
            MoneyPage(unresolved: list, refusal: refusal), status: refusal?.status ?? .ok)
    }

    func resolveMoney(_ visitor: Visitor) async throws -> Response {
        let staff = try visitor.staff()
        guard let kind = MoneyTrouble(rawValue: visitor.form["kind"]),
            let way = WayOut(rawValue: visitor.form["way"])
        else { throw Refusal.input([Fault(.method, .notOffered)]) }
        do {
            try await shop.resolve(kind, visitor.form["subject"], by: way, as: staff)
        } catch let refusal as Refusal {
            return try await money(visitor, refusal: refusal)
        }
        return .redirect(to: "/console/money", type: .normal)
    }
}
