// The operator's page about the rules of the price: what is in force, what ends soon, what nobody
// knows for sure, and what must be confirmed before a sale opens.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct RulesScene: Sendable {
    let rules: Rulebook
    let directory: String?
    let fault: RulebookFault?
    let sales: [(sale: Sale, title: String, doubts: [SaleDoubt])]
    let nexus: [NexusCount]
    let wishes: [(country: Country, wishes: Int)]
}

struct RulesPage: Page {
    let scene: RulesScene
    /// How far ahead "soon" is.
    private let days = 90

    init(scene: RulesScene) { self.scene = scene }

    func title(_ phrases: Phrases) -> String { phrases.rules.title }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.rules
        let review = RulesReview(scene.rules, on: visitor.today, days: days)
        return """
            \(ConsoleTop(title: say.title).html(visitor))
            <p>\(say.version(scene.rules.version)) \
            \(scene.directory.map { say.from($0) } ?? say.shippedOnly)</p>
            \(fault(visitor))
            \(scene.sales.map { confirming($0.sale, $0.title, $0.doubts, visitor) })
            \(list(say.endsSoon(days), review.expiring, visitor))
            \(list(say.unconfirmed, review.unconfirmed, visitor))
            \(list(say.unknown, review.unknown, visitor))
            \(NexusPart(counts: scene.nexus).html(visitor))
            \(GatesPart(gates: scene.rules.gates).html(visitor))
            \(wishes(visitor))
            \(tariffs.map { inForce($0, visitor) })
            """
    }

    private func fault(_ visitor: Visitor) -> HTML? {
        scene.fault.map { fault in
            """
            <div class="notice bad" role="alert"><p>\(visitor.phrases.rules.fault)</p>
            <p><code>\(fault.description)</code></p></div>
            """
        }
    }

    /// Every doubt of a sale, those to be confirmed with a box to tick.
    private func confirming(
        _ sale: Sale, _ title: String, _ doubts: [SaleDoubt], _ visitor: Visitor
    ) -> HTML {
        let say = visitor.phrases.rules
        let open = doubts.filter { $0.confirmation == nil }
        let done = doubts.filter { $0.confirmation != nil }
        let confirmed = done.map { item -> HTML in
            """
            <li><strong>\(item.doubt.place) <code>\(item.doubt.name)</code></strong> \
            <span lang="en">\(item.doubt.terms)</span> – \(say.confirmedBy(item.confirmation?.confirmedBy ?? ""))</li>
            """
        }
        let form: HTML = """
            <p>\(say.toConfirmText)</p>
            <form method="post" action="/console/sales/\(sale.code)/rules">\(visitor.sealed)
            \(open.map { box($0, visitor) })
            <button>\(say.confirm)</button></form>
            """
        return """
            <section class="confirming"><h2>\(say.toConfirm(title))</h2>
            \(open.isEmpty ? "<p>\(say.nothingToConfirm)</p>" as HTML : form)
            \(confirmed.isEmpty ? nil : "<ul>\(confirmed)</ul>" as HTML)</section>
            """
    }

    private func box(_ item: SaleDoubt, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.rules
        let doubt = item.doubt
        let kind = doubt.kind == .unknown ? say.unknown : say.unconfirmed
        return """
            <label class="choice"><input type="checkbox" name="\(item.stamp)" value="seen">
            <span><strong>\(doubt.place) <code>\(doubt.name)</code></strong> – \(kind)<br>
            <span lang="en">\(doubt.terms)\(doubt.note.map { "<br><small>\($0)</small>" as HTML })</span>\
            <br><small>\(say.sources)\(visitor.formats.colon)\
            <span lang="en">\(titles(of: doubt.sources))</span></small></span></label>
            """
    }

    private func list(_ title: String, _ items: [RulesReview.Item], _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.rules
        let rows = items.map { item -> HTML in
            let end = item.validity.to.map { say.until(visitor.formats.day($0)) }
            return """
                <li><strong>\(item.place) <code>\(item.name)</code></strong> \(end ?? "")\
                \(item.note.map { "<br><small lang=\"en\">\($0)</small>" as HTML })</li>
                """
        }
        return """
            <details\(" open", if: rows.count <= 5)><summary>\(title) (\(rows.count))</summary>\
            \(rows.isEmpty ? "<p>\(say.none)</p>" as HTML : "<ul>\(rows)</ul>")</details>
            """
    }

    private func wishes(_ visitor: Visitor) -> HTML? {
        guard !scene.wishes.isEmpty else { return nil }
        let say = visitor.phrases.rules
        let rows = scene.wishes.map { wish -> HTML in
            """
            <li>\(wish.country.name(in: visitor.language))\(visitor.formats.colon)\(say.wishCount(wish.wishes))</li>
            """
        }
        return "<section><h2>\(say.wishes)</h2><ul>\(rows)</ul></section>"
    }

    private var tariffs: [Tariff] {
        Set(scene.rules.markets.values.map(\.tariff)).sorted().compactMap {
            scene.rules.tariffs[$0]
        }
    }

    private func inForce(_ tariff: Tariff, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.rules
        let rows = tariff.layers.filter { $0.validity.contains(visitor.today) }.map {
            layer -> HTML in
            """
            <tr><th scope="row"><code>\(layer.id)</code></th><td lang="en">\(layer.terms)</td>\
            <td lang="en">\(layer.evidence.confidence.rawValue): \(titles(of: layer.evidence.sources))</td></tr>
            """
        }
        return """
            <details><summary>\(say.inForce(tariff.name)) (\(rows.count))</summary>
            <div class="scroll" tabindex="0"><table class="trace">
            <thead><tr><th scope="col">\(say.rule)</th><th scope="col">\(say.terms)</th>\
            <th scope="col">\(say.sources)</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></details>
            """
    }

    private func titles(of sources: [String]) -> String {
        sources.map { scene.rules.sources[$0]?.title ?? $0 }.joined(separator: "; ")
    }
}

extension Site {
    func showRules(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let (rules, now, language) = (visitor.rules, visitor.now, visitor.language)
        let found = try await shop.storage.read { reader in
            let open = try reader.sales().filter { sale in
                try reader.rounds(of: sale.id).contains {
                    now < $0.clock.wallTime(of: $0.closes, at: now)
                }
            }
            return (
                sales: try open.map { sale in
                    (
                        sale: sale, title: try reader.text(of: sale, in: language).title,
                        doubts: try reader.doubts(about: sale.id, by: rules, at: now)
                    )
                }, wishes: try reader.wishesByCountry()
            )
        }
        return visitor.response(
            RulesPage(
                scene: RulesScene(
                    rules: rules, directory: shop.rulebook.directory, fault: shop.rulebook.fault,
                    sales: found.sales, nexus: try await shop.nexusCounts(),
                    wishes: found.wishes)))
    }

    /// The boxes that were ticked are named by what they mean, so nothing is confirmed unseen.
    func confirmRules(_ visitor: Visitor) async throws -> Response {
        let staff = try visitor.staff()
        let code: String = try visitor.part("code")
        guard let sale = try await shop.storage.read({ try $0.sale(code: code) }) else {
            throw Refusal.notFound
        }
        let seen = Set(visitor.form.fields.filter { $0.value == "seen" }.keys)
        for round in try await shop.confirmRules(of: sale.id, seen: seen, by: staff) {
            boards.forget(round)
        }
        return .redirect(to: "/console/rules", type: .normal)
    }
}
