// What an operator confirmed about the rules that a sale rests on.

package import Rules

/// A doubtful rule that somebody has looked at and takes the responsibility for.
package struct RuleConfirmation: Hashable, Sendable {
    package let place: String
    package let name: String
    package let terms: String
    /// The version of the rule set it was in.
    package let rules: String
    package let confirmed: Moment
    package let confirmedBy: String

    package init(
        place: String, name: String, terms: String, rules: String, confirmed: Moment,
        confirmedBy: String
    ) {
        self.place = place
        self.name = name
        self.terms = terms
        self.rules = rules
        self.confirmed = confirmed
        self.confirmedBy = confirmedBy
    }
}

extension Reader {
    package func ruleConfirmations(of sale: ID<Sale>) throws -> [RuleConfirmation] {
        try all(
            """
            select place, name, terms, rules, confirmed, confirmed_by from rule_confirmations
            where sale = \(sale) order by place, name, terms
            """
        ).map { row in
            RuleConfirmation(
                place: try row.get("place"), name: try row.get("name"),
                terms: try row.get("terms"), rules: try row.get("rules"),
                confirmed: try row.get("confirmed"), confirmedBy: try row.get("confirmed_by"))
        }
    }
}

extension Transaction {
    /// What is confirmed already stays as it is.
    package func insert(_ confirmations: [RuleConfirmation], of sale: ID<Sale>) throws {
        for confirmation in confirmations {
            try run(
                """
                insert into rule_confirmations (sale, place, name, terms, rules, confirmed,
                                                confirmed_by)
                values (\(sale), \(confirmation.place), \(confirmation.name),
                        \(confirmation.terms), \(confirmation.rules), \(confirmation.confirmed),
                        \(confirmation.confirmedBy))
                on conflict (sale, place, name, terms) do nothing
                """)
        }
    }
}
