// The pages on which somebody becomes known to the shop.

import Hummingbird
import Languages
import Rules
import Shop

struct SignUpPage: Page {
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.account.signUpTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return """
            <div class="narrow">
            <h1>\(say.signUpTitle)</h1>
            <p class="lead">\(say.signUpIntro)</p>
            \(visitor.trouble(refusal))
            <form method="post" action="/signup">
            \(visitor.sealed)
            \(visitor.field(.name, Input(hint: say.nameHint, autocomplete: "name", most: 70), in: form, refusal: refusal))
            \(visitor.field(.mail, Input(type: "email", hint: say.mailHint, autocomplete: "email", most: 254), in: form, refusal: refusal))
            \(visitor.field(.password, Input(
                type: "password", hint: say.passwordHint, autocomplete: "new-password",
                isSecret: true), in: form, refusal: refusal))
            <button>\(say.signUpButton)</button>
            </form>
            <p><a href="/login">\(say.alreadyKnown)</a></p>
            </div>
            """
    }
}

struct CheckMailPage: Page {
    let mail: String
    /// What was asked for: a confirmation, or a new password.
    let isReset: Bool

    func title(_ phrases: Phrases) -> String { phrases.account.checkMailTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return """
            <div class="narrow">
            <h1>\(say.checkMailTitle)</h1>
            <p class="lead">\(isReset ? say.resetSentText(mail) : say.checkMailText(mail))</p>
            <p class="hint">\(say.checkMailHint)</p>
            </div>
            """
    }
}

extension Site {
    func askSignUp(_ visitor: Visitor) async throws -> Response {
        visitor.account == nil
            ? visitor.response(SignUpPage()) : .redirect(to: "/account", type: .normal)
    }

    func signUp(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        do {
            try await shop.signUp(
                mail: form[.mail], name: form[.name], password: form[.password],
                language: visitor.language, market: visitor.market.country, from: visitor.address)
        } catch let refusal as Refusal {
            return visitor.response(
                SignUpPage(form: form, refusal: refusal), status: refusal.status)
        }
        return visitor.response(CheckMailPage(mail: form[.mail], isReset: false))
    }
}
