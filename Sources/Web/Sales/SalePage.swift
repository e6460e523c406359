// The page of a sale: what is on sale here, for how much in all, when, and what to do now.

import Hummingbird
import Languages
import Rules
import Shop

struct SalePage: Page {
    let scene: SaleScene

    func title(_ phrases: Phrases) -> String { scene.text.title }
    /// Often enough for a door that opens, seldom enough for a crowd.
    var refresh: Int? { 10 }

    func sharing(_ visitor: Visitor) -> Sharing? {
        Sharing(
            title: scene.text.title, text: scene.text.announcement,
            path: "/sales/\(scene.sale.code)", picture: scene.card(visitor))
    }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        return """
            <section class="hero"\(scene.current.flatMap { following($0, visitor) })>
            <h1>\(scene.text.title)</h1>
            \(scene.current.map { board -> HTML in
                "<div class=\"clock\">\(gone(before: board, visitor))\(now(in: board, visitor))</div>"
            })
            <p class="lead">\(scene.text.announcement)</p>
            </section>
            \(basket(visitor))
            <section>
            <h2>\(say.rangeTitle(visitor.phrases.account.country(visitor.market.country)))</h2>
            <ul class="range">\(scene.offers.map { card(of: $0, visitor) })</ul>
            \(withheld(visitor))
            </section>
            <section>
            <h2>\(visitor.phrases.guide.timesTitle)</h2>
            <ul class="rounds">\(scene.boards.map { RoundTimes(board: $0).html(visitor) })</ul>
            <p class="hint">\(say.timesHint)</p>
            </section>
            <section>
            <h2>\(say.howItWorksTitle)</h2>
            <ol class="steps">\(say.howItWorks(scene.sale.order).map { "<li>\($0)</li>" as HTML })</ol>
            <p class="inline"><a class="button quiet" href="/sales/\(scene.sale.code)/guide">\
            \(visitor.phrases.guide.title)</a>
            <a class="button quiet" href="/sales/\(scene.sale.code)/announcement">\
            \(visitor.phrases.guide.announcementTitle)</a></p>
            </section>
            \(RoundWords(visitor).html)
            """
    }

    /// What the script needs to follow the round; nothing happens to one that is far away or over.
    private func following(_ board: Board, _ visitor: Visitor) -> HTML? {
        guard board.phase != .announced, board.phase != .closed else { return nil }
        return """
             data-round="\(board.round.id)" data-market="\(visitor.market.country.code)" \
            data-phase="\(board.phase.rawValue)"\(" data-over", if: board.isSoldOut)
            """
    }

    /// The one thing that matters at this moment, and the button for it.
    private func now(in board: Board, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let door: HTML = """
            <p><a class="button" href="/rounds/\(board.round.id)">\
            \(scene.tickets[board.round.id] == nil ? say.enterRoom : say.roomTitle)</a></p>
            """
        let round: HTML = "<p class=\"kicker\">\(say.round(board.round.number))</p>"
        let head: HTML = """
            <p class="kicker">\(say.round(board.round.number)) \
            <span class="state \(board.phase.rawValue)">\(visitor.word(for: board))</span></p>
            """
        let opens = board.wall(board.round.opens)
        let when: HTML = """
            <p class="hint">\(say.opens)\(visitor.formats.colon)\(visitor.time(opens))</p>
            """
        let reminders: HTML = """
            <p class="inline"><a class="button quiet" href="/sales/\(scene.sale.code)/calendar.ics">\
            \(visitor.phrases.guide.calendar)</a>
            <a class="button quiet" href="/tell-me">\(visitor.phrases.border.tellWhenOpen)</a></p>
            """
        switch board.phase {
        case .announced:
            return """
                \(head)\(visitor.countdown(to: board.wall(board.round.roomOpens), say.roomOpensIn))
                \(when)\(reminders)
                """
        case .roomOpen:
            return "\(head)\(visitor.countdown(to: opens, say.opensIn))\(when)\(door)"
        case .drawing: return "\(head)\(door)"
        case .live where board.isSoldOut:
            return "\(round)\(over(say.allSold, say.allSoldText, board, visitor))"
        case .live:
            return
                "\(head)\(visitor.countdown(to: board.wall(board.round.closes), say.closesIn))\(door)"
        case .paused:
            return
                "\(head)\(visitor.notice(say.paused(board.round.pauseReason(in: visitor.language)), "wait"))\(door)"
        case .closed: return "\(round)\(over(say.roundOver, nil, board, visitor))"
        }
    }

    private func over(
        _ title: String, _ text: String?, _ board: Board, _ visitor: Visitor
    ) -> HTML {
        OverPart(scene: scene, board: board, title: title, text: text).html(visitor)
    }

    /// That earlier rounds are sold out, while a later one isn't.
    private func gone(before board: Board, _ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.sale
        guard let last = scene.boards.last(where: { $0.round.number < board.round.number }),
            last.isSoldOut, last.phase != .closed
        else { return nil }
        return """
            <p class="kicker"><a href="/rounds/\(last.round.id)">\(say.round(last.round.number))</a> \
            <span class="state closed">\(say.soldOut)</span></p>
            """
    }

    private func basket(_ visitor: Visitor) -> HTML? {
        guard let basket = scene.basket, !basket.lines.isEmpty else { return nil }
        return HeldPart(scene: scene, basket: basket).html(visitor)
    }

    private func card(of offer: Offer, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let text = scene.products[offer.product]?.text(in: visitor.language)
        let pricing = visitor.pricing(of: offer)
        let stall = scene.current?.stalls.first { $0.offer.product == offer.product }
        let link = "/sales/\(scene.sale.code)/\(offer.product)"
        return """
            <li class="card">
            <a class="picture" href="\(link)" tabindex="-1" aria-hidden="true">\
            \(scene.picture(of: offer.product).html(visitor))</a>
            <h3><a href="\(link)">\(text?.name ?? offer.product)</a></h3>
            <p class="about">\(text?.about ?? "")</p>
            <p class="price">\(visitor.money(pricing.shown)) \
            <small>\(visitor.market.taxDisplay == .included ? say.taxIncluded : say.taxExcluded)\
            </small></p>
            \(pricing.delivered.map { quote -> HTML in
                "<p class=\"all-in\">\(say.delivered(visitor.money(quote.total)))</p>"
            })
            <p class="hint">\(say.limit(offer.limit))</p>
            \(stall.flatMap { stall in
                scene.current.map { StockPart(board: $0, stall: stall).html(visitor) }
            })
            </li>
            """
    }

    /// Products of the rules that a gate keeps from this market: shown, with the reason.
    private func withheld(_ visitor: Visitor) -> HTML? {
        let gates = visitor.rules.openGates(
            for: scene.products.keys, in: visitor.market.country, on: visitor.today)
        guard !gates.isEmpty else { return nil }
        let say = visitor.phrases.sale
        let items = gates.map { gate -> HTML in
            """
            <li><strong>\(scene.name(of: gate.product, in: visitor.language))</strong>\(visitor.formats.colon)\
            \(gate.reason(in: visitor.language))</li>
            """
        }
        return """
            <div class="withheld">
            <div class="picture">\(scene.picture(of: gates[0].product).html(visitor))</div>
            <div><h3>\(say.withheldTitle)</h3><p>\(say.withheldText)</p>
            <ul>\(items)</ul>
            <p><a href="/tell-me?product=\(gates[0].product)">\
            \(visitor.phrases.border.tellWhenSold)</a></p></div></div>
            """
    }
}

extension Visitor {
    /// Where a round stands, in a word or two.
    func word(for board: Board) -> String {
        let say = phrases.sale
        return switch board.phase {
        case .announced: say.announced
        case .roomOpen: say.roomOpen
        case .drawing: say.drawing
        case .live: say.live
        case .paused: say.paused("")
        case .closed: say.closed
        }
    }
}

/// How many units of a product there are, and what may still happen to them.
struct StockPart {
    let board: Board
    let stall: Board.Stall

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let units = stall.allotment.units
        let (state, text, more): (String, String, HTML?) =
            switch board.state(of: stall, at: visitor.now) {
            case .announced, .roomOpen: ("announced", say.unitsInRound(units), nil)
            case .live(let free): ("live", say.free(free, units), nil)
            case .allHeld(let count, let next):
                (
                    "held", say.allHeld(count),
                    " \(say.nextReturn) \(visitor.time(next, seconds: true))" as HTML
                )
            case .soldOut: ("gone", say.soldOut, nil)
            case .closed: ("gone", say.closed, nil)
            // Why, is told above all of them.
            case .paused: ("held", say.paused(""), nil)
            }
        let bar: HTML = """
            <progress value="\(stall.allotment.free)" max="\(units)" aria-hidden="true"></progress>
            """
        return """
            <p class="stock \(state)" data-stock="\(stall.offer.product)" \
            data-units="\(units)">\(text)\(more)</p>\(["live", "held"].contains(state) ? bar : nil)
            """
    }
}

/// What the visitor holds, how long, and what they can do with it.
struct HeldPart {
    let scene: SaleScene
    let basket: HeldBasket

    func html(_ visitor: Visitor, isAtCheckout: Bool = false) -> HTML {
        let say = visitor.phrases.sale
        let onward: HTML = """
            <p><a class="button" href="/sales/\(scene.sale.code)/checkout">\(say.toCheckout)</a></p>
            """
        let lines = basket.lines.map { line -> HTML in
            """
            <li><span class="thumb">\(scene.picture(of: line.offer.product).html(visitor))</span>
            <span>\(line.reservation.quantity) × \
            \(scene.name(of: line.offer.product, in: visitor.language))</span>
            <form method="post" action="/reservations/\(line.reservation.id)/cancel">
            \(visitor.sealed)<input type="hidden" name="to" value="/sales/\(scene.sale.code)">
            <button class="quiet">\(say.letGo)</button></form></li>
            """
        }
        return """
            <section class="held" aria-labelledby="held">
            <h2 id="held">\(say.held)</h2>
            \(visitor.hold(basket))
            <ul>\(lines)</ul>
            \(moreTime(visitor, isAtCheckout: isAtCheckout))
            \(isAtCheckout ? nil : onward)
            </section>
            """
    }
}

extension HeldPart {
    /// Asked for once; shown only while it can still be had.
    fileprivate func moreTime(_ visitor: Visitor, isAtCheckout: Bool) -> HTML? {
        guard basket.mayBeProlonged else { return nil }
        let say = visitor.phrases.fairness
        let back = "/sales/\(scene.sale.code)" + (isAtCheckout ? "/checkout" : "")
        return """
            <form class="inline" method="post" action="/sales/\(scene.sale.code)/more-time">
            \(visitor.sealed)<input type="hidden" name="to" value="\(back)">
            <button class="quiet">\(say.moreTime)</button> \
            <span class="hint">\(say.moreTimeHint(visitor.formats.duration(scene.sale.hold)))</span>
            </form>
            """
    }
}

extension Site {
    func salePage(_ visitor: Visitor) async throws -> any Page {
        SalePage(scene: try await scene(of: try visitor.part("code"), for: visitor))
    }

    func startPage(_ visitor: Visitor) async throws -> any Page {
        guard let sale = try await fronts.nextSale() else { return NoSalePage() }
        return SalePage(scene: try await scene(of: sale.code, for: visitor))
    }
}

struct NoSalePage: Page {
    func title(_ phrases: Phrases) -> String { phrases.sale.noSaleTitle }

    func body(_ visitor: Visitor) -> HTML {
        """
        <section><h1>\(visitor.phrases.sale.noSaleTitle)</h1>
        <p class="lead">\(visitor.phrases.sale.noSaleText)</p>
        <p><a class="button" href="/tell-me">\(visitor.phrases.border.tellOfSale)</a></p></section>
        """
    }
}
