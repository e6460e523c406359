// To erase an account: at once, by its owner's password, when nothing is open between them and the
// store. What books, journal and public record rest on stays under an id that means nobody.

package import Rules
import Storage

/// What an order leaves behind, and until when.
package struct KeptBooks: Hashable, Sendable {
    package let number: String
    /// Nil where no rule says when it ends.
    package let until: Day?
}

/// What would become of an account.
package struct ErasurePlan: Hashable, Sendable {
    package let kept: [KeptBooks]
    /// What must be over first.
    package let open: String?
    /// Units that are still guaranteed to the account.
    package let guaranteed: Int
}

extension Shop {
    package func erasurePlan(of account: Account) async throws -> ErasurePlan {
        let rules = rulebook.current
        let now = clock.now()
        return try await storage.read { reader in
            ErasurePlan(
                kept: try reader.orders(of: account.id, limit: 1000).map { order in
                    KeptBooks(
                        number: order.number,
                        until: rules.markets[order.market]?.booksKept(from: Day(order.placed)))
                },
                open: try reader.openBusiness(of: account.id),
                guaranteed: try reader.guaranteedUnits(of: account.id, at: now))
        }
    }

    /// Throws `Refusal`: the wrong password, `stillOpen` while something is, `notAllowed` for an
    /// operator, whose name stands in the access log.
    package func erase(_ account: Account, password: String) async throws {
        guard !account.isOperator else { throw Refusal.notAllowed }
        try await prove(password, of: account)
        let now = clock.now()
        defer { recentSessions.forget(account.id) }
        try await storage.write { [chance] tx in
            try tx.eraseEverything(of: account.id, by: "owner", at: now, chance: chance)
        }
    }
}

extension Transaction {
    /// Throws `stillOpen`, `notFound`.
    func eraseEverything(
        of id: ID<Account>, by whom: String, at now: Moment, chance: SharedChance
    ) throws {
        guard let account = try lock(id), account.erased == nil else { throw Refusal.notFound }
        if let open = try openBusiness(of: id) { throw Refusal.stillOpen(number: open) }
        if let state = try stateOfHeldUnits(of: id) {
            throw Refusal.orderStateForbids(state: state.rawValue)
        }
        for order in try orders(of: id, limit: 10_000) { try forgetBuyer(of: order.id, at: now) }
        try forgetClaims(of: id)
        try erase(account, closed: now)
        try forget(id, at: now)
        try note("erase account", about: id.text, detail: whom, id: chance.id(at: now), at: now)
    }
}
