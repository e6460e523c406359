// How long what is known of people is kept. The terms are data, by market, with their sources; the
// ticker keeps to them by itself.

package struct RetentionRule: Hashable, Sendable {
    package var subject: Subject
    package var months: Int
    package var basis: Basis
    package var evidence: Evidence

    package init(subject: Subject, months: Int, basis: Basis, evidence: Evidence) {
        self.subject = subject
        self.months = months
        self.basis = basis
        self.evidence = evidence
    }

    package enum Subject: String, Hashable, Sendable, CaseIterable {
        /// The books of an order: what was sold to which country, when, for how much. Afterwards
        /// only the sums of the ledger are left.
        case orders
        /// Name, street and phone on an order that is over.
        case addresses
        /// An account that nobody uses, and that has no order left in its term.
        case accounts
        /// Who looked at what, what partners told, and by what a place in a room was known.
        case logs
    }

    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// It must be kept so long.
        case law
        /// The store's own choice.
        case policy
    }
}

extension Market {
    /// Nil where nothing is said: then it is kept.
    package func keeping(_ subject: RetentionRule.Subject) -> RetentionRule? {
        retention.first { $0.subject == subject }
    }

    /// Until when the books of an order must be kept; nil where no rule says so.
    package func booksKept(from placed: Day) -> Day? {
        keeping(.orders).map { placed.adding(months: $0.months) }
    }
}
