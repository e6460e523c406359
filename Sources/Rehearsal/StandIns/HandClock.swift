// A clock that goes when somebody winds it: a test, or the simulator.
package import Rules
package import Shop
import Synchronization

package final class HandClock: Timepiece {
    private let moment: Mutex<Moment>

    /// Begins at noon of 18 May 2015, in UTC: the day before the model sale.
    package init(_ start: Moment = Day(2015, 5, 18)!.midnight() + .hours(12)) {
        moment = Mutex(start)
    }

    package func now() -> Moment { moment.withLock { $0 } }

    package func wind(_ span: Span) { moment.withLock { $0 = $0 + span } }
}
