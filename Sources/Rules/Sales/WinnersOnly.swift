// A sale by draw: only the first places win, each with room for its whole limit. Others get what
// the winners leave: whoever stands by first, then everybody.

extension Sale {
    /// Sale time until which units are kept for the winners of a draw; nil in other sales.
    package func keptForWinners(in round: Round) -> Moment? {
        order == .draw ? round.opens + hold : nil
    }

    /// Whether free units may go to those who stand by at `now` (wall time).
    package func passesOn(in round: Round, at now: Moment) -> Bool {
        guard let end = keptForWinners(in: round) else { return true }
        return round.clock.saleTime(at: now) >= end
    }
}

extension Allotment {
    /// How many places win in a draw, when `limit` is the most that one buyer may have.
    package func winners(limit: Int) -> Int { max(1, units / limit) }
}
