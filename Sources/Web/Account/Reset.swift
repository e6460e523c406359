// The pages to set a new password: ask for the letter, then follow its link.

import Hummingbird
import Languages
import Rules
import Shop

struct ResetPage: Page {
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.account.resetTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return """
            <div class="narrow">
            <h1>\(say.resetTitle)</h1>
            <p class="lead">\(say.resetIntro)</p>
            \(visitor.trouble(refusal))
            <form method="post" action="/reset">
            \(visitor.sealed)
            \(visitor.field(.mail, Input(type: "email", autocomplete: "username", most: 254), in: form, refusal: refusal))
            <button>\(say.resetButton)</button>
            </form>
            </div>
            """
    }
}

struct NewPasswordPage: Page {
    let token: String
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.account.newPasswordTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return """
            <div class="narrow">
            <h1>\(say.newPasswordTitle)</h1>
            \(visitor.trouble(refusal))
            <form method="post" action="/reset/\(token)">
            \(visitor.sealed)
            \(visitor.field(.password, Input(
                type: "password", label: say.newPasswordLabel, hint: say.passwordHint,
                autocomplete: "new-password", isSecret: true), in: .empty, refusal: refusal))
            <button>\(say.newPasswordButton)</button>
            </form>
            </div>
            """
    }
}

extension Site {
    func askReset(_ visitor: Visitor) async throws -> Response { visitor.response(ResetPage()) }

    func requestReset(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        do {
            try await shop.requestPasswordReset(mail: form[.mail], from: visitor.address)
        } catch let refusal as Refusal {
            return visitor.response(ResetPage(form: form, refusal: refusal), status: refusal.status)
        }
        return visitor.response(CheckMailPage(mail: form[.mail], isReset: true))
    }

    func askNewPassword(_ visitor: Visitor) async throws -> Response {
        visitor.response(NewPasswordPage(token: try visitor.part("token")))
    }

    func resetPassword(_ visitor: Visitor) async throws -> Response {
        let token: String = try visitor.part("token")
        do {
            try await shop.resetPassword(token, password: visitor.form[.password])
        } catch let refusal as Refusal where !refusal.faults.isEmpty {
            return visitor.response(
                NewPasswordPage(token: token, refusal: refusal), status: refusal.status)
        }
        return .redirect(to: "/login?changed=1", type: .normal)
    }
}
