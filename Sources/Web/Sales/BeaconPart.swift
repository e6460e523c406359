// The beacon of a round: what everybody is told of it, and where the operator enters its value.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct BeaconPart {
    let beacon: Beacon
    let isDrawn: Bool

    /// Its name, its times, where it can be read, and what came of it.
    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.beacon
        let value: HTML? =
            beacon.value.map { "<code>\($0)</code>" } ?? (isDrawn ? "\(say.isMissing)" : nil)
        return """
            <h3>\(say.title)\(visitor.formats.colon)\(beacon.name)</h3>
            <p>\(say.text)</p>
            <dl class="facts">
            \(fact(say.listCloses, visitor.time(beacon.listCloses, seconds: true)))
            \(fact(say.published, visitor.time(beacon.published, seconds: true)))
            \(fact(say.waitsUntil, visitor.time(beacon.fallback, seconds: true)))
            \(fact(say.source, "<a href=\"\(beacon.address)\" rel=\"noreferrer\">\(beacon.address)</a>"))
            \(value.map { fact(say.value, $0) })
            </dl>
            """
    }

    private func fact(_ name: String, _ what: HTML) -> HTML {
        "<div><dt>\(name)</dt><dd>\(what)</dd></div>"
    }

    /// Nil while there is nothing to enter, or nothing any more.
    func form(for round: ID<Round>, _ visitor: Visitor) -> HTML? {
        guard !isDrawn, beacon.closed != nil, !beacon.isTooLate, visitor.now >= beacon.published
        else { return nil }
        let say = visitor.phrases.beacon
        let field = visitor.phrases.refusals.name(.value)
        return """
            <h4>\(say.enterTitle)\(visitor.formats.colon)\(beacon.name)</h4>
            <p><a href="\(beacon.address)" rel="noreferrer">\(beacon.address)</a></p>
            <p class="hint">\(say.enterText)</p>
            <form class="slim" method="post" action="/console/rounds/\(round)/beacon">
            \(visitor.sealed)
            <label>\(field) <input name="value" required maxlength="200" autocomplete="off" \
            value="\(beacon.value ?? "")"></label>
            <label>\(say.again) <input name="again" required maxlength="200" autocomplete="off"></label>
            <button>\(say.enter)</button></form>
            """
    }
}

extension Site {
    func enterBeacon(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        let (value, again) = (visitor.form[.value], visitor.form["again"])
        do {
            guard Beacon.value(value) == Beacon.value(again) else {
                throw Refusal.input([Fault(.value, .malformed)])
            }
            try await shop.enterBeacon(value, of: id, by: try visitor.staff())
        } catch let refusal as Refusal where refusal != .notAllowed && refusal != .notLoggedIn {
            return try await console(visitor, number: nil, refusal: refusal)
        }
        boards.forget(id)
        return .redirect(to: "/console", type: .normal)
    }
}
