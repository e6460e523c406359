// The checkout: where the parcel goes and how it travels, while the units are held.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct CheckoutPage: Page {
    let scene: SaleScene
    let basket: HeldBasket
    /// What each way to send costs to the market's typical address, the cheapest first.
    let methods: [ShippingOffer]
    /// Those that the form isn't filled in with.
    var saved: [SavedAddress] = []
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.checkout.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        return """
            \(Steps(here: 0).html(visitor))
            <h1>\(say.title)</h1>
            \(visitor.trouble(refusal))
            <div class="columns wide">
            \(HeldPart(scene: scene, basket: basket).html(visitor, isAtCheckout: true))
            <form method="post" action="/sales/\(scene.sale.code)/review">
            \(visitor.sealed)
            <fieldset><legend>\(say.addressTitle)</legend>
            \(SavedAddressesPart(saved: saved, page: "/sales/\(scene.sale.code)/checkout").html(visitor))
            \(AddressPart(form: form, refusal: refusal).html(visitor))
            <label class="choice"><input type="checkbox" name="keep" value="1"\
            \(" checked", if: form["keep"] == "1")> <span>\(visitor.phrases.personal.keepAddress)</span></label>
            </fieldset>
            <fieldset><legend>\(say.methodTitle)</legend>
            \(methods.enumerated().map { method($0.element, isFirst: $0.offset == 0, visitor) })
            </fieldset>
            <button>\(say.toReview)</button>
            </form>
            </div>
            """
    }

    private func method(_ offer: ShippingOffer, isFirst: Bool, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        let chosen = form[.method]
        let isChosen = chosen.isEmpty ? isFirst : chosen == offer.method
        return """
            <label class="choice"><input type="radio" name="method" value="\(offer.method)"\
            \(" checked", if: isChosen)>
            <span><strong>\(visitor.name(ofMethod: offer.method))</strong> \
            \(visitor.money(offer.price))<br>
            <small>\(say.methodDays(offer.fewestDays, offer.mostDays))</small></span></label>
            """
    }
}

/// Where in the checkout somebody is.
struct Steps {
    let here: Int

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        let steps = [say.stepAddress, say.stepReview, say.stepPay].enumerated().map {
            step -> HTML in
            "<li\(" aria-current=\"step\"", if: step.offset == here)>\(step.element)</li>"
        }
        return "<ol class=\"progress\">\(steps)</ol>"
    }
}

extension Visitor {
    func name(ofMethod code: String) -> String {
        guard let method = rules.methods.first(where: { $0.code == code }) else { return code }
        return market.spoken(method.name, in: language) ?? code
    }
}

extension Site {
    func askCheckout(_ visitor: Visitor) async throws -> Response {
        try await checkout(visitor, form: .empty, refusal: nil)
    }

    func checkout(_ visitor: Visitor, form: Form, refusal: Refusal?) async throws -> Response {
        let person = try visitor.person()
        let saved = try await shop.storage.read { try $0.savedAddresses(of: person.id) }
        let fitting = saved.filter { $0.address.country == visitor.market.country }
        let chosen = fitting.first { $0.id.text == visitor.query["address"] } ?? fitting.first
        let form = form.fields.isEmpty ? chosen.map { Form($0.address) } ?? form : form
        let scene = try await scene(of: try visitor.part("code"), for: visitor)
        guard let basket = scene.basket, !basket.lines.isEmpty else {
            return visitor.response(EmptyBasketPage(code: scene.sale.code), status: .conflict)
        }
        let lines = basket.lines.compactMap { line in
            visitor.rules.wares[line.offer.product].map {
                Basket.Line($0, quantity: line.reservation.quantity, unitPrice: line.offer.price)
            }
        }
        let methods = try Shipping.offers(
            for: lines, to: visitor.market.typicalDestination, on: visitor.today,
            rules: visitor.rules)
        return visitor.response(
            CheckoutPage(
                scene: scene, basket: basket, methods: methods,
                saved: fitting.filter { $0.id != chosen?.id }, form: form, refusal: refusal),
            status: refusal?.status ?? .ok)
    }
}

struct EmptyBasketPage: Page {
    let code: String

    func title(_ phrases: Phrases) -> String { phrases.checkout.emptyTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        return """
            <h1>\(say.emptyTitle)</h1><p class="lead">\(say.emptyText)</p>
            <p><a class="button" href="/sales/\(code)">\(visitor.phrases.sale.toSale)</a></p>
            """
    }
}
