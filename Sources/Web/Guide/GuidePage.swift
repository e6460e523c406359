// How to buy: everything about one sale in the order in which it is needed, from the sale's own
// figures, so that it can't say anything else than the shop does.

import Hummingbird
import Languages
import Rules
import Shop

struct GuidePage: Page {
    let scene: SaleScene

    func title(_ phrases: Phrases) -> String { phrases.guide.title + " – " + scene.text.title }

    func sharing(_ visitor: Visitor) -> Sharing? {
        Sharing(
            title: title(visitor.phrases), text: visitor.phrases.guide.lead(scene.text.title),
            path: "/sales/\(scene.sale.code)/guide")
    }

    func body(_ visitor: Visitor) -> HTML {
        let (say, sale) = (visitor.phrases.guide, visitor.phrases.sale)
        return """
            \(visitor.back(to: "/sales/\(scene.sale.code)", scene.text.title))
            <h1>\(say.title)</h1>
            <p class="lead">\(say.lead(scene.text.title))</p>
            <section><h2>\(say.beforeTitle)</h2>
            <ol class="steps">\(sale.howItWorks(scene.sale.order).map { "<li>\($0)</li>" as HTML })</ol>
            \(visitor.account == nil
                ? "<p><a class=\"button\" href=\"/signup\">\(visitor.phrases.site.signUp)</a></p>" : nil)
            </section>
            <section><h2>\(say.timesTitle)</h2>
            <ul class="rounds">\(scene.boards.map { RoundTimes(board: $0).html(visitor) })</ul>
            <p class="hint">\(sale.timesHint)</p>
            <p><a class="button quiet" href="/sales/\(scene.sale.code)/calendar.ics">\(say.calendar)</a></p>
            </section>
            <section class="columns">
            <div><h2>\(say.orderTitle)</h2><p>\(say.order(scene.sale.order))</p>
            \(scene.boards.first.map { board -> HTML in
                "<p>\(say.door(board.round.door.burst, board.round.door.perMinute))</p>"
            })</div>
            <div><h2>\(say.holdTitle)</h2>
            <p>\(say.hold(visitor.formats.duration(scene.sale.hold)))</p></div>
            </section>
            <section><h2>\(say.pricesTitle)</h2>\(prices(visitor))
            <p class="hint">\(visitor.phrases.checkout.binding)</p></section>
            \(AfterwardsPart(scene: scene).html(visitor))
            """
    }

    private func prices(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.guide
        let rows = scene.offers.map { offer -> HTML in
            let pricing = visitor.pricing(of: offer)
            let units = scene.boards.compactMap { board in
                board.stalls.first { $0.offer.product == offer.product }?.allotment.units
            }
            return """
                <tr><th scope="row"><a href="/sales/\(scene.sale.code)/\(offer.product)">\
                \(scene.name(of: offer.product, in: visitor.language))</a></th>
                <td>\(visitor.money(pricing.shown))</td>
                <td>\(pricing.delivered.map { visitor.money($0.total) } ?? "–")</td>
                <td>\(visitor.formats.number(offer.limit))</td>
                <td>\(units.map(visitor.formats.number).joined(separator: " / "))</td></tr>
                """
        }
        return """
            <div class="scroll" tabindex="0"><table>
            <thead><tr><th scope="col">\(say.product)</th><th scope="col">\(say.price)</th>\
            <th scope="col">\(say.inAll)</th><th scope="col">\(say.limit)</th>\
            <th scope="col">\(say.units)</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}

/// What follows after the order, for each product: the way back and the guarantee.
private struct AfterwardsPart {
    let scene: SaleScene

    func html(_ visitor: Visitor) -> HTML {
        let sale = visitor.phrases.sale
        let ways = scene.offers.map { offer -> HTML in
            let pricing = visitor.pricing(of: offer)
            return """
                <li><strong>\(scene.name(of: offer.product, in: visitor.language))</strong>\(visitor.formats.colon)\
                \(pricing.wayBackText(visitor))</li>
                """
        }
        return """
            <section class="columns"><div><h2>\(visitor.phrases.guide.afterTitle)</h2>
            <p>\(sale.dispatch(visitor.rules.warehouse.dispatchDays))</p>
            <h3>\(sale.guaranteeTitle)</h3>\(GuaranteesPart().html(visitor))</div>
            <div><h2>\(sale.wayBackTitle)</h2><ul>\(ways)</ul></div></section>
            """
    }
}

/// When a round's room opens, when the round does, and when it ends.
struct RoundTimes {
    let board: Board

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let proof: HTML = """
            <p><a href="/rounds/\(board.round.id)/proof">\(visitor.phrases.guide.proofTitle)</a></p>
            """
        return """
            <li><h3>\(say.round(board.round.number))</h3>
            <dl class="facts">
            \(fact(say.roomOpens, board.round.roomOpens, visitor))
            \(board.beacon.map { listCloses($0, visitor) })
            \(fact(say.opens, board.round.opens, visitor))
            \(fact(say.closes, board.round.closes, visitor))
            </dl>\(board.round.drawn == nil ? nil : proof)</li>
            """
    }

    /// By the clock on the wall, whatever becomes of the opening.
    private func listCloses(_ beacon: Beacon, _ visitor: Visitor) -> HTML {
        """
        <div><dt>\(visitor.phrases.beacon.listCloses)</dt>\
        <dd>\(visitor.time(beacon.listCloses))</dd></div>
        """
    }

    private func fact(_ name: String, _ moment: Moment, _ visitor: Visitor) -> HTML {
        "<div><dt>\(name)</dt><dd>\(visitor.time(board.wall(moment)))</dd></div>"
    }
}

extension Pricing {
    /// Until when, and for how much: told before the order.
    func wayBackText(_ visitor: Visitor) -> String {
        let say = visitor.phrases.sale
        return switch (policy, wayBack) {
        case (nil, _): ""
        case (let policy?, .costs(let cost)): say.wayBack(policy.days, visitor.money(cost))
        case (let policy?, .paidByStore):
            say.wayBack(policy.days, visitor.money(.zero(visitor.market.currency)))
        case (let policy?, .notSent): say.wayBackNotSent(policy.days)
        }
    }
}

extension Site {
    func guidePage(_ visitor: Visitor) async throws -> any Page {
        GuidePage(scene: try await scene(of: try visitor.part("code"), for: visitor))
    }

    /// The guide to the sale that comes next.
    func nextGuidePage(_ visitor: Visitor) async throws -> any Page {
        guard let sale = try await fronts.nextSale() else { return NoSalePage() }
        return GuidePage(scene: try await scene(of: sale.code, for: visitor))
    }
}
