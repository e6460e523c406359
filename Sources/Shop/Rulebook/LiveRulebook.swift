// The rules in force now. A file that changed makes a new rulebook, all at once; a broken one
// leaves the old rules in force.

package import Rules
import Synchronization

package final class LiveRulebook: Sendable {
    private let rules: Mutex<Rulebook>

    package init(_ rules: Rulebook) { self.rules = Mutex(rules) }

    package var current: Rulebook { rules.withLock { $0 } }

    package func replace(with rules: Rulebook) { self.rules.withLock { $0 = rules } }
}

extension Rulebook {
    /// Where parcels leave from. A rulebook is loaded with at least one warehouse.
    package var warehouse: Warehouse { warehouses[0] }
}
