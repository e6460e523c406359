// Who asks for a page: the account if they are logged in, the country they buy in, the language
// they read, and what they sent.

import Hummingbird
import Languages
import Rules
import Shop

struct Visitor: Sendable {
    let site: Site
    let account: Account?
    /// The session's, when somebody is logged in.
    let token: String?
    /// A guest's own secret, so that the forms of guests can't be sent from elsewhere.
    let guest: String?
    let language: Language
    let market: Market
    /// Where their browser says they are, when the shop doesn't sell there and they haven't chosen
    /// a country.
    let outside: Country?
    let rules: Rulebook
    /// Wall time, read once for the request.
    let now: Moment
    /// Where the request came from, for counting attempts.
    let address: String
    /// What their browser calls itself, and the languages it asks for.
    let device: String
    /// Path and query as they were asked for.
    let location: String
    let form: Form
    let query: Form
    let parameters: Parameters
    /// What every form of theirs carries; nil while they have no secret.
    let seal: String?

    /// Anybody who would see the same as this guest.
    var asNobody: Visitor {
        Visitor(
            site: site, account: nil, token: nil, guest: nil, language: language, market: market,
            outside: outside, rules: rules, now: now, address: "", device: "", location: location,
            form: .empty, query: .empty, parameters: parameters, seal: nil)
    }

    var shop: Shop { site.shop }
    var phrases: Phrases { Phrases.of(language) }
    var formats: Formats { phrases.formats }
    var today: Day { Day(now) }
    var whereabouts: Whereabouts { Whereabouts(address: address, device: device) }

    /// Throws `notLoggedIn`.
    func person() throws(Refusal) -> Account {
        guard let account else { throw .notLoggedIn }
        return account
    }

    /// Throws `notLoggedIn`, `notAllowed`.
    func staff() throws(Refusal) -> Account {
        let account = try person()
        guard account.isOperator else { throw .notAllowed }
        return account
    }

    /// A part of the path. Throws `notFound` if it can't name anything.
    func part<Of: Identified>(_ name: String) throws(Refusal) -> ID<Of> {
        guard let id = ID<Of>(parameters.get(name) ?? "") else { throw .notFound }
        return id
    }

    func part(_ name: String) throws(Refusal) -> String {
        guard let text = parameters.get(name), !text.isEmpty, text.utf8.count <= 200 else {
            throw .notFound
        }
        return text
    }

    /// A name for one deed, to go into a form: sent twice, it is done once.
    func freshKey() -> String { hex(shop.chance.bytes(16)) }
}

/// What a form or a query carried, by field. Fields of the same name count once, the last.
struct Form: Sendable {
    let fields: [String: String]

    static let empty = Form(fields: [:])

    subscript(name: String) -> String { fields[name] ?? "" }
    subscript(field: Field) -> String { fields[field.rawValue] ?? "" }

    /// Throws `input` unless it is a whole number.
    func number(_ field: Field) throws(Refusal) -> Int {
        let text = self[field]
        if text.isEmpty { throw .input([Fault(field, .missing)]) }
        guard text.utf8.count <= 9, let number = Int(text) else {
            throw .input([Fault(field, .malformed)])
        }
        return number
    }
}
