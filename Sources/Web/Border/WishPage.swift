// The page behind the link in the letter about a wish: to confirm it, or to have it deleted.
// Looking at it changes nothing, because mail programs look at links, too.

import Hummingbird
import Languages
import Rules
import Shop

struct WishPage: Page {
    let token: String
    let wish: Wish

    func title(_ phrases: Phrases) -> String {
        wish.about == .market
            ? phrases.border.wishTitle(wish.country.name(in: phrases.language))
            : phrases.border.callTitle
    }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.border
        let isOfSale = wish.about != .market
        let confirm: HTML = """
            <p class="lead">\(isOfSale ? say.callText : say.wishText)</p>
            <form method="post" action="/wishes/\(token)">\(visitor.sealed)
            <button>\(say.wishConfirm)</button></form>
            """
        return """
            <div class="narrow"><h1>\(title(visitor.phrases))</h1>
            \(wish.confirmed == nil ? confirm : visitor.notice(isOfSale ? say.callConfirmed : say.wishConfirmed))
            <form method="post" action="/wishes/\(token)/withdraw">\(visitor.sealed)
            <button class="quiet">\(say.wishWithdraw)</button></form></div>
            """
    }
}

struct WishGonePage: Page {
    func title(_ phrases: Phrases) -> String { phrases.border.wishWithdrawn }

    func body(_ visitor: Visitor) -> HTML {
        """
        <div class="narrow"><h1>\(visitor.phrases.border.wishWithdrawn)</h1></div>
        """
    }
}

extension Site {
    func showWish(_ visitor: Visitor) async throws -> Response {
        let token: String = try visitor.part("token")
        return visitor.response(WishPage(token: token, wish: try await shop.wish(token)))
    }

    func confirmWish(_ visitor: Visitor) async throws -> Response {
        let token: String = try visitor.part("token")
        try await shop.confirmWish(token)
        return .redirect(to: "/wishes/\(token)", type: .normal)
    }

    func withdrawWish(_ visitor: Visitor) async throws -> Response {
        try await shop.withdrawWish(try visitor.part("token"))
        return visitor.response(WishGonePage())
    }

    /// Asked for by a mail program, which has no page and no seal: the token says that it may.
    func endWish(_ request: Request, _ visit: Visit) async throws -> Response {
        try await shop.withdrawWish(visit.parameters.get("token") ?? "")
        return Response(status: .noContent)
    }
}
