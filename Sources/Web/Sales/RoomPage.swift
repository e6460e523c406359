// The page of a round: the waiting room before it opens, one's place and turn, and the counter at
// which units are reserved.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct RoomPage: Page {
    let scene: SaleScene
    let board: Board
    let ticket: Ticket?
    var refusal: Refusal?
    /// Whether fewer units were reserved just now than asked for.
    var gotFewer = false
    /// What the browser must work out to enter, where the operator asks for it.
    var challenge: WorkChallenge?

    func title(_ phrases: Phrases) -> String {
        phrases.sale.roomTitle + " – " + scene.text.title
    }

    /// Seldom for whoever is choosing, so that nothing chosen is lost.
    var refresh: Int? { isTurn ? 20 : 5 }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        return """
            \(visitor.back(to: "/sales/\(scene.sale.code)", scene.text.title))
            <section class="hero" data-round="\(board.round.id)" \
            data-market="\(visitor.market.country.code)" data-phase="\(board.phase.rawValue)"\
            \(" data-turn", if: isTurn)\(" data-over", if: board.isSoldOut)>
            <h1>\(say.round(board.round.number))</h1>
            <div class="clock">\(visitor.trouble(refusal))\(standing(visitor))</div>
            \(lead(visitor))
            </section>
            \(gotFewer ? visitor.notice(say.heldFewer, "wait") : nil)
            \(scene.basket.flatMap { basket in
                basket.lines.isEmpty ? nil : HeldPart(scene: scene, basket: basket).html(visitor)
            })
            \(counter(visitor))
            <section>\(ticket == nil || board.phase == .closed ? nil : MovePart(round: board.round.id).html(visitor))
            \(fairness(visitor))</section>
            \(RoundWords(visitor).html)
            """
    }

    private func standing(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        switch board.phase {
        case .announced:
            return visitor.countdown(to: board.wall(board.round.roomOpens), say.roomOpensIn)
        case .roomOpen:
            return """
                \(visitor.countdown(to: board.wall(board.round.opens), say.opensIn))
                \(entry(visitor))
                """
        case .paused:
            let notice = visitor.notice(
                say.paused(board.round.pauseReason(in: visitor.language)), "wait")
            // Nobody has missed anything yet: the order isn't drawn.
            let isOpen = board.round.drawn == nil && ticket == nil
            return "\(notice)\(isOpen ? entry(visitor) : nil)"
        case .drawing: return visitor.notice(say.drawing, "wait")
        case .live where board.isSoldOut: return over(say.allSold, say.allSoldText, visitor)
        case .live: return "\(turn(visitor))\(ticket == nil ? entry(visitor) : nil)"
        case .closed: return over(say.roundOver, nil, visitor)
        }
    }

    private func over(_ title: String, _ text: String?, _ visitor: Visitor) -> HTML {
        OverPart(scene: scene, board: board, title: title, text: text).html(visitor)
    }

    private func entry(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let address = "/rounds/\(board.round.id)"
        guard ticket != nil else {
            return """
                <form method="post" action="\(address)/enter">\(visitor.sealed)
                <button>\(say.enterRoom)</button>
                \(challenge.map { WorkPart(challenge: $0).html(visitor) })</form>
                <p class="hint">\(entryHint(visitor))</p>
                """
        }
        let leave: HTML = """
            <form method="post" action="\(address)/leave">\(visitor.sealed)
            <button class="quiet">\(say.leaveRoom)</button></form>
            <p class="hint">\(say.leaveHint)</p>
            """
        return """
            <p class="big">\(say.inRoom)</p>
            <p>\(say.inRoomText(board.sale.order))</p>
            <p class="hint" data-waiting>\(say.waiting(board.tickets))</p>
            \(board.round.isListClosed ? nil : leave)
            """
    }

    private func entryHint(_ visitor: Visitor) -> String {
        if board.phase == .live { return visitor.phrases.sale.missedRoom }
        return board.round.isListClosed
            ? visitor.phrases.beacon.isClosed : visitor.phrases.sale.enterHint
    }

    private func turn(_ visitor: Visitor) -> HTML? {
        guard let place = ticket?.place else { return nil }
        let say = visitor.phrases.sale
        let number: HTML = "<p class=\"big\">\(say.place(place, max(place, board.tickets)))</p>"
        let turn = board.wall(board.round.turn(of: place))
        if turn > visitor.now, board.isHopeless(for: place) {
            return "\(number)\(over(say.nothingLeft, say.nothingLeftText, visitor))"
        }
        if let end = board.keptFromAll(place) {
            return """
                \(number)<p>\(visitor.phrases.fairness.notDrawn(visitor.clock(end)))</p>
                """
        }
        guard turn > visitor.now else {
            return "\(number)<p><strong>\(say.yourTurn)</strong> \(say.yourTurnText)</p>"
        }
        return "\(number)\(visitor.countdown(to: turn, say.turnIn))"
    }

    /// How the places come about; to whoever has to choose now, what happens when they do.
    private func lead(_ visitor: Visitor) -> HTML? {
        if board.isSoldOut || board.phase == .closed { return nil }
        let hold = visitor.formats.duration(scene.sale.hold)
        let text =
            isTurn
            ? visitor.phrases.sale.reserveHint(hold)
            : visitor.phrases.guide.order(scene.sale.order)
        return "<p class=\"lead\">\(text)</p>"
    }

    private var isTurn: Bool {
        guard board.phase == .live, let place = ticket?.place else { return false }
        return board.wall(board.round.turn(of: place)) <= board.taken + latelySpan
    }

    private func counter(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let country = visitor.phrases.account.country(visitor.market.country)
        return """
            <section>
            <h2 class="unseen">\(say.rangeTitle(country))</h2>
            <ul class="range">\(board.stalls.map { stall(of: $0, visitor) })</ul>
            </section>
            """
    }

    private func stall(of stall: Board.Stall, _ visitor: Visitor) -> HTML {
        let product = stall.offer.product
        let price = LandedCost.shownPrice(
            of: stall.offer.price, in: visitor.market, on: visitor.today, rules: visitor.rules)
        return """
            <li class="card stall">
            <div class="picture">\(scene.picture(of: product).html(visitor))</div>
            <h3>\(scene.name(of: product, in: visitor.language))</h3>
            <p class="price">\(visitor.money(price))</p>
            \(StockPart(board: board, stall: stall).html(visitor))
            \(WaitingPart(scene: scene, board: board, stall: stall, ticket: ticket).html(visitor))
            \(isTurn && mayReserve(stall) ? reserving(stall, visitor) : nil)
            </li>
            """
    }

    private func mayReserve(_ stall: Board.Stall) -> Bool {
        guard stall.allotment.free > 0, let place = ticket?.place else { return false }
        return board.kept(stall).map { place <= $0.winners } ?? true
    }

    /// Whoever has as many as anybody may is told so, and isn't let in to be refused.
    private func reserving(_ stall: Board.Stall, _ visitor: Visitor) -> HTML {
        let most = scene.most(of: stall.offer)
        if most > 0 { return form(stall, most: most, visitor) }
        let (limit, has) = (stall.offer.limit, scene.units[stall.offer.product] ?? 0)
        let told = visitor.phrases.refusals.told(.limitReached(limit: limit, held: has), .zero)
        return "<p class=\"odds\">\(told.what)</p>"
    }

    private func form(_ stall: Board.Stall, most: Int, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let product = stall.offer.product
        let options = (1...most).map { "<option>\($0)</option>" as HTML }
        return """
            <form class="reserve push" method="post" action="/rounds/\(board.round.id)/reserve" \
            data-reserve="\(product)">
            \(visitor.sealed)\(visitor.keyField())
            <input type="hidden" name="product" value="\(product)">
            <label>\(say.quantity) <select name="quantity">\(options)</select></label>
            <button>\(say.reserve)<span class="unseen"> \
            \(scene.name(of: product, in: visitor.language))</span></button>
            </form>
            """
    }

    /// What anybody needs to check the order afterwards.
    private func fairness(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        return """
            <details><summary>\(say.fairnessTitle)</summary>
            <p>\(say.commitmentText)</p>
            <dl class="facts">
            <div><dt>\(say.commitment)</dt><dd><code>\(board.round.commitment)</code></dd></div>
            \(fact(board.seed, visitor.phrases.fairness.seed))
            \(fact(board.round.entrants, visitor.phrases.fairness.entrants))
            \(fact(ticket?.id.text, say.ticket))
            </dl>
            \(beacon(visitor))
            \(board.round.drawn == nil ? nil : proof(visitor))
            </details>
            """
    }
}

extension RoomPage {
    fileprivate func beacon(_ visitor: Visitor) -> HTML? {
        board.beacon.map {
            BeaconPart(beacon: $0, isDrawn: board.round.drawn != nil).html(visitor)
        }
    }

    fileprivate func fact(_ text: String?, _ name: String) -> HTML? {
        text.map { "<div><dt>\(name)</dt><dd><code>\($0)</code></dd></div>" }
    }

    fileprivate func proof(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.fairness
        let heads = board.stalls.map { stall -> HTML in
            """
            <div><dt>\(scene.name(of: stall.offer.product, in: visitor.language))</dt>\
            <dd><code>\(stall.head.hash)</code></dd></div>
            """
        }
        let why: HTML = "<p><a href=\"/rounds/\(board.round.id)/why\">\(say.whyTitle)</a></p>"
        return """
            <h3>\(say.record)</h3><p>\(say.recordHint)</p><dl class="facts">\(heads)</dl>
            <p><a href="/rounds/\(board.round.id)/proof">\(visitor.phrases.guide.proofTitle)</a></p>
            \(ticket == nil ? nil : why)
            """
    }
}

extension Site {
    func showRoom(_ visitor: Visitor) async throws -> Response {
        try await room(visitor, refusal: nil)
    }

    func room(_ visitor: Visitor, refusal: Refusal?) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        let board = try await boards.board(of: id, in: visitor.market.country)
        let scene = try await scene(of: board.sale.code, for: visitor)
        var challenge: WorkChallenge?
        if let account = visitor.account, scene.tickets[id] == nil {
            challenge = try await shop.entryChallenge(to: id, for: account)
        }
        var response = visitor.response(
            RoomPage(
                scene: scene, board: board, ticket: scene.tickets[id], refusal: refusal,
                gotFewer: visitor.query["fewer"] == "1", challenge: challenge),
            status: refusal?.status ?? .ok)
        if let wait = refusal?.retryAfter {
            response.headers[.retryAfter] = String(max(1, wait.secondsUp))
        }
        return response
    }

    func enterRoom(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        // Logging in leads back to the page, not to the button.
        guard let account = visitor.account else {
            return .redirect(to: "/login?to=/rounds/\(id)", type: .normal)
        }
        do {
            _ = try await shop.enterRoom(
                of: id, as: account, from: visitor.whereabouts, proof: visitor.entryProof)
        } catch Refusal.workMissing where visitor.entryProof == nil {
            return try await waiting(visitor, for: account, to: id, refusal: nil)
        } catch Refusal.waitFirst(let until) {
            return try await waiting(
                visitor, for: account, to: id, refusal: .waitFirst(until: until))
        } catch let refusal as Refusal {
            return try await room(visitor, refusal: refusal)
        }
        boards.forget(id)
        return .redirect(to: "/rounds/\(id)", type: .normal)
    }

    func leaveRoom(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        try await shop.leaveRoom(of: id, as: try visitor.person())
        boards.forget(id)
        return .redirect(to: "/rounds/\(id)", type: .normal)
    }
}
