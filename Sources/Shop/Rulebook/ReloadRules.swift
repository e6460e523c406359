// To read the rules again while the store runs. A broken file leaves the old ones in force.

package import Rules

extension LiveRulebook {
    /// Reads all files. Quotes already made keep their rules; the next one uses these.
    ///
    /// - Parameter directory: the operator's; nil for the shipped rules alone.
    /// - Returns: what has changed, for the log and the console.
    /// - Throws: the fault, with its file and line.
    @discardableResult
    package func reload(from directory: String?) throws(RulebookFault) -> RulesComparison {
        let read = try Rulebook.load(directory: directory)
        let comparison = RulesComparison(from: current, to: read)
        replace(with: read)
        return comparison
    }
}
