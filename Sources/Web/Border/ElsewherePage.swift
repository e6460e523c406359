// For somebody to whom the shop doesn't sell: it says so, and offers to tell them when it does.

import Foundation
import HTTPTypes
import Hummingbird
import Languages
import Rules
import Shop

struct ElsewherePage: Page {
    /// Nil while it isn't known which country it is.
    let country: Country?
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String {
        country.map { phrases.border.notSoldTo($0.name(in: phrases.language)) }
            ?? phrases.border.notSoldThere
    }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.border
        let sold = visitor.rules.markets.keys.sorted().map(visitor.phrases.account.country)
        return """
            <div class="narrow">
            <h1>\(title(visitor.phrases))</h1>
            <p class="lead">\(say.soldTo(sold.joined(separator: ", ")))</p>
            <p>\(say.wishIntro)</p>
            \(visitor.trouble(refusal))
            <form method="post" action="/elsewhere">
            \(visitor.sealed)
            \(visitor.field(.country, Input(options: countries(visitor)), in: chosen, refusal: refusal))
            \(visitor.field(.mail, Input(type: "email", autocomplete: "email", most: 254), in: form, refusal: refusal))
            <button>\(say.wishButton)</button>
            </form>
            </div>
            """
    }

    private var chosen: Form { Form(fields: ["country": country?.code ?? form[.country]]) }

    /// All where the shop doesn't sell, as the visitor's language sorts them well enough.
    private func countries(_ visitor: Visitor) -> [(value: String, text: String)] {
        let named = Country.all.filter { visitor.rules.markets[$0] == nil }
            .map { (value: $0.code, text: $0.name(in: visitor.language)) }
        return [(value: "", text: visitor.phrases.checkout.choose)]
            + named.sorted { $0.text.localizedStandardCompare($1.text) == .orderedAscending }
    }
}

struct WishSentPage: Page {
    let mail: String

    func title(_ phrases: Phrases) -> String { phrases.border.wishSentTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.border
        return """
            <div class="narrow"><h1>\(say.wishSentTitle)</h1>
            <p class="lead">\(say.wishSent(mail))</p></div>
            """
    }
}

extension Site {
    func showElsewhere(_ visitor: Visitor) async throws -> Response {
        let asked = Country(visitor.query[.country]) ?? visitor.outside
        return visitor.response(
            ElsewherePage(
                country: asked.flatMap { visitor.rules.markets[$0] == nil ? $0 : nil }))
    }

    func makeWish(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        do {
            guard let country = Country(form[.country]), country.exists,
                visitor.rules.markets[country] == nil
            else { throw Refusal.input([Fault(.country, .notOffered)]) }
            try await shop.makeWish(
                mail: form[.mail], country: country, language: visitor.language,
                from: visitor.address)
        } catch let refusal as Refusal {
            let page = ElsewherePage(
                country: Country(form[.country]).flatMap {
                    visitor.rules.markets[$0] == nil ? $0 : nil
                }, form: form, refusal: refusal)
            return visitor.response(page, status: refusal.status)
        }
        return visitor.response(WishSentPage(mail: form[.mail]))
    }
}
