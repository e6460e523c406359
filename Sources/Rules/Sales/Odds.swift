// Honest odds: what a place in the order is worth at this instant, from the stock, the places ahead
// and how much those who had their turn really took.

/// For one allotment: the last place for which each is true. Places behind `likely` are unlikely,
/// places behind `possible` can't get a unit any more.
package struct Odds: Hashable, Sendable {
    package let certain: Int
    package let likely: Int
    package let possible: Int

    /// How long after their turn people count as having had it.
    package static let settling = Span.seconds(30)
    /// Fewer turns than these are no measure.
    private static let measureLeast = 20

    /// `limit` is the most that one buyer may have, `lastPlace` the last place that anybody has.
    package init(
        of allotment: Allotment, in round: Round, order: Sale.OrderPolicy, limit: Int,
        lastPlace: Int, at now: Moment
    ) {
        let time = round.clock.saleTime(at: now)
        guard !allotment.isSoldOut, time < round.closes else {
            (certain, likely, possible) = (0, 0, 0)
            return
        }
        possible = round.door.admitted(at: round.closes, opens: round.opens)
        if order == .draw {
            certain = min(possible, allotment.winners(limit: limit))
            likely = certain
            return
        }
        // Whoever stands before place p can hold (p - 1) × limit units at the very most.
        certain = min(possible, (allotment.units - 1) / limit + 1)
        let settled = min(
            round.door.admitted(at: time - Self.settling, opens: round.opens), lastPlace)
        let demand = Demand(
            limit: limit, settled: settled, taken: allotment.reserved + allotment.sold)
        // The margin grows with the places ahead, so the last likely one is found by halving.
        var (yes, no) = (settled, lastPlace + 1)
        while no - yes > 1 {
            let middle = yes + (no - yes) / 2
            if demand.high(ahead: middle - 1 - settled) <= Double(allotment.free - 1) {
                yes = middle
            } else {
                no = middle
            }
        }
        likely = min(possible, max(certain, allotment.free > 0 ? yes : 0))
    }

    package func chance(of place: Int) -> Chance {
        if place > possible { return .impossible }
        if place <= certain { return .certain }
        return place <= likely ? .likely : .unlikely
    }

    package enum Chance: String, Hashable, Sendable {
        case certain, likely, unlikely, impossible
    }

    /// What the people ahead will take, by what those before them took.
    private struct Demand {
        /// Units a person takes on average.
        let mean: Double
        /// The most that the variance of something between 0 and the limit can be at that mean.
        let variance: Double
        let settled: Int

        init(limit: Int, settled: Int, taken: Int) {
            let most = Double(limit)
            let isMeasured = settled >= Odds.measureLeast
            mean = isMeasured ? min(most, Double(taken) / Double(settled)) : most
            variance = mean * (most - mean)
            self.settled = max(settled, 1)
        }

        /// Two standard deviations above the mean, for `ahead` people and for an average that is
        /// itself only measured.
        func high(ahead: Int) -> Double {
            let ahead = Double(max(ahead, 0))
            let spread = (variance * ahead * (1 + ahead / Double(settled))).squareRoot()
            return ahead * mean + 2 * spread
        }
    }
}
