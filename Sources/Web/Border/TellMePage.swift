// For somebody to whom the shop sells, between two sales: it offers to tell them of the next.

import HTTPTypes
import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct TellMePage: Page {
    let products: [String: Product]
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.border.tellTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.border
        return """
            <div class="narrow">
            <h1>\(say.tellTitle)</h1>
            <p class="lead">\(say.tellIntro)</p>
            \(visitor.trouble(refusal))
            <form method="post" action="/tell-me">
            \(visitor.sealed)
            \(visitor.field(
                .product, Input(label: say.tellProduct, isRequired: false, options: choices(visitor)),
                in: form, refusal: refusal))
            \(mail(visitor))
            <button>\(say.tellButton)</button>
            </form>
            </div>
            """
    }

    /// Whoever has confirmed an address already isn't asked for one again.
    private func mail(_ visitor: Visitor) -> HTML {
        if let account = visitor.account, account.isConfirmed {
            return "<p class=\"hint\">\(visitor.phrases.border.tellAccount(account.mail))</p>"
        }
        return visitor.field(
            .mail, Input(type: "email", autocomplete: "email", most: 254), in: form,
            refusal: refusal)
    }

    private func choices(_ visitor: Visitor) -> [(value: String, text: String)] {
        [(value: "", text: visitor.phrases.border.anyProduct)]
            + products.map { (value: $0.key, text: $0.value.text(in: visitor.language).name) }
            .sorted { $0.text < $1.text }
    }
}

extension Site {
    func askToBeTold(_ visitor: Visitor) async throws -> Response {
        let products = try await shop.storage.read { try $0.products() }
        var form = Form.empty
        if products[visitor.query[.product]] != nil {
            form = Form(fields: [Field.product.rawValue: visitor.query[.product]])
        }
        return visitor.response(TellMePage(products: products, form: form))
    }

    func makeSaleWish(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        let products = try await shop.storage.read { try $0.products() }
        do {
            let product = form[.product].isEmpty ? nil : form[.product]
            guard product.map({ products[$0] != nil }) ?? true else {
                throw Refusal.input([Fault(.product, .notOffered)])
            }
            if let account = visitor.account, account.isConfirmed {
                let wish = try await shop.makeWish(ofSaleOf: product, for: account)
                let token = try await shop.linkToken(for: wish.id)
                return .redirect(to: "/wishes/\(token)", type: .normal)
            }
            try await shop.makeWish(
                mail: form[.mail], country: visitor.market.country, about: .sale(product: product),
                language: visitor.language, from: visitor.address)
        } catch let refusal as Refusal {
            return visitor.response(
                TellMePage(products: products, form: form, refusal: refusal),
                status: refusal.status)
        }
        return visitor.response(WishSentPage(mail: form[.mail]))
    }
}
