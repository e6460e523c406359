// The operator's page of duty and tax that may be got back, and the same as a table.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

/// Something that may be got back, with what is shown of it.
struct RecoverableScene: Sendable {
    let found: Recoverable
    let order: Order
    let until: Deadline?
}

struct RecoverablesPage: Page {
    let open: [RecoverableScene]
    let received: [RecoverableScene]
    let products: [String: Product]
    var refusal: Refusal?

    func title(_ phrases: Phrases) -> String { phrases.recovery.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.recovery
        return """
            \(ConsoleTop(title: say.title).html(visitor))\(visitor.trouble(refusal))
            <p>\(say.intro)</p><p><a href="/console/recoverables.csv">CSV</a></p>
            \(open.isEmpty
                ? "<p class=\"none\">\(say.nothing)</p>"
                : "<ul class=\"rows\">\(open.map { row($0, visitor) })</ul>" as HTML)
            \(over(visitor))
            """
    }

    private func over(_ visitor: Visitor) -> HTML? {
        guard !received.isEmpty else { return nil }
        return """
            <section><h2>\(visitor.phrases.recovery.state(.received))</h2>
            <ul class="rows">\(received.map { row($0, visitor) })</ul></section>
            """
    }

    private func row(_ scene: RecoverableScene, _ visitor: Visitor) -> HTML {
        let (found, say) = (scene.found, visitor.phrases.recovery)
        let number = scene.order.number
        return """
            <li><p class="which"><a href="/orders/\(number)"><strong>\(number)</strong></a> \
            <span>\(found.market.code)</span> <span>\(visitor.units(found.items, products))</span> \
            <span>\(say.charge(found.charge)), \(say.way(found.way))</span> \
            <strong>\(visitor.money(found.amount))</strong></p>
            <p class="due\(" late", if: scene.until?.state == .missed)">\
            \(facts(scene, visitor).map { "\($0)<br>" as HTML })</p>
            \(form(found, visitor))</li>
            """
    }

    private func facts(_ scene: RecoverableScene, _ visitor: Visitor) -> [HTML] {
        let (found, say, formats) = (scene.found, visitor.phrases.recovery, visitor.formats)
        if let receipt = found.receipt {
            return ["\(say.came(visitor.money(receipt.amount), formats.day(receipt.day)))"]
        }
        if let claim = found.claim {
            return ["\(say.claimed(claim.reference, formats.day(claim.day)))"]
        }
        guard let until = scene.until else { return [] }
        return [
            "\(say.until(formats.day(until.day)))", "<span lang=\"en\">\(until.rule)</span>",
        ]
    }

    private func form(_ found: Recoverable, _ visitor: Visitor) -> HTML? {
        let (say, names) = (visitor.phrases.recovery, visitor.phrases.refusals.name)
        let (field, unit, input, button): (Field, String, HTML, String)
        switch found.state {
        case .open: (field, unit, input, button) = (.reference, "", " maxlength=\"60\"", say.claim)
        case .claimed:
            (field, unit) = (.amount, " (\(found.amount.currency.code))")
            input = " inputmode=\"decimal\" value=\"\(found.amount.decimal)\" maxlength=\"12\""
            button = say.receive
        case .received: return nil
        }
        return """
            <form class="slim" method="post" action="/console/recoverables/\(found.id)">\(visitor.sealed)
            <label>\(names(field))\(unit) <input name="\(field.rawValue)" required\(input)></label>
            <label>\(names(.day))
            <input name="day" type="date" required value="\(visitor.today.description)"></label>
            <button>\(button)</button></form>
            """
    }
}

extension Reader {
    /// The nearest day first.
    func recoverableScenes(in states: [Recoverable.State], limit: Int) throws -> [RecoverableScene]
    {
        let found = try recoverables(in: states, limit: limit)
        let orders = try orders(found.map(\.order))
        return try found.compactMap { found in
            guard let order = orders[found.order] else { return nil }
            return RecoverableScene(
                found: found, order: order, until: try deadline(.recovery, of: found.id.text))
        }.sorted { ($0.until?.day ?? $0.order.promise) < ($1.until?.day ?? $1.order.promise) }
    }
}

extension Site {
    func showRecoverables(_ visitor: Visitor) async throws -> Response {
        try await recoverables(visitor, refusal: nil)
    }

    private func recoverables(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        _ = try visitor.staff()
        let page = try await shop.storage.read { reader in
            RecoverablesPage(
                open: try reader.recoverableScenes(in: [.open, .claimed], limit: 200),
                received: try reader.recoverableScenes(in: [.received], limit: 100),
                products: try reader.products(), refusal: refusal)
        }
        return visitor.response(page, status: refusal?.status ?? .ok)
    }

    func recordRecoverable(_ visitor: Visitor) async throws -> Response {
        let staff = try visitor.staff()
        let (id, form): (ID<Recoverable>, Form) = (try visitor.part("recoverable"), visitor.form)
        do {
            let day = try Day(asked: form[.day])
            if form.fields[Field.amount.rawValue] == nil {
                try await shop.claimRecoverable(
                    id, reference: form[.reference], on: day, by: staff)
            } else {
                let found = try await shop.storage.read { try $0.recoverable(id) }
                guard let found else { throw Refusal.notFound }
                let came = try form.amount(.amount, in: found.amount.currency)
                try await shop.receiveRecoverable(id, came.minor, on: day, by: staff)
            }
        } catch let refusal as Refusal where refusal != .notFound {
            return try await recoverables(visitor, refusal: refusal)
        }
        return .redirect(to: "/console/recoverables", type: .normal)
    }

    func exportRecoverables(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let scenes = try await shop.storage.read {
            try $0.recoverableScenes(in: Recoverable.State.allCases, limit: 5000)
        }
        let header = [
            "id", "order", "market", "of", "items", "charge", "way", "amount", "currency", "state",
            "claim_by", "rule", "claimed", "reference", "received", "received_amount",
        ]
        return .csv(CSV.written(header, scenes.map(\.row)), named: "recoverables")
    }
}

extension RecoverableScene {
    fileprivate var row: [String] {
        [
            found.id.text, order.number, found.market.code, found.subject, found.written,
            found.charge.rawValue, found.way.rawValue, found.amount.decimal,
            found.amount.currency.code, found.state.rawValue, until.map { "\($0.day)" } ?? "",
            until?.rule ?? "", found.claim.map { "\($0.day)" } ?? "", found.claim?.reference ?? "",
            found.receipt.map { "\($0.day)" } ?? "", found.receipt?.amount.decimal ?? "",
        ]
    }
}
