// To hand a passport on: the code on the page of its holder, and the page on which somebody else
// takes it over.

import Hummingbird
import Languages
import Rules
import Shop

struct WarrantyCodePage: Page {
    let number: String
    let code: MoveCode

    func title(_ phrases: Phrases) -> String { phrases.warranty.codeTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        let address = visitor.shop.settings.publicURL + "/warranty"
        return """
            <div class="narrow">
            <h1>\(say.codeTitle)</h1>
            <p class="big"><strong>\(code.code)</strong></p>
            <p>\(say.codeText(address))</p>
            <p>\(say.codeOnce) \(visitor.time(code.expires))</p>
            <p><a class="button" href="/warranty/\(number)">\(say.passport(number))</a></p>
            </div>
            """
    }
}

struct TakeWarrantyPage: Page {
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.warranty.takeTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.warranty
        return """
            <div class="narrow">
            <h1>\(say.takeTitle)</h1>
            <p class="lead">\(say.takeText)</p>
            \(visitor.trouble(refusal))
            <form method="post" action="/warranty">\(visitor.sealed)
            \(visitor.field(.code, Input(autocomplete: "one-time-code", most: 40), in: form, refusal: refusal))
            <button>\(say.takeButton)</button></form>
            <p><a href="/account/warranty">\(say.passports)</a></p>
            </div>
            """
    }
}

extension Site {
    func offerWarranty(_ visitor: Visitor) async throws -> Response {
        let scene = try await passport(visitor)
        let code = try await shop.offerWarranty(scene.warranty.id, by: try visitor.person())
        return visitor.response(WarrantyCodePage(number: scene.warranty.number, code: code))
    }

    func askWarrantyCode(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.person()
        return visitor.response(TakeWarrantyPage())
    }

    func takeWarranty(_ visitor: Visitor) async throws -> Response {
        do {
            _ = try await shop.takeWarranty(
                visitor.form[.code], by: try visitor.person(), from: visitor.address)
        } catch let refusal as Refusal where refusal != .notLoggedIn {
            return visitor.response(
                TakeWarrantyPage(form: visitor.form, refusal: refusal), status: refusal.status)
        }
        return .redirect(to: "/account/warranty?taken=1", type: .normal)
    }
}
