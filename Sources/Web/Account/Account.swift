// The page about one's own account, and the choice of country and language.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct AccountPage: Page {
    let account: Account
    var orders: [Order] = []
    var isJustConfirmed = false
    var isSaved = false
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.account.accountTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return AccountFrame(
            here: .overview, title: say.greeting(account.name),
            main: """
                <p class="hint">\(account.mail)</p>
                \(isJustConfirmed ? visitor.notice(say.confirmedText) : nil)
                \(isSaved ? visitor.notice(say.savedText) : nil)
                \(account.isConfirmed ? nil : unconfirmed(visitor))
                \(visitor.trouble(refusal))
                \(lately(visitor))
                <section><h2>\(say.choicesTitle)</h2>
                <form method="post" action="/account">
                \(visitor.sealed)
                \(choices(visitor))
                <button>\(say.saveButton)</button>
                </form></section>
                <section class="last"><form method="post" action="/logout">\(visitor.sealed)
                <button class="quiet">\(say.logOutButton)</button></form></section>
                """
        ).html(visitor)
    }

    /// The last few orders, which most come for.
    private func lately(_ visitor: Visitor) -> HTML? {
        guard !orders.isEmpty else { return nil }
        return """
            <section class="sheet"><h2>\(visitor.phrases.account.ordersLink)</h2>
            <ul class="rows">\(orders.map { OrderRow(order: $0).html(visitor) })</ul></section>
            """
    }

    private func unconfirmed(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.account
        return """
            <div class="notice bad"><p>\(say.notConfirmedText)</p>
            <form method="post" action="/confirm-again">\(visitor.sealed)
            <button class="quiet">\(say.sendAgainButton)</button></form></div>
            """
    }

    private func choices(_ visitor: Visitor) -> HTML {
        let countries = visitor.rules.markets.keys.sorted().map {
            (value: $0.code, text: visitor.phrases.account.country($0))
        }
        // Any language that some market has; the choice is checked against the market's own.
        let languages = Language.allCases.map { (value: $0.rawValue, text: $0.ownName) }
        let chosen = Form(fields: [
            "market": account.market.code, "language": account.language.rawValue,
        ])
        return """
            \(visitor.field(.market, Input(hint: visitor.phrases.account.marketHint, options: countries), in: chosen, refusal: refusal))
            \(visitor.field(.language, Input(options: languages), in: chosen, refusal: refusal))
            """
    }
}

extension Site {
    func showAccount(_ visitor: Visitor) async throws -> Response {
        let account = try visitor.person()
        let orders = try await shop.storage.read { try $0.orders(of: account.id, limit: 3) }
        return visitor.response(
            AccountPage(
                account: account, orders: orders,
                isJustConfirmed: visitor.query["confirmed"] == "1",
                isSaved: visitor.query["saved"] == "1"))
    }

    func choose(_ visitor: Visitor) async throws -> Response {
        let account = try visitor.person()
        let (market, language) = try chosen(in: visitor.form)
        do {
            _ = try await shop.choose(market: market, language: language, by: account)
        } catch let refusal as Refusal {
            return visitor.response(
                AccountPage(account: account, refusal: refusal), status: refusal.status)
        }
        return .redirect(to: "/account?saved=1", type: .normal)
    }

    /// A guest's choice is kept in two cookies. Nothing is at stake, so a link may set it.
    func chooseAsGuest(_ visitor: Visitor) async throws -> Response {
        if visitor.query[.market] == "elsewhere" {
            return .redirect(to: "/elsewhere", type: .normal)
        }
        let (market, language) = try chosen(in: visitor.query)
        guard visitor.rules.markets[market] != nil else { throw Refusal.marketUnknown }
        var response = Response.redirect(to: own(visitor.query["to"]), type: .normal)
        response.setCookie(cookie(cookieNames.market, market.code, days: 365))
        response.setCookie(cookie(cookieNames.language, language.rawValue, days: 365))
        return response
    }

    private func chosen(in form: Form) throws(Refusal) -> (Country, Language) {
        guard let market = Country(form[.market]) else { throw .marketUnknown }
        guard let language = Language(rawValue: form[.language]) else {
            throw .input([Fault(.language, .notOffered)])
        }
        return (market, language)
    }
}
