// The page behind the link in the first letter. Looking at it changes nothing: mail programs look
// at links, too, so there is one more button.

import Hummingbird
import Languages
import Rules
import Shop

struct ConfirmPage: Page {
    let token: String

    func title(_ phrases: Phrases) -> String { phrases.account.confirmTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return """
            <div class="narrow">
            <h1>\(say.confirmTitle)</h1>
            <p class="lead">\(say.confirmText)</p>
            <form method="post" action="/confirm/\(token)">\(visitor.sealed)
            <button>\(say.confirmButton)</button></form>
            </div>
            """
    }
}

extension Site {
    func askConfirm(_ visitor: Visitor) async throws -> Response {
        visitor.response(ConfirmPage(token: try visitor.part("token")))
    }

    func confirm(_ visitor: Visitor) async throws -> Response {
        let known = try await shop.confirmAddress(
            try visitor.part("token"), on: Device(userAgent: visitor.device))
        return entering(known.token, to: "/account?confirmed=1")
    }

    func confirmAgain(_ visitor: Visitor) async throws -> Response {
        let account = try visitor.person()
        try await shop.sendConfirmationAgain(to: account)
        return visitor.response(CheckMailPage(mail: account.mail, isReset: false))
    }

    /// From here on this browser is logged in.
    func entering(_ token: String, to address: String) -> Response {
        var response = Response.redirect(to: address, type: .normal)
        response.setCookie(cookie(cookieNames.session, token, days: 90))
        response.setCookie(forgetting(cookieNames.guest))
        return response
    }
}
