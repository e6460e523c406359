// The review: everything that is agreed to, the whole price, and the button the law wants.

import Hummingbird
import Languages
import Rules
import Shop

struct ReviewPage: Page {
    let scene: SaleScene
    let basket: HeldBasket
    let quote: Quote
    let address: Address
    let method: String
    /// The last day on which the parcel leaves, if the order is placed now.
    let promise: Day
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.checkout.reviewTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        let form = Form(address)
        let code = scene.sale.code
        return """
            \(Steps(here: 1).html(visitor))
            <h1>\(say.reviewTitle)</h1>
            \(visitor.trouble(refusal))
            <div class="columns wide">
            <div>
            <h2>\(say.deliverTo)</h2>
            <address>\(address.lines(visitor).map { "\($0)<br>" as HTML })</address>
            <p>\(visitor.name(ofMethod: method))</p>
            <form method="post" action="/sales/\(code)/address">\(visitor.sealed)\
            \(form.hiddenAddress)<input type="hidden" name="method" value="\(method)">
            <button class="quiet">\(say.changeAddress)</button></form>
            <p>\(say.promise(visitor.formats.weekday(promise)))</p>
            \(wayBack(visitor))
            \(NoticesPart(kinds: LegalNotice.Kind.allCases).html(visitor))
            </div>
            <div class="sheet">
            \(visitor.hold(basket))
            \(QuotePart(quote: quote, scene: scene).html(visitor))
            <form method="post" action="/sales/\(code)/order">
            \(visitor.sealed)\(visitor.keyField())\(form.hiddenAddress)
            <input type="hidden" name="method" value="\(method)">
            <input type="hidden" name="agreed" value="\(quote.total.minor)">
            \(payments(visitor))
            <button class="order">\(visitor.orderButton)</button>
            </form>
            <p class="hint">\(say.payHint)</p>
            </div>
            </div>
            """
    }

    private func payments(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        let methods = visitor.paymentMethods
        let items = methods.enumerated().map { item -> HTML in
            """
            <label class="choice"><input type="radio" name="payment" value="\(item.element)"\
            \(" checked", if: item.offset == 0)> <span>\(say.payWith(visitor.phrases.money.method(item.element)))\
            </span></label>
            """
        }
        return "<fieldset><legend>\(say.stepPay)</legend>\(items)</fieldset>"
    }

    private func wayBack(_ visitor: Visitor) -> HTML? {
        let lines = quote.lines.compactMap { line in
            visitor.rules.wares[line.product].map {
                Basket.Line($0, quantity: line.quantity, unitPrice: line.unitPrice)
            }
        }
        return WayBackPart(lines: lines, from: Destination(address)).html(visitor)
    }
}

extension Visitor {
    /// What the law of the market wants on the button.
    var orderButton: String {
        market.spoken(market.orderButton, in: language) ?? phrases.checkout.toReview
    }

    /// Those that the market offers and the shop has, the preferred one first.
    var paymentMethods: [String] {
        market.paymentMethods.filter { site.settings.methods.contains($0) }
    }
}

extension Site {
    func review(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        do {
            let address = try form.address(in: visitor.market.country).validate(for: visitor.market)
            if form["keep"] == "1" {
                try await shop.keep(address, by: try visitor.person())
            }
            return try await review(visitor, of: address, by: form[.method], refusal: nil)
        } catch let refusal as Refusal where refusal != .notLoggedIn {
            return try await checkout(visitor, form: form, refusal: refusal)
        }
    }

    func review(
        _ visitor: Visitor, of address: Address, by method: String, refusal: Refusal?
    ) async throws -> Response {
        let account = try visitor.person()
        let scene = try await scene(of: try visitor.part("code"), for: visitor)
        guard let basket = scene.basket, !basket.lines.isEmpty else {
            return visitor.response(EmptyBasketPage(code: scene.sale.code), status: .conflict)
        }
        let quote = try await shop.quote(
            basketOf: account, in: scene.sale.id, to: address, by: method.isEmpty ? nil : method)
        let page = ReviewPage(
            scene: scene, basket: basket, quote: quote, address: address, method: method,
            promise: visitor.rules.warehouse.dispatchPromise(orderedAt: visitor.now),
            refusal: refusal)
        return visitor.response(page, status: refusal?.status ?? .ok)
    }

    /// Back from the review, with everything that was typed.
    func changeAddress(_ visitor: Visitor) async throws -> Response {
        try await checkout(visitor, form: visitor.form, refusal: nil)
    }

    /// Places the order and goes on to the partner's page at once.
    func placeOrder(_ visitor: Visitor) async throws -> Response {
        let account = try visitor.person()
        let form = visitor.form
        let scene = try await scene(of: try visitor.part("code"), for: visitor)
        guard let agreed = Int64(form["agreed"]) else {
            throw Refusal.input([Fault(.acceptance, .malformed)])
        }
        var checked: Address?
        do {
            let address = try form.address(in: visitor.market.country).validate(for: visitor.market)
            checked = address
            let order = try await shop.placeOrder(
                of: account, in: scene.sale.id, to: address,
                by: form[.method].isEmpty ? nil : form[.method],
                agreed: Money(agreed, visitor.market.currency), language: visitor.language,
                key: form["key"])
            return try await pay(order, by: form["payment"], visitor)
        } catch let refusal as Refusal where refusal != .notLoggedIn {
            guard let checked, refusal != .basketEmpty else {
                return try await checkout(visitor, form: form, refusal: refusal)
            }
            return try await review(visitor, of: checked, by: form[.method], refusal: refusal)
        }
    }
}
