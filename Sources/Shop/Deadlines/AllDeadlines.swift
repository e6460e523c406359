// Every deadline of the shop in one list: those that are kept in their table, and those of a sale,
// which stand in its rounds and holds and move while the brake is on.

package import Rules
package import Storage

extension Reader {
    /// The nearest first.
    package func allDeadlines(in state: Deadline.State, limit: Int) throws -> [Deadline] {
        let kept = try deadlines(in: state, limit: limit)
        guard state == .open else { return kept }
        let rounds = try sales().flatMap { try self.rounds(of: $0.id) }
        let times = rounds.flatMap { round -> [Deadline] in
            let rule = "round \(round.number) of the sale file"
            let stops: [(Deadline.Kind, Moment)] = [
                (.roomOpens, round.roomOpens), (.roundOpens, round.opens),
                (.roundCloses, round.closes),
            ]
            return stops.map { kind, time in
                // In sale time: what the brake took is added when it is known.
                let ends = round.clock.wallTime(of: time, at: time)
                return Deadline(
                    subject: round.id.text, kind: kind, ends: ends, day: Day(ends),
                    anchor: .announced, anchored: ends, rule: rule)
            }
        }
        return Array(
            (kept + times).sorted { ($0.ends, $0.subject) < ($1.ends, $1.subject) }
                .prefix(limit))
    }

    /// The id that a deadline of this order or return is kept under.
    package func subject(named name: String) throws -> String {
        try order(number: name)?.id.text ?? goodsReturn(number: name)?.id.text ?? name
    }
}
