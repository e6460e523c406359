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
        Moment(milliseconds: Int64((Date.now.timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
