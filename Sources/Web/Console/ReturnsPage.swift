// The operator's page of what comes back: parcels to check, and withdrawals that name no order.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ReturnsPage: Page {
    let returns: [(goods: Return, order: Order, refundBy: Deadline?)]
    let withdrawals: [Withdrawal]
    let products: [String: Product]
    /// The return that `refusal` is about.
    var number: String?
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.aftercare.returns }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        return """
            \(ConsoleTop(title: say.returns).html(visitor))
            \(number.map { "<p><strong>\($0)</strong></p>" as HTML })\(visitor.trouble(refusal))
            \(returns.isEmpty
                ? "<p class=\"none\">\(say.noReturns)</p>"
                : "<ul class=\"rows\">\(returns.map { item($0.goods, $0.order, $0.refundBy, visitor) })</ul>" as HTML)
            \(said(visitor))
            """
    }

    private func item(
        _ goods: Return, _ order: Order, _ refundBy: Deadline?, _ visitor: Visitor
    ) -> HTML {
        let orders = visitor.phrases.orders
        let due = refundBy.map { visitor.phrases.aftercare.refundDue(visitor.formats.day($0.day)) }
        return """
            <li><p class="which"><strong>\(goods.number)</strong> <span>\(order.market.code)</span> \
            <a href="/orders/\(order.number)">\(order.number)</a><br><span>\(visitor.units(goods.items, products))</span></p>
            <p class="due">\(visitor.phrases.aftercare.returnStage(goods.state)). \(orders.reason(goods.reason)).\
            \(due.map { "<br>\($0)" as HTML })</p>
            \(goods.check == nil ? check(goods, order.total.currency, visitor) : nil)</li>
            """
    }

    private func check(_ goods: Return, _ currency: Currency, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let names = visitor.phrases.refusals.name
        let id = goods.id.text
        let fitting = Return.Condition.allCases.filter { ($0 == .notSent) == (goods.way == .kept) }
        let photosHint = say.photosHint(EvidencePhoto.most, EvidencePhoto.mostMegabytes)
        let options = fitting.map { condition -> HTML in
            "<option value=\"\(condition.rawValue)\">\(say.condition(condition))</option>"
        }
        return """
            <form class="slim" method="post" action="/console/returns/\(goods.number)/check" \
            enctype="multipart/form-data">
            \(visitor.sealed)
            <label>\(names(.condition)) <select name="condition">\(options)</select></label>
            <label>\(names(.note)) <input name="note" maxlength="500"></label>
            <label>\(names(.deduction)) (\(currency.code))
            <input name="deduction" inputmode="decimal" value="0" maxlength="12" \
            aria-describedby="d-\(id)"></label>
            <label>\(names(.photos))
            <input name="photos" type="file" aria-describedby="p-\(id)"\(EvidencePhotosPart.input)></label>
            <button>\(say.isChecked)</button>
            <span class="hint" id="d-\(id)">\(say.deductionHint)</span>
            <span class="hint" id="p-\(id)">\(photosHint)</span></form>
            """
    }

    private func said(_ visitor: Visitor) -> HTML? {
        guard !withdrawals.isEmpty else { return nil }
        let say = visitor.phrases.aftercare
        let items = withdrawals.map { said -> HTML in
            """
            <li><p class="which"><strong>\(said.orderNumber)</strong> \(visitor.time(said.declared))</p>
            <p class="due">\(said.name)<br>\(said.mail)</p>
            <form method="post" action="/console/withdrawals/\(said.id)/settle">
            \(visitor.sealed)<button class="quiet">\(say.settled)</button></form></li>
            """
        }
        return """
            <section><h2>\(say.withdrawals)</h2><p>\(say.withdrawalsText)</p>
            <ul class="rows">\(items)</ul></section>
            """
    }
}

extension Site {
    func showReturns(_ visitor: Visitor) async throws -> Response {
        try await returns(visitor, number: nil, refusal: nil)
    }

    private func returns(
        _ visitor: Visitor, number: String?, refusal: Refusal?
    ) async throws -> Response {
        _ = try visitor.staff()
        let page = try await shop.storage.read { reader in
            let open = try reader.returns(in: [.requested, .sent, .received])
            return ReturnsPage(
                returns: try open.compactMap { goods in
                    guard let order = try reader.order(goods.order) else { return nil }
                    return (goods, order, try reader.deadline(.refund, of: goods.id.text))
                }, withdrawals: try reader.withdrawalsToLookAt(),
                products: try reader.products(), number: number, refusal: refusal)
        }
        // Names and mail addresses of people whose order nobody found.
        for said in page.withdrawals {
            try await shop.noteLook(
                at: said.id.text, of: nil, on: visitor.location, by: try visitor.staff())
        }
        return visitor.response(page, status: refusal?.status ?? .ok)
    }

    func checkReturn(_ visitor: Visitor, photos: [[UInt8]]) async throws -> Response {
        let staff = try visitor.staff()
        let number: String = try visitor.part("number")
        let found = try await shop.storage.read { reader in
            try reader.goodsReturn(number: number).flatMap { goods in
                try reader.order(goods.order).map { (goods: goods, currency: $0.total.currency) }
            }
        }
        guard let (goods, currency) = found else { throw Refusal.notFound }
        do {
            let form = visitor.form
            guard let condition = Return.Condition(rawValue: form[.condition]) else {
                throw Refusal.input([Fault(.condition, .notOffered)])
            }
            try await shop.checkReturn(
                goods.id,
                ReturnFinding(
                    condition: condition, note: form[.note],
                    deduction: try form.amount(.deduction, in: currency).minor,
                    photos: photos), by: staff)
        } catch let refusal as Refusal {
            return try await returns(visitor, number: number, refusal: refusal)
        }
        return .redirect(to: "/console/returns", type: .normal)
    }

    func settleWithdrawal(_ visitor: Visitor) async throws -> Response {
        try await shop.settleWithdrawal(
            try visitor.part("withdrawal"), by: try visitor.staff())
        return .redirect(to: "/console/returns", type: .normal)
    }
}
