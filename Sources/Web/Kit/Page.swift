// A page is a value: what it shows is in it, and the same value always gives the same markup, so
// that tests and the storybook can show pages without a shop.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop

protocol Page: Sendable {
    func title(_ phrases: Phrases) -> String
    func body(_ visitor: Visitor) -> HTML
    /// After how many seconds a browser without scripts asks again; nil for never.
    var refresh: Int? { get }
    /// What it tells programs; nil for what is nobody's business but the visitor's.
    func sharing(_ visitor: Visitor) -> Sharing?
}

extension Page {
    var refresh: Int? { nil }
    func sharing(_ visitor: Visitor) -> Sharing? { nil }
}

extension Visitor {
    func response(_ page: any Page, status: HTTPResponse.Status = .ok) -> Response {
        Response(page: ByteBuffer(string: markup(page).text), in: language, status: status)
    }

    /// All of it, as the visitor sees it.
    func markup(_ page: any Page) -> HTML {
        Frame(
            title: page.title(phrases), refresh: page.refresh, sharing: page.sharing(self),
            main: page.body(self)
        ).html(for: self)
    }

    /// The field that every form carries.
    var sealed: HTML { "<input type=\"hidden\" name=\"seal\" value=\"\(seal ?? "")\">" }

    func keyField() -> HTML {
        "<input type=\"hidden\" name=\"key\" value=\"\(freshKey())\">"
    }
}

extension Response {
    init(page: ByteBuffer, in language: Language, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue,
            ],
            body: .init(byteBuffer: page))
    }
}

/// What stands around the body of every page.
struct Frame {
    let title: String
    let refresh: Int?
    let sharing: Sharing?
    let main: HTML

    /// The server's clock, by which the scripts of a page count down.
    static func clock(_ visitor: Visitor) -> String { "data-now=\"\(visitor.now.milliseconds)\"" }

    func html(for visitor: Visitor) -> HTML {
        let site = visitor.phrases.site
        let name = visitor.shop.settings.name
        let look = visitor.site.look
        return """
            <!DOCTYPE html>
            <html lang="\(visitor.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title) – \(name)</title>
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="\(look.icon)" type="image/svg+xml">
            <link rel="stylesheet" href="\(look.style)">
            <script src="\(look.script)" defer></script>
            \(sharing?.head(visitor) ?? "<meta name=\"robots\" content=\"noindex\">")
            \(refresh.map { again(in: $0, visitor) })
            </head>
            <body \(HTML(raw: Self.clock(visitor)))>
            <a class="skip" href="#main">\(site.skipLink)</a>
            <header class="top">
            <a class="brand" href="/">\(brand(look, name))</a>
            <nav aria-label="\(site.menuTitle)"><ul>\(links(visitor))</ul></nav>
            </header>
            <main id="main" tabindex="-1">
            \(outside(visitor))
            \(main)
            </main>
            <footer class="bottom"><div>
            <div>
            <p class="promise">\(site.promise)</p>
            <nav aria-label="\(site.moreTitle)"><ul>\(more(visitor))</ul></nav>
            \(imprint(visitor))
            </div>
            \(chooser(visitor))
            </div></footer>
            </body>
            </html>

            """
    }

    /// Each a little later than another, so that a crowd that came together doesn't stay together.
    private func again(in seconds: Int, _ visitor: Visitor) -> HTML {
        let wait = seconds + Int(visitor.shop.chance.bytes(1)[0] % 4)
        return "<noscript><meta http-equiv=\"refresh\" content=\"\(wait)\"></noscript>"
    }

    /// A logo says the name by itself.
    private func brand(_ look: Look, _ name: String) -> HTML {
        look.logo.map { "<img src=\"\($0)\" alt=\"\(name)\" height=\"32\">" }
            ?? "<span class=\"mark\" aria-hidden=\"true\">\(look.mark)</span>\(name)"
    }

    private func imprint(_ visitor: Visitor) -> HTML? {
        let lines = visitor.site.settings.brand.imprint
        guard !lines.isEmpty else { return nil }
        return "<address>\(lines.map { "\($0)<br>" as HTML })</address>"
    }

    /// Said on every page, until a country is chosen: nobody should fill a basket in vain.
    private func outside(_ visitor: Visitor) -> HTML? {
        guard let country = visitor.outside, !visitor.location.hasPrefix("/elsewhere") else {
            return nil
        }
        let say = visitor.phrases.border
        return """
            <p class="notice wait">\(say.notSoldTo(country.name(in: visitor.language))). \
            <a href="/elsewhere?country=\(country.code)">\(say.tellMe)</a></p>
            """
    }

    private func links(_ visitor: Visitor) -> [HTML] {
        let site = visitor.phrases.site
        var links: [HTML] = [
            link("/", site.home, visitor), link("/guide", visitor.phrases.guide.menu, visitor),
        ]
        guard let account = visitor.account else {
            return links + [
                link("/login", site.logIn, visitor), link("/signup", site.signUp, visitor),
            ]
        }
        links.append(link("/orders", site.orders, visitor))
        if account.isOperator { links.append(link("/console", site.console, visitor)) }
        return links + [link("/account", site.account, visitor)]
    }

    /// What few look for, at the end of every page.
    private func more(_ visitor: Visitor) -> [HTML] {
        let say = visitor.phrases.guide
        return [
            link("/withdraw", visitor.withdrawing, visitor),
            link("/rights", say.lawTitle, visitor),
            link("/tell-me", visitor.phrases.border.tellOfSale, visitor),
            link("/elsewhere", visitor.phrases.border.anotherCountry, visitor),
            link("/feed.atom", say.feed, visitor),
        ]
    }

    private func link(_ address: String, _ text: String, _ visitor: Visitor) -> HTML {
        let isHere = visitor.location.prefix { $0 != "?" } == address[...]
        return """
            <li><a href="\(address)"\(" aria-current=\"page\"", if: isHere)>\(text)</a></li>
            """
    }

    /// Guests choose here; who is logged in has these two in the account.
    private func chooser(_ visitor: Visitor) -> HTML {
        let site = visitor.phrases.site
        guard visitor.account == nil else {
            return """
                <p>\(visitor.phrases.account.country(visitor.market.country)) · \
                \(visitor.language.ownName) · <a href="/account">\(site.change)</a></p>
                """
        }
        let countries = visitor.rules.markets.keys.sorted().map { country -> HTML in
            """
            <option value="\(country.code)"\(" selected", if: country == visitor.market.country)>\
            \(visitor.phrases.account.country(country))</option>
            """
        }
        let languages = Language.allCases.map { language -> HTML in
            """
            <option value="\(language.rawValue)" lang="\(language.rawValue)"\
            \(" selected", if: language == visitor.language)>\(language.ownName)</option>
            """
        }
        return """
            <form class="chooser" action="/choose" method="get" aria-label="\(site.chooserTitle)">
            <input type="hidden" name="to" value="\(visitor.location)">
            <label>\(site.country) <select name="market">\(countries)\
            <option value="elsewhere">\(visitor.phrases.border.anotherCountry)</option></select></label>
            <label>\(site.language) <select name="language">\(languages)</select></label>
            <button class="quiet">\(site.change)</button>
            </form>
            """
    }
}
