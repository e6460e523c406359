// Why somebody did or didn't get a unit, read from the transcript alone: whoever has a ticket can
// work it out without the shop.

package import Rules
import Storage

package struct Outcome: Hashable, Sendable {
    package let product: String
    package let market: Country?
    package let kind: Kind

    /// Moments are wall time.
    package enum Kind: Hashable, Sendable {
        case bought([Int])
        case holds([Int])
        case lapsed(at: Moment)
        case letGo(at: Moment)
        /// Taken back, because the product isn't allowed in the holder's market any more.
        case withheld(at: Moment)
        /// None was free when their turn came.
        case gone(at: Moment)
        /// Some were free at their turn and until then, and they took none.
        case unused(until: Moment)
        case stillFree
    }
}

extension Transcript {
    package func place(of ticket: ID<Ticket>) -> Place? { tickets.first { $0.ticket == ticket } }

    /// When a place's turn came, in wall time; while the brake is on, at the earliest.
    package func turn(of place: Int) -> Moment {
        let time = door.turn(of: place, opens: opens)
        // The clock of the moment when that sale time was reached.
        var clock = SaleClock()
        for brake in brake {
            if brake.isPulled {
                if clock.wallTime(of: time, at: brake.at) <= brake.at { break }
                clock.pause(at: brake.at)
            } else {
                clock.resume(at: brake.at)
            }
        }
        return clock.wallTime(of: time, at: taken)
    }

    /// One for each allotment the ticket could draw from; empty for a ticket of another round.
    /// `market` is the ticket holder's, nil for every allotment.
    package func outcomes(of ticket: ID<Ticket>, in market: Country? = nil) -> [Outcome] {
        guard let place = place(of: ticket)?.place else { return [] }
        let turn = turn(of: place)
        return records.filter { market == nil || $0.market == nil || $0.market == market }.map {
            Outcome(
                product: $0.product, market: $0.market,
                kind: outcome(of: ticket, turn: turn, in: $0))
        }
    }

    private func outcome(
        of ticket: ID<Ticket>, turn: Moment, in record: Record
    ) -> Outcome.Kind {
        var replay = RecordReplay(allotment: record.allotment, units: record.units)
        var (held, bought): (Set<Int>, Set<Int>) = ([], [])
        var ended: Outcome.Kind?
        /// Since when none has been free; since when none was, at the turn; until when some were,
        /// after it.
        var (emptySince, goneSince, freeUntil): (Moment?, Moment?, Moment?)
        var hasTurnCome = false
        for batch in record.batches {
            if !hasTurnCome && batch.made > turn {
                hasTurnCome = true
                goneSince = emptySince
            }
            for entry in replay.add(batch) where entry.ticket == ticket {
                switch entry.event {
                case .reserve, .pass, .regain: held.formUnion(entry.numbers)
                case .prolong: break
                case .lapse:
                    held.subtract(entry.numbers)
                    ended = .lapsed(at: batch.made)
                case .cancel:
                    held.subtract(entry.numbers)
                    ended = .letGo(at: batch.made)
                case .withhold:
                    held.subtract(entry.numbers)
                    ended = .withheld(at: batch.made)
                case .giveBack:
                    bought.subtract(entry.numbers)
                    ended = .letGo(at: batch.made)
                case .sell:
                    held.subtract(entry.numbers)
                    bought.formUnion(entry.numbers)
                }
            }
            emptySince = replay.free > 0 ? nil : emptySince ?? batch.made
            if hasTurnCome && freeUntil == nil { freeUntil = emptySince }
        }
        if !bought.isEmpty { return .bought(bought.sorted()) }
        if !held.isEmpty { return .holds(held.sorted()) }
        if let ended { return ended }
        if let goneSince { return .gone(at: goneSince) }
        if let freeUntil { return .unused(until: freeUntil) }
        return emptySince.map { .gone(at: $0) } ?? .stillFree
    }
}
