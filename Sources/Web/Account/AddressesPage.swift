// The addresses that one keeps: to add, to change, to remove.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct AddressesPage: Page {
    let saved: [SavedAddress]
    /// The one that is being changed; nil for a new one.
    var chosen: ID<SavedAddress>?
    var form = Form.empty
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.personal.addresses }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        let items = saved.map { item($0, visitor) }
        let known = chosen.map { "<input type=\"hidden\" name=\"known\" value=\"\($0)\">" as HTML }
        return AccountFrame(
            here: .addresses, title: say.addresses,
            main: """
                <p class="lead">\(say.addressesText)</p>
                \(visitor.trouble(refusal))
                <ul class="sheets">\(items)</ul>
                <section><h2 id="form">\(chosen == nil ? say.addAddress : say.changeAddress)</h2>
                <form method="post" action="/account/addresses">\(visitor.sealed)\(known)
                \(AddressPart(form: form, refusal: refusal).html(visitor))
                <button>\(visitor.phrases.account.saveButton)</button></form></section>
                """
        ).html(visitor)
    }

    private func item(_ saved: SavedAddress, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.personal
        let isHere = saved.address.country == visitor.market.country
        let change: HTML = """
            <a class="button quiet" href="/account/addresses?change=\(saved.id)#form">\
            \(say.changeAddress)<span class="unseen"> \(saved.address.line1)</span></a>
            """
        return """
            <li class="sheet"><address>\(saved.address.lines(visitor).map { "\($0)<br>" as HTML })\
            \(saved.address.phone)</address>
            <div class="inline">\(isHere ? change : nil)
            <form method="post" action="/account/addresses/\(saved.id)/remove">\(visitor.sealed)
            <button class="quiet">\(say.removeAddress)<span class="unseen"> \
            \(saved.address.line1)</span></button></form></div></li>
            """
    }
}

extension Site {
    func showAddresses(_ visitor: Visitor) async throws -> Response {
        try await addresses(visitor, refusal: nil)
    }

    private func addresses(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        let person = try visitor.person()
        let saved = try await shop.storage.read { try $0.savedAddresses(of: person.id) }
        let asked = [visitor.query["change"], visitor.form["known"]]
        let chosen = saved.first { asked.contains($0.id.text) }
        let form =
            refusal != nil
            ? visitor.form
            : chosen.map { Form($0.address) } ?? Form(fields: ["name": person.name])
        return visitor.response(
            AddressesPage(saved: saved, chosen: chosen?.id, form: form, refusal: refusal),
            status: refusal?.status ?? .ok)
    }

    func keepAddress(_ visitor: Visitor) async throws -> Response {
        let person = try visitor.person()
        let known = visitor.form["known"]
        do {
            let id = ID<SavedAddress>(known)
            guard known.isEmpty || id != nil else { throw Refusal.notFound }
            try await shop.keep(
                visitor.form.address(in: person.market), as: id, by: person)
        } catch let refusal as Refusal where refusal != .notFound {
            return try await addresses(visitor, refusal: refusal)
        }
        return .redirect(to: "/account/addresses", type: .normal)
    }

    func removeAddress(_ visitor: Visitor) async throws -> Response {
        try await shop.remove(try visitor.part("address"), by: try visitor.person())
        return .redirect(to: "/account/addresses", type: .normal)
    }
}

/// The kept addresses above the form of an order, each with one click to take it.
struct SavedAddressesPart {
    let saved: [SavedAddress]
    let page: String

    func html(_ visitor: Visitor) -> HTML? {
        guard !saved.isEmpty else { return nil }
        let say = visitor.phrases.personal
        let items = saved.map { saved -> HTML in
            """
            <li><span>\(saved.address.name), \(saved.address.line1), \(saved.address.city)</span> \
            <a class="button quiet" href="\(page)?address=\(saved.id)">\(say.useAddress)\
            <span class="unseen"> \(saved.address.line1)</span></a></li>
            """
        }
        return "<ul class=\"rows\">\(items)</ul>"
    }
}
