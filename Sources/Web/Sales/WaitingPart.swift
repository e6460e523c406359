// What a place is worth for one product: the odds while its turn is still to come, and standby when
// nothing is free.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct WaitingPart {
    let scene: SaleScene
    let board: Board
    let stall: Board.Stall
    let ticket: Ticket?

    func html(_ visitor: Visitor) -> HTML? {
        guard let place = ticket?.place, board.phase == .live || board.phase == .paused else {
            return nil
        }
        let kept = board.kept(stall)
        let isLoser = kept.map { place > $0.winners } ?? false
        let waits = board.wall(board.round.turn(of: place)) > visitor.now
        let say = visitor.phrases.fairness
        let chance: HTML? =
            if board.keptFromAll(place) != nil {
                // Said once, above all of them.
                nil
            } else if let kept, isLoser {
                "<p class=\"odds\">\(say.notDrawn(visitor.clock(kept.until)))</p>"
            } else if waits || board.odds(of: stall).possible == 0 {
                odds(of: place, visitor)
            } else {
                nil
            }
        return "\(chance)\(standby(isLoser: isLoser, visitor))"
    }

    private func odds(of place: Int, _ visitor: Visitor) -> HTML? {
        // Of what is sold out the stock line says enough.
        if stall.allotment.isSoldOut { return nil }
        let say = visitor.phrases.fairness
        let chance = board.odds(of: stall).chance(of: place)
        let text =
            switch chance {
            case .certain: say.certain
            case .likely: say.likely
            case .unlikely: say.unlikely
            case .impossible: say.impossible
            }
        return "<p class=\"odds \(chance.rawValue)\">\(text)</p>"
    }

    private func standby(isLoser: Bool, _ visitor: Visitor) -> HTML? {
        let say = visitor.phrases.fairness
        let product = stall.offer.product
        let address = "/rounds/\(board.round.id)"
        let hidden: HTML = """
            \(visitor.sealed)<input type="hidden" name="product" value="\(product)">
            """
        let allotment = stall.allotment.id
        if let standing = scene.standbys.first(where: { $0.standby.allotment == allotment }) {
            return """
                <p class="odds">\(say.standingBy(standing.ahead))</p>
                <form method="post" action="\(address)/standdown">\(hidden)
                <button class="quiet">\(say.standDown)</button></form>
                """
        }
        let isGone = stall.allotment.free == 0 && stall.allotment.reserved > 0
        let most = scene.most(of: stall.offer)
        guard isGone || isLoser && !stall.allotment.isSoldOut, most > 0 else { return nil }
        let options = (1...most).map { "<option>\($0)</option>" as HTML }
        return """
            <form class="reserve" method="post" action="\(address)/standby">\(hidden)
            <label>\(visitor.phrases.sale.quantity) \
            <select name="quantity">\(options)</select></label>
            <button class="quiet">\(say.standBy)<span class="unseen"> \
            \(scene.name(of: product, in: visitor.language))</span></button></form>
            <p class="hint">\(say.standByHint)</p>
            """
    }
}

extension Site {
    func standBy(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        do {
            try await shop.standBy(
                for: visitor.form[.product], quantity: try visitor.form.number(.quantity), in: id,
                as: try visitor.person())
        } catch let refusal as Refusal {
            return try await room(visitor, refusal: refusal)
        }
        boards.forget(id)
        return .redirect(to: "/rounds/\(id)", type: .normal)
    }

    func standDown(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        try await shop.standDown(
            from: visitor.form[.product], in: id, as: try visitor.person())
        boards.forget(id)
        return .redirect(to: "/rounds/\(id)", type: .normal)
    }

    func prolong(_ visitor: Visitor) async throws -> Response {
        let code: String = try visitor.part("code")
        guard let sale = try await shop.storage.read({ try $0.sale(code: code) }) else {
            throw Refusal.notFound
        }
        try await shop.prolong(holdsOf: try visitor.person(), in: sale.id)
        return .redirect(to: own(visitor.form["to"]), type: .normal)
    }
}
