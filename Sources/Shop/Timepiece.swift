// Where the time comes from. Read once per request; the tests and the simulator own theirs.

import Foundation
package import Rules

package protocol Timepiece: Sendable {
    func now() -> Moment
}

/// The machine's clock.
package struct WallClock: Timepiece {
    package init() {}

    package func now() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
