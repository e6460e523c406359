// The door: who may reserve, as a function of time. Every node and every browser computes the
// same answer from the same few numbers, without asking each other.

package struct Door: Hashable, Sendable {
    /// Places admitted at the very opening.
    package let burst: Int
    /// Places admitted in every minute after it; at least 1.
    package let perMinute: Int

    package init(burst: Int, perMinute: Int) {
        precondition(burst >= 1 && perMinute >= 1)
        self.burst = burst
        self.perMinute = perMinute
    }

    /// The last place admitted at `time` (sale time), counted from 1; 0 before the opening.
    package func admitted(at time: Moment, opens: Moment) -> Int {
        guard time >= opens else { return 0 }
        let elapsed = (time - opens).milliseconds
        return burst + Int(elapsed * Int64(perMinute) / 60_000)
    }

    /// The first moment (sale time) at which `place` is admitted.
    package func turn(of place: Int, opens: Moment) -> Moment {
        let behind = Int64(max(place - burst, 0))
        let minute = Int64(perMinute)
        return opens + Span(milliseconds: (behind * 60_000 + minute - 1) / minute)
    }
}
