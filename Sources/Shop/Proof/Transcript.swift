// The transcript of a round: everything that anybody needs to prove that its order was drawn as
// promised and that no unit was sold twice. It names nobody: people are their tickets.

package import Rules
package import Storage

package struct Transcript: Hashable, Sendable {
    package var sale: String
    package var order: Sale.OrderPolicy
    package var hold: Span
    package var round: ID<Round>
    package var number: Int
    /// In sale time.
    package var opens: Moment
    package var closes: Moment
    package var door: Door
    package var commitment: String
    package var seed: String
    /// The digest of those who were drawn, and how many they were.
    package var entrants: String
    package var drawn: Int
    /// What was mixed into the draw beside the seed and the list; nil in a sale that named nothing.
    package var beacon: Beacon?
    /// Whenever the brake was pulled or let go, in wall time.
    package var brake: [Brake]
    /// When this was written, in wall time.
    package var taken: Moment
    /// In the order of their places.
    package var tickets: [Place]
    package var records: [Record]

    package struct Brake: Hashable, Sendable {
        package let isPulled: Bool
        package let at: Moment
    }

    package struct Place: Hashable, Sendable {
        package var ticket: ID<Ticket>
        package var entered: Moment
        package var place: Int
    }

    /// The public record of one allotment, and where it ends.
    package struct Record: Hashable, Sendable {
        package var allotment: ID<Allotment>
        package var product: String
        /// Nil when all markets share the units.
        package var market: Country?
        package var units: Int
        package var reserved: Int
        package var sold: Int
        /// How many places win in a draw; nil in other sales.
        package var winners: Int?
        package var batches: [RecordedBatch]
        package var head: ChainHead
    }

    /// The round's clock as it stood at a moment of wall time.
    package func clock(at wall: Moment) -> SaleClock {
        var clock = SaleClock()
        for brake in brake where brake.at <= wall {
            if brake.isPulled { clock.pause(at: brake.at) } else { clock.resume(at: brake.at) }
        }
        return clock
    }
}

extension Reader {
    /// What can be told of a round whose order is drawn. Throws `notFound`, `orderNotDrawn`.
    package func transcript(of id: ID<Round>, at now: Moment) throws -> Transcript {
        guard let round = try round(id), let sale = try sale(round.sale) else {
            throw Refusal.notFound
        }
        guard let drawn = round.drawn, let entrants = round.entrants else {
            throw Refusal.orderNotDrawn
        }
        return Transcript(
            sale: sale.code, order: sale.order, hold: sale.hold, round: id, number: round.number,
            opens: round.opens, closes: round.closes, door: round.door,
            commitment: round.commitment, seed: try seed(of: id), entrants: entrants, drawn: drawn,
            beacon: try beacon(of: id), brake: try brake(of: id), taken: now,
            tickets: try tickets(in: id).compactMap { ticket in
                ticket.place.map {
                    Transcript.Place(ticket: ticket.id, entered: ticket.entered, place: $0)
                }
            },
            records: try allotments(in: id).map { try record(of: $0, in: sale) })
    }

    /// When the brake was pulled and let go. Lines of one millisecond, or of a clock that was set
    /// back, may stand in the journal in any order; but only a brake that is off can be pulled.
    private func brake(of id: ID<Round>) throws -> [Transcript.Brake] {
        let journal = try journal(about: id.text)
        let pulled = journal.filter { ["pause", "hold back"].contains($0.event) }
            .map(\.happened).sorted()
        let letGo = journal.filter { $0.event == "resume" }.map(\.happened).sorted()
        return pulled.enumerated().flatMap { index, at in
            let end = index < letGo.count ? [letGo[index]] : []
            return [Transcript.Brake(isPulled: true, at: at)]
                + end.map { Transcript.Brake(isPulled: false, at: $0) }
        }
    }

    private func record(of allotment: Allotment, in sale: Sale) throws -> Transcript.Record {
        var record = Transcript.Record(
            allotment: allotment.id, product: allotment.product, market: allotment.market,
            units: allotment.units, reserved: allotment.reserved, sold: allotment.sold,
            winners: try winners(of: allotment, in: sale), batches: [],
            head: try chainHead(of: allotment.id))
        while true {
            let more = try batches(
                of: allotment.id, after: record.batches.last?.sequence ?? 0, limit: 1000)
            if more.isEmpty { return record }
            record.batches += more
        }
    }
}
