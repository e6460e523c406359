// What everybody is told about a product in a round, true at the instant it is said.

package enum SaleState: Hashable, Sendable {
    /// Sale times in here are already turned into wall time.
    case announced(roomOpens: Moment)
    case roomOpen(opens: Moment)
    case live(free: Int)
    /// Nothing is free now, but these many units are held and unpaid; the next may return then.
    case allHeld(mayReturn: Int, next: Moment)
    case soldOut
    case closed
    case paused(reason: String)

    package init(
        round: Round, allotment: Allotment, nextLapse: Moment?, at now: Moment
    ) {
        let time = round.clock.saleTime(at: now)
        func wall(_ saleTime: Moment) -> Moment { round.clock.wallTime(of: saleTime, at: now) }
        if allotment.isSoldOut {
            self = .soldOut
        } else if time >= round.closes {
            self = .closed
        } else if round.clock.isPaused {
            self = .paused(reason: round.pauseReason ?? "")
        } else if time < round.roomOpens {
            self = .announced(roomOpens: wall(round.roomOpens))
        } else if time < round.opens {
            self = .roomOpen(opens: wall(round.opens))
        } else if allotment.free > 0 {
            self = .live(free: allotment.free)
        } else {
            // A hold that is due but not yet swept counts as returning now.
            self = .allHeld(mayReturn: allotment.reserved, next: wall(nextLapse ?? time))
        }
    }

    /// The stable name in the API.
    package var code: String {
        switch self {
        case .announced: "announced"
        case .roomOpen: "room_open"
        case .live: "live"
        case .allHeld: "all_held"
        case .soldOut: "sold_out"
        case .closed: "closed"
        case .paused: "paused"
        }
    }
}
