// A table that is imported: what it may be, what it did, and what is wrong with it, by line and
// column.

package enum ImportKind: String, Hashable, Sendable, CaseIterable {
    case dispatches, customs

    /// The header.
    package var columns: (needed: [String], optional: [String]) {
        switch self {
        case .dispatches:
            (["order", "carrier", "tracking_number"], ["day", "items"])
        case .customs:
            (
                ["tracking_number", "event", "day"],
                ["reference", "form", "declarant", "duty", "tax", "fees", "carrier_fee", "note"]
            )
        }
    }
}

/// What is wrong with a table, where.
package struct ImportFault: Hashable, Sendable {
    package let line: Int
    package let column: String?
    package let problem: Problem

    package enum Problem: Hashable, Sendable {
        /// The header lacks the column.
        case noColumn
        case quotation
        case tooManyRows(most: Int)
        case missing
        case malformed
        /// There is nothing of that name.
        case unknown
        /// Two things have it, and nobody says which is meant.
        case ambiguous
        /// The shop says no.
        case refused(Refusal)
    }

    package init(line: Int, column: String?, _ problem: Problem) {
        self.line = line
        self.column = column
        self.problem = problem
    }
}

/// What an import did, or would do.
package struct ImportOutcome: Hashable, Sendable {
    /// Line by line, what changes: `order F7K2-9QWD: leaves with DHL RX1CN`.
    package var changes: [String] = []
    /// Lines that say what is known already.
    package var known = 0
    package var faults: [ImportFault] = []
    /// Whether it is done: all of it, or nothing.
    package var isDone = false

    package init() {}
}
