// The sale clock: wall time less the time paused. Every deadline of a round is kept in it, so the
// brake is one row, and letting it go gives everybody their time back by construction.

package struct SaleClock: Hashable, Sendable {
    /// Wall time at which the brake was pulled; nil while it is off.
    package private(set) var pausedSince: Moment?
    /// The sum of all pauses that have ended.
    package private(set) var pausedTotal: Span

    package init(pausedSince: Moment? = nil, pausedTotal: Span = .zero) {
        self.pausedSince = pausedSince
        self.pausedTotal = pausedTotal
    }

    package var isPaused: Bool { pausedSince != nil }

    package func saleTime(at wall: Moment) -> Moment {
        // A wall clock that was set back must not run the pause backwards.
        min(pausedSince ?? wall, wall) - pausedTotal
    }

    /// When the wall clock will show that `saleTime` has come; while the brake is on, at the
    /// earliest, that is if it were let go at `now`.
    package func wallTime(of saleTime: Moment, at now: Moment) -> Moment {
        let running = pausedSince.map { max(now - $0, .zero) } ?? .zero
        return saleTime + pausedTotal + running
    }

    /// Pulling a brake that is on changes nothing.
    package mutating func pause(at wall: Moment) {
        if pausedSince == nil { pausedSince = wall }
    }

    package mutating func resume(at wall: Moment) {
        guard let since = pausedSince else { return }
        pausedTotal = pausedTotal + max(wall - since, .zero)
        pausedSince = nil
    }
}
