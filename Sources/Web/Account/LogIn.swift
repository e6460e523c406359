// The page to log in, and the button to log out.

import Hummingbird
import Languages
import Rules
import Shop

struct LogInPage: Page {
    /// Where to go on.
    let to: String
    var form = Form.empty
    var refusal: Refusal?
    /// What has just been done.
    var done: Done?

    enum Done { case loggedOut, passwordChanged }

    func title(_ phrases: Phrases) -> String { phrases.account.logInTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return """
            <div class="narrow">
            <h1>\(say.logInTitle)</h1>
            \(done.map { done in
                visitor.notice(done == .loggedOut ? say.loggedOutText : say.passwordChangedText)
            })
            \(visitor.trouble(refusal))
            <form method="post" action="/login">
            \(visitor.sealed)<input type="hidden" name="to" value="\(to)">
            \(visitor.field(.mail, Input(type: "email", autocomplete: "username", most: 254), in: form, refusal: refusal))
            \(visitor.field(.password, Input(type: "password", autocomplete: "current-password", isSecret: true), in: form, refusal: refusal))
            <button>\(say.logInButton)</button>
            </form>
            <p><a href="/reset">\(say.forgottenLink)</a></p>
            <p><a href="/signup">\(say.notKnownYet)</a></p>
            </div>
            """
    }
}

extension Site {
    func askLogIn(_ visitor: Visitor) async throws -> Response {
        let to = own(visitor.query["to"])
        guard visitor.account == nil else { return .redirect(to: to, type: .normal) }
        var page = LogInPage(to: to)
        if visitor.query["changed"] == "1" { page.done = .passwordChanged }
        if visitor.query["out"] == "1" { page.done = .loggedOut }
        return visitor.response(page)
    }

    func logIn(_ visitor: Visitor) async throws -> Response {
        let form = visitor.form
        let to = own(form["to"])
        do {
            let known = try await shop.logIn(
                mail: form[.mail], password: form[.password], from: visitor.address,
                on: Device(userAgent: visitor.device))
            return entering(known.token, to: to)
        } catch let refusal as Refusal {
            var response = visitor.response(
                LogInPage(to: to, form: form, refusal: refusal), status: refusal.status)
            if let wait = refusal.retryAfter {
                response.headers[.retryAfter] = String(wait.secondsUp)
            }
            return response
        }
    }

    func logOut(_ visitor: Visitor) async throws -> Response {
        if let token = visitor.token { try await shop.logOut(token: token) }
        var response = Response.redirect(to: "/login?out=1", type: .normal)
        response.setCookie(forgetting(cookieNames.session))
        return response
    }

    /// An address of this shop: nobody is sent elsewhere by a link that somebody made up.
    func own(_ address: String) -> String {
        let isOwn =
            address.hasPrefix("/") && !address.hasPrefix("//") && !address.contains("\\")
            && address.utf8.count <= 500 && address.utf8.allSatisfy { $0 > 32 && $0 < 127 }
        return isOwn ? address : "/"
    }
}
