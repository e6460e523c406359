// To confirm the rules of a sale: what nobody knows for sure must be looked at by somebody before
// the first buyer pays by it. Until then no round of the sale opens.

package import Rules
package import Storage

/// A doubtful rule of a sale, and who has confirmed it.
package struct SaleDoubt: Sendable {
    package let doubt: RuleDoubt
    package let confirmation: RuleConfirmation?

    /// What a form says to mean just this rule, with just these words.
    package var stamp: String { doubt.stamp }
}

extension RuleDoubt {
    package var stamp: String { String(Digest.sha256(key).prefix(20)) }
}

extension Shop {
    /// Everything doubtful about a sale's prices, by the rules in force now.
    package func doubts(about sale: ID<Sale>) async throws -> [SaleDoubt] {
        let now = clock.now()
        let rules = rulebook.current
        return try await storage.read { try $0.doubts(about: sale, by: rules, at: now) }
    }

    /// Confirms those that the operator has seen; a round that waited for nothing else goes on.
    /// Each is a line of the journal.
    ///
    /// - Parameter seen: their stamps. A rule that has changed since has another one.
    /// - Returns: the rounds that wait no longer.
    /// - Throws: `notAllowed`, `notFound`.
    @discardableResult
    package func confirmRules(
        of sale: ID<Sale>, seen: Set<String>, by account: Account
    ) async throws -> [ID<Round>] {
        guard account.isOperator else { throw Refusal.notAllowed }
        return try await confirmRules(of: sale, seen: seen, byName: account.mail)
    }

    /// The same from the command line, by whoever has the machine.
    @discardableResult
    package func confirmRules(
        of sale: ID<Sale>, seen: Set<String>, byName name: String
    ) async throws -> [ID<Round>] {
        let now = clock.now()
        let rules = rulebook.current
        return try await storage.write { [chance] tx in
            guard try tx.sale(sale) != nil else { throw Refusal.notFound }
            try tx.confirmRules(
                of: sale, by: rules, person: name, at: now, chance: chance
            ) { seen.contains($0.stamp) }
            guard try tx.openDoubts(about: sale, by: rules, at: now).isEmpty else { return [] }
            var freed: [ID<Round>] = []
            for held in try tx.rounds(of: sale) where held.isHeldBack {
                guard let round = try tx.lock(held.id) else { continue }
                try tx.goOn(with: round, at: now, chance: chance)
                freed.append(round.id)
            }
            return freed
        }
    }
}

extension Reader {
    /// For the days from the first opening to the last closing, whatever round is asked about.
    package func doubts(
        about sale: ID<Sale>, by rules: Rulebook, at now: Moment
    ) throws -> [SaleDoubt] {
        let rounds = try rounds(of: sale)
        let opens = rounds.map { $0.clock.wallTime(of: $0.opens, at: now) }.min()
        let closes = rounds.map { $0.clock.wallTime(of: $0.closes, at: now) }.max()
        guard let opens, let closes else { return [] }
        let offers = try offers(in: sale).map {
            OfferedWare(product: $0.product, market: $0.market, price: $0.price, limit: $0.limit)
        }
        let confirmed = Dictionary(
            try ruleConfirmations(of: sale).map { ("\($0.place)\n\($0.name)\n\($0.terms)", $0) },
            uniquingKeysWith: { first, _ in first })
        return rules.doubts(about: offers, from: Day(opens), to: Day(closes)).map {
            SaleDoubt(doubt: $0, confirmation: confirmed[$0.key])
        }
    }

    /// Those that nobody has confirmed.
    func openDoubts(
        about sale: ID<Sale>, by rules: Rulebook, at now: Moment
    ) throws -> [RuleDoubt] {
        try doubts(about: sale, by: rules, at: now).filter { $0.confirmation == nil }.map(\.doubt)
    }
}

extension Transaction {
    func confirmRules(
        of sale: ID<Sale>, by rules: Rulebook, person: String, at now: Moment,
        chance: SharedChance, where isSeen: (RuleDoubt) -> Bool
    ) throws {
        let seen = try openDoubts(about: sale, by: rules, at: now).filter(isSeen)
        try insert(
            seen.map {
                RuleConfirmation(
                    place: $0.place, name: $0.name, terms: $0.terms, rules: rules.version,
                    confirmed: now, confirmedBy: person)
            }, of: sale)
        for doubt in seen {
            try note(
                "confirm rule", about: sale.text,
                detail: "\(doubt.place), \(doubt.name): \(doubt.terms), by \(person)",
                id: chance.id(at: now), at: now)
        }
    }
}
