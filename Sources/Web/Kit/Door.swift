// To let a visitor in: who they are, and whether a form that they send is theirs.

import HTTPTypes
import Hummingbird
import Languages
import Rules
import Shop

typealias Answerer = @Sendable (Visitor) async throws -> Response

extension Site {
    /// A page that is looked at.
    func looking(_ answer: @escaping Answerer)
        -> @Sendable (Request, Visit) async throws -> Response
    {
        { request, visit in
            let visitor = try await visitor(request, visit, form: .empty)
            var response = try await answer(visitor)
            if visitor.account == nil, request.cookies[cookieNames.guest]?.value == nil,
                let guest = visitor.guest
            {
                response.setCookie(cookie(cookieNames.guest, guest, days: nil))
            }
            return response
        }
    }

    /// A form that is sent. One that isn't sealed for this visitor is refused, with a page on which
    /// it can be sent again.
    func sending(_ answer: @escaping Answerer)
        -> @Sendable (Request, Visit) async throws -> Response
    {
        { request, visit in
            let form = try await Form(of: request, upTo: visit.maxUploadSize)
            let visitor = try await visitor(request, visit, form: form)
            guard !request.isFromElsewhere, let secret = visitor.token ?? visitor.guest,
                try await seals().isGenuine(form["seal"], for: secret)
            else { throw Refusal.linkExpired }
            return try await answer(visitor)
        }
    }

    /// A form with files, by somebody who is logged in: nobody else's are read.
    func uploading(_ answer: @escaping @Sendable (Visitor, [[UInt8]]) async throws -> Response)
        -> @Sendable (Request, Visit) async throws -> Response
    {
        { request, visit in
            let known = try await visitor(request, visit, form: .empty)
            _ = try known.person()
            let most = EvidencePhoto.most * EvidencePhoto.mostBytes + visit.maxUploadSize
            let sent = try await Multipart(of: request, upTo: most)
            let visitor = try await visitor(request, visit, form: sent.form)
            guard !request.isFromElsewhere, let secret = visitor.token,
                try await seals().isGenuine(sent.form["seal"], for: secret)
            else { throw Refusal.linkExpired }
            return try await answer(visitor, sent.files.map(\.bytes))
        }
    }

    func visitor(_ request: Request, _ visit: Visit, form: Form) async throws -> Visitor {
        let token = request.cookies[cookieNames.session]?.value
        let account = if let token { try await shop.session(token: token) } else { Account?.none }
        let known = request.cookies[cookieNames.guest]?.value
        let guest = known.flatMap { $0.utf8.count == 32 ? $0 : nil } ?? hex(shop.chance.bytes(16))
        let secret = account == nil ? guest : token!
        let rules = shop.rulebook.current
        let market = market(account, request, rules)
        return Visitor(
            site: self, account: account, token: account == nil ? nil : token, guest: guest,
            language: language(account, request, market), market: market,
            outside: outside(account, request, rules), rules: rules,
            now: shop.clock.now(), address: address(request, visit),
            device: request.device, location: request.uri.description, form: form,
            query: Form(queryOf: request), parameters: visit.parameters,
            seal: try await seals().seal(for: secret))
    }

    /// Somebody of whom nothing is known, because nothing can be read.
    func guest(_ request: Request, _ visit: Visit) -> Visitor {
        let rules = shop.rulebook.current
        let market = market(nil, request, rules)
        return Visitor(
            site: self, account: nil, token: nil, guest: nil,
            language: language(nil, request, market), market: market, outside: nil, rules: rules,
            now: shop.clock.now(), address: address(request, visit),
            device: request.device, location: request.uri.description, form: .empty, query: .empty,
            parameters: visit.parameters, seal: nil)
    }

    func seals() async throws -> Seals { Seals(key: try await shop.secrets.key("forms")) }

    func address(_ request: Request, _ visit: Visit) -> String {
        address(forwarded: request.headers[HTTPField.Name("X-Forwarded-For")!], peer: visit.peer)
    }

    /// With a trusted proxy, the last address it added; otherwise the peer's.
    func address(forwarded: String?, peer: String?) -> String {
        if settings.trustsProxy, let last = forwarded?.split(separator: ",").last {
            return last.filter { $0 != " " }
        }
        return peer ?? "unknown"
    }

    private func market(_ account: Account?, _ request: Request, _ rules: Rulebook) -> Market {
        if let account, let market = rules.markets[account.market] { return market }
        let chosen = request.cookies[cookieNames.market].flatMap { Country($0.value) }
        if let chosen, let market = rules.markets[chosen] { return market }
        return rules.markets[Tongue.country(in: request.headers[.acceptLanguage] ?? "", of: rules)]!
    }

    private func outside(_ account: Account?, _ request: Request, _ rules: Rulebook) -> Country? {
        guard account == nil, request.cookies[cookieNames.market] == nil else { return nil }
        let country = Tongue.region(in: request.headers[.acceptLanguage] ?? "")
        return country.flatMap { rules.markets[$0] == nil && $0.exists ? $0 : nil }
    }

    private func language(_ account: Account?, _ request: Request, _ market: Market) -> Language {
        let chosen = request.cookies[cookieNames.language].flatMap { Language(rawValue: $0.value) }
        // A link may name the language of the page it leads to.
        let named = request.uri.queryParameters["language"].flatMap {
            Language(rawValue: String($0))
        }
        return named ?? account?.language ?? chosen
            ?? Tongue.language(in: request.headers[.acceptLanguage] ?? "") ?? market.languages[0]
    }

    /// For programs, which say it in a header and have no cookies.
    func language(of request: Request) -> Language {
        Tongue.language(in: request.headers[.acceptLanguage] ?? "") ?? .americanEnglish
    }
}

extension Request {
    /// What the browser or program calls itself, and the languages it asks for.
    var device: String {
        let parts = [headers[.userAgent] ?? "", headers[.acceptLanguage] ?? ""]
        return parts.map { String($0.prefix(500)) }.joined(separator: "\n")
    }
}

/// What a browser says of its owner's languages.
enum Tongue {
    /// The first language asked for that the shop speaks. Weights aren't read: browsers send the
    /// list in the order of preference.
    static func language(in header: String) -> Language? {
        tags(header).lazy.compactMap { tag in
            switch tag.prefix(2) {
            case "en":
                tag.hasSuffix("gb") || tag.hasSuffix("ie") ? .britishEnglish : .americanEnglish
            case "fr": .french
            case "de": .german
            default: nil
            }
        }.first
    }

    /// The country a visitor most likely buys in, until they choose.
    static func country(in header: String, of rules: Rulebook) -> Country {
        let guesses = tags(header).compactMap { tag -> Country? in
            if tag.utf8.count == 5, let country = Country(tag.suffix(2).uppercased()) {
                return rules.markets[country] == nil ? nil : country
            }
            return Country(tag.uppercased()).flatMap { rules.markets[$0] == nil ? nil : $0 }
        }
        let first = Country("US")!
        return guesses.first ?? (rules.markets[first] == nil ? rules.markets.keys.min()! : first)
    }

    /// The first country that is named; the best guess of where somebody is.
    static func region(in header: String) -> Country? {
        tags(header).lazy.compactMap { tag in
            tag.utf8.count == 5 ? Country(tag.suffix(2).uppercased()) : nil
        }.first
    }

    private static func tags(_ header: String) -> [String] {
        header.prefix(500).split(separator: ",").prefix(20).map { part in
            String(part.prefix { $0 != ";" }).filter { $0 != " " }.lowercased()
        }
    }
}
