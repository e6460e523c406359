// Why somebody got what they got, or nothing: read from the public transcript, which says the same
// to anybody who has the ticket.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct WhyPage: Page {
    let scene: SaleScene
    let transcript: Transcript
    let ticket: ID<Ticket>
    /// The ticket holder's.
    let market: Country

    func title(_ phrases: Phrases) -> String { phrases.fairness.whyTitle }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.fairness
        let place = transcript.place(of: ticket)?.place
        let outcomes = transcript.outcomes(of: ticket, in: market)
        return """
            \(visitor.back(to: "/rounds/\(transcript.round)", visitor.phrases.sale.round(transcript.number)))
            <h1>\(say.whyTitle)</h1>
            \(place.map { place -> HTML in
                "<p>\(say.whyTicket(place, visitor.clock(transcript.turn(of: place))))</p>"
            })
            <ul>\(outcomes.map { "<li>\(sentence(for: $0, visitor))</li>" as HTML })</ul>
            <dl class="facts"><div><dt>\(visitor.phrases.sale.ticket)</dt>\
            <dd><code>\(ticket)</code></dd></div></dl>
            <p><a href="/rounds/\(transcript.round)/proof">\(visitor.phrases.guide.proofTitle)</a></p>
            """
    }

    private func sentence(for outcome: Outcome, _ visitor: Visitor) -> String {
        let say = visitor.phrases.fairness
        let name = scene.name(of: outcome.product, in: visitor.language)
        func numbers(_ units: [Int]) -> String {
            visitor.phrases.sale.unitNumbers(
                units.map(visitor.formats.number).joined(separator: ", "))
        }
        switch outcome.kind {
        case .bought(let units): return say.bought(name, numbers(units))
        case .holds(let units): return say.holds(name, numbers(units))
        case .lapsed(let moment): return say.lapsed(name, visitor.clock(moment))
        case .letGo(let moment): return say.letGo(name, visitor.clock(moment))
        case .withheld(let moment): return say.withheld(name, visitor.clock(moment))
        case .gone(let moment): return say.goneBefore(name, visitor.clock(moment))
        case .unused(let moment): return say.unused(name, visitor.clock(moment))
        case .stillFree: return say.stillOpen(name)
        }
    }
}

extension Visitor {
    /// A time of day in a sentence, in UTC.
    func clock(_ moment: Moment) -> String { formats.time(moment, offset: .zero, seconds: true) }
}

extension Site {
    /// An operator may ask for any ticket: `?ticket=tkt_…`.
    func showWhy(_ visitor: Visitor) async throws -> Response {
        let id: ID<Round> = try visitor.part("round")
        let person = try visitor.person()
        let asked = visitor.query["ticket"]
        let found = try await shop.storage.read { reader -> (ID<Ticket>, Country) in
            if person.isOperator, let ticket = ID<Ticket>(asked),
                let holder = try reader.holder(of: ticket, in: id)
            {
                return (ticket, holder.market)
            }
            guard let own = try reader.ticket(of: person.id, in: id) else { throw Refusal.noTicket }
            return (own.id, person.market)
        }
        let transcript = try await transcripts.transcript(of: id)
        let scene = try await scene(of: transcript.sale, for: visitor)
        return visitor.response(
            WhyPage(scene: scene, transcript: transcript, ticket: found.0, market: found.1))
    }
}
