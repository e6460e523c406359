// To be told that it is over, as soon as it is: what happened, and what may still be done.

import Languages
import Rules

struct OverPart {
    let scene: SaleScene
    let board: Board
    let title: String
    var text: String?

    func html(_ visitor: Visitor) -> HTML {
        """
        <p class="big">\(title)</p>
        \(text.map { "<p>\($0)</p>" as HTML })
        \(next.map { coming($0, visitor) })
        <p class="inline">\(onward(visitor))
        \(board.round.drawn == nil ? nil : proof(visitor))</p>
        """
    }

    /// The next round of the sale that isn't over too.
    private var next: Board? {
        scene.boards.first {
            $0.round.number > board.round.number && $0.phase != .closed && !$0.isSoldOut
        }
    }

    private func coming(_ next: Board, _ visitor: Visitor) -> HTML {
        """
        <p class="hint">\(visitor.phrases.sale.round(next.round.number)) – \
        \(visitor.phrases.sale.opens)\(visitor.formats.colon)\(visitor.time(next.wall(next.round.opens)))</p>
        """
    }

    private func onward(_ visitor: Visitor) -> HTML {
        guard let next else {
            return """
                <a class="button" href="/tell-me">\(visitor.phrases.border.tellOfSale)</a>
                """
        }
        return """
            <a class="button" href="/rounds/\(next.round.id)">\
            \(visitor.phrases.sale.round(next.round.number))</a>
            """
    }

    /// Whoever was in it is told of themselves, anybody else of everybody.
    private func proof(_ visitor: Visitor) -> HTML {
        let (page, name) =
            scene.tickets[board.round.id] == nil
            ? ("proof", visitor.phrases.guide.proofTitle)
            : ("why", visitor.phrases.fairness.whyTitle)
        return """
            <a class="button quiet" href="/rounds/\(board.round.id)/\(page)">\(name)</a>
            """
    }
}

extension Board {
    var isSoldOut: Bool { !stalls.isEmpty && stalls.allSatisfy(\.allotment.isSoldOut) }

    /// Whether nothing can be left when the turn of that place comes.
    func isHopeless(for place: Int) -> Bool {
        !stalls.isEmpty
            && stalls.allSatisfy {
                $0.allotment.isSoldOut || odds(of: $0).chance(of: place) == .impossible
            }
    }

    /// Until when everything is kept for places before this one; nil where it isn't.
    func keptFromAll(_ place: Int) -> Moment? {
        let ends = stalls.compactMap { stall in
            kept(stall).flatMap { place > $0.winners ? $0.until : nil }
        }
        return ends.count == stalls.count ? ends.max() : nil
    }
}
