// The rules in force now. Files that changed make a new rulebook, all at once; a broken one leaves
// the old rules in force, and its fault is kept for the operator to see.

package import Rules
import Synchronization

package final class LiveRulebook: Sendable {
    /// The operator's files; nil for the shipped rules alone.
    package let directory: String?
    private let state: Mutex<State>

    private struct State {
        var rules: Rulebook
        var fault: RulebookFault?
        /// What the files looked like when they were last read.
        var seen: String
    }

    package init(_ rules: Rulebook) {
        directory = nil
        state = Mutex(State(rules: rules, seen: ""))
    }

    /// The shipped rules, and the operator's over them.
    package init(directory: String?) throws(RulebookFault) {
        self.directory = directory
        // Looked at before they are read: what changes in between is read again.
        let seen = RuleFiles.look(of: directory)
        state = Mutex(State(rules: try Rulebook.load(directory: directory), seen: seen))
    }

    package var current: Rulebook { state.withLock { $0.rules } }

    /// Asked at every reservation: without a copy of all the rules.
    func openGate(_ product: String, in market: Country, on day: Day) -> Gate? {
        state.withLock { $0.rules.openGate(product, in: market, on: day) }
    }

    /// Why the files that are there now aren't the rules in force; nil when they are.
    package var fault: RulebookFault? { state.withLock { $0.fault } }

    /// Reads the files again if they look different from when they were last read.
    ///
    /// - Returns: what has changed, or what is wrong; nil when nobody touched the files.
    package func reloadIfTouched() -> Result<RulesComparison, RulebookFault>? {
        let look = RuleFiles.look(of: directory)
        let isNew = state.withLock { state in
            defer { state.seen = look }
            return state.seen != look
        }
        return isNew ? reload() : nil
    }

    /// Reads all files. Quotes already made keep their rules; the next one uses these.
    @discardableResult
    package func reload() -> Result<RulesComparison, RulebookFault> {
        do throws(RulebookFault) {
            let read = try Rulebook.load(directory: directory)
            return .success(
                state.withLock { state in
                    let comparison = RulesComparison(from: state.rules, to: read)
                    (state.rules, state.fault) = (read, nil)
                    return comparison
                })
        } catch {
            state.withLock { $0.fault = error }
            return .failure(error)
        }
    }

    package func replace(with rules: Rulebook) { state.withLock { $0.rules = rules } }
}

extension Rulebook {
    /// Where parcels leave from. A rulebook is loaded with at least one warehouse.
    package var warehouse: Warehouse { warehouses[0] }
}
