// To choose the country one buys in, and the language one reads.

package import Rules
import Storage

extension Shop {
    /// Any language goes with any country; what the law words stays in a language of the country.
    ///
    /// Throws `Refusal`: `marketUnknown`, and `orderStateForbids` for another country while units
    /// of this one are held: they were offered to its buyers only.
    package func choose(
        market country: Country, language: Language, by buyer: Account
    ) async throws -> Account {
        _ = try rulebook.current.market(country)
        defer { recentSessions.forget(buyer.id) }
        return try await storage.write { tx in
            guard var account = try tx.lock(buyer.id) else { throw Refusal.notFound }
            if account.market != country, let state = try tx.stateOfHeldUnits(of: account.id) {
                throw Refusal.orderStateForbids(state: state.rawValue)
            }
            account.market = country
            account.language = language
            try tx.update(account)
            return account
        }
    }
}
