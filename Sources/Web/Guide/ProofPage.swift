// Was it fair? What was promised before a round, what happened in it, and a way to recompute both,
// for people: the transcript says the same to programs.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct ProofPage: Page {
    let scene: SaleScene
    let board: Board
    /// Nil until the order is drawn.
    let transcript: Transcript?

    private var round: String { "/rounds/\(board.round.id)" }

    func title(_ phrases: Phrases) -> String { phrases.guide.proofTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.guide
        return """
            \(visitor.back(to: round, visitor.phrases.sale.round(board.round.number)))
            <h1>\(say.proofTitle)</h1>
            <p class="lead">\(say.proofLead)</p>
            \(transcript.map { outcome($0, visitor) } ?? visitor.notice(say.proofLater, "wait"))
            <section><h2>\(visitor.phrases.sale.fairnessTitle)</h2>
            <p>\(visitor.phrases.sale.commitmentText)</p>
            <dl class="facts">
            \(fact(visitor.phrases.sale.commitment, board.round.commitment))
            \(board.seed.map { fact(visitor.phrases.fairness.seed, $0) })
            \(board.round.entrants.map { fact(visitor.phrases.fairness.entrants, $0) })
            </dl>\(beacon(visitor))</section>
            \(transcript == nil ? nil : check(visitor))
            """
    }

    private func beacon(_ visitor: Visitor) -> HTML? {
        board.beacon.map {
            BeaconPart(beacon: $0, isDrawn: board.round.drawn != nil).html(visitor)
        }
    }

    private func fact(_ name: String, _ text: String) -> HTML {
        "<div><dt>\(name)</dt><dd><code>\(text)</code></dd></div>"
    }

    private func outcome(_ transcript: Transcript, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.guide
        let number = visitor.formats.number
        let places = Dictionary(
            transcript.tickets.map { ($0.ticket, $0.place) }, uniquingKeysWith: { one, _ in one })
        let rows = board.stalls.compactMap { stall -> HTML? in
            let own = transcript.records.first { $0.allotment == stall.allotment.id }
            guard let record = own else { return nil }
            let told = Odds.told(
                of: stall.allotment, in: board.round, order: board.sale.order,
                limit: stall.mostLimit, lastPlace: transcript.drawn)
            let last = record.lastServed(places)
            return """
                <tr><th scope="row">\(scene.name(of: record.product, in: visitor.language))</th>
                <td>\(number(record.units))</td><td>\(number(record.sold))</td>
                <td>\(number(record.units - record.sold))</td>
                <td>\(number(min(told.certain, max(transcript.drawn, 1))))</td>
                <td>\(last.map(number) ?? say.nobody)</td></tr>
                """
        }
        return """
            <section><h2>\(say.oddsTitle)</h2>
            <p><strong>\(say.entrants)\(visitor.formats.colon)\(number(transcript.drawn))</strong></p>
            <div class="scroll" tabindex="0"><table>
            <thead><tr><th scope="col">\(say.product)</th><th scope="col">\(say.units)</th>\
            <th scope="col">\(say.sold)</th><th scope="col">\(say.stillFree)</th>\
            <th scope="col">\(say.certainUpTo)</th><th scope="col">\(say.lastServed)</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            <p class="hint">\(say.oddsHint)</p></section>
            """
    }

    private func check(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.guide
        let address = "/api/v1/rounds/\(board.round.id)/transcript"
        return """
            <section class="sheet"><h2>\(say.checkTitle)</h2>
            <p>\(say.checkHint)</p>
            <p class="inline"><button data-check="\(address)" data-checking="\(say.checking)" \
            data-holds="\(say.checkHolds)" data-fails="\(say.checkFails)" hidden>\(say.check)</button>
            <a href="\(address)">\(visitor.phrases.fairness.download)</a></p>
            <p role="status" data-checked></p>
            <p class="hint">\(visitor.phrases.fairness.verifyHint)</p></section>
            <script src="\(visitor.site.look.verifier)" defer></script>
            """
    }
}

extension Odds {
    /// What was told at the very opening, before anybody had taken anything.
    static func told(
        of allotment: Allotment, in round: Round, order: Sale.OrderPolicy, limit: Int,
        lastPlace: Int
    ) -> Odds {
        let untouched = Allotment(
            id: allotment.id, round: allotment.round, product: allotment.product,
            market: allotment.market, units: allotment.units, reserved: 0, sold: 0)
        return Odds(
            of: untouched, in: round, order: order, limit: limit, lastPlace: lastPlace,
            at: round.clock.wallTime(of: round.opens, at: round.opens))
    }
}

extension Transcript.Record {
    /// The last place in the order whose ticket has bought a unit.
    func lastServed(_ places: [ID<Ticket>: Int]) -> Int? {
        batches.flatMap { $0.entries.split(separator: "\n") }
            .compactMap { PublicRecord.Entry($0) }
            .filter { $0.event == .sell }.compactMap { places[$0.ticket] }.max()
    }
}

extension Site {
    func showProof(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        let board = try await boards.board(of: id, in: visitor.market.country)
        let transcript =
            board.round.drawn == nil ? nil : try await transcripts.transcript(of: id)
        return visitor.response(
            ProofPage(
                scene: try await scene(of: board.sale.code, for: visitor), board: board,
                transcript: transcript))
    }
}
