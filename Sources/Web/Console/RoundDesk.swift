// One round on the operator's front page: where it stands, who is in its room, what of it is gone,
// and the brake.

import Languages
import Rules
import Shop
import Storage

struct RoundDesk: Sendable {
    let board: Board
    /// Of the sale, as whoever runs the shop reads it.
    let title: String
    let allotments: [Allotment]
    let products: [String: Product]

    private var round: Round { board.round }

    /// What is over is folded away, beneath what still goes on.
    func html(_ visitor: Visitor) -> HTML {
        // A number stays with what it counts.
        let round = visitor.phrases.sale.round(self.round.number).replacing(" ", with: "\u{A0}")
        let name = "\(title) – \(round)"
        guard board.phase != .closed else {
            return """
                <details><summary>\(name) \(state(visitor))</summary>\(inside(visitor))</details>
                """
        }
        return """
            <section class="sheet"><h3>\(name) \(state(visitor))</h3>
            \(time(visitor))\(brake(visitor))\(value(visitor))\(inside(visitor))</section>
            """
    }

    private func state(_ visitor: Visitor) -> HTML {
        "<span class=\"state \(board.phase.rawValue)\">\(visitor.word(for: board))</span>"
    }

    private func time(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let (opens, closes) = (board.wall(round.opens), board.wall(round.closes))
        return """
            <p class="hint">\(say.opens)\(visitor.formats.colon)\(visitor.time(opens)) · \(say.closes)\(visitor.formats.colon)\
            \(visitor.time(closes)) · \(say.waiting(board.tickets))</p>
            """
    }

    private func brake(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.console
        guard round.clock.isPaused else {
            return """
                <form class="slim" method="post" action="/console/rounds/\(round.id)/pause">
                \(visitor.sealed)
                <label class="long">\(say.pauseReason)
                <input name="reason" required maxlength="300"></label>
                <button class="quiet">\(say.pause)</button></form>
                """
        }
        return """
            <div class="notice wait"><p>\(say.isPaused)</p>
            <form method="post" action="/console/rounds/\(round.id)/resume">\(visitor.sealed)
            <button>\(say.resume)</button></form></div>
            """
    }

    /// Where the draw waits for a public value.
    private func value(_ visitor: Visitor) -> HTML? {
        board.beacon.flatMap {
            BeaconPart(beacon: $0, isDrawn: round.drawn != nil).form(for: round.id, visitor)
        }
    }

    private func inside(_ visitor: Visitor) -> HTML {
        """
        \(AllotmentTable(allotments: allotments, products: products).html(visitor))
        <p><a href="/console/rounds/\(round.id)/clusters">\(visitor.phrases.room.clustersTitle)</a></p>
        """
    }
}
