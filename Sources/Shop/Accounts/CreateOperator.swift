// To make an account without a letter: from the command line, by whoever has the machine. That is
// how a shop gets its first operator, and a demo its buyer.

package import Rules
import Storage

extension Shop {
    /// Throws `Refusal`: fields, `marketUnknown`, and `.taken` where the address has an account.
    @discardableResult
    package func createOperator(
        mail: String, name: String, password: String, language: Language = .americanEnglish,
        market: Country
    ) async throws -> Account {
        try await create(
            "create operator", mail: mail, name: name, password: password, language: language,
            market: market, isOperator: true)
    }

    /// Somebody whose address is known to be theirs. Throws as `createOperator` does.
    @discardableResult
    package func createBuyer(
        mail: String, name: String, password: String, language: Language, market: Country
    ) async throws -> Account {
        try await create(
            "create buyer", mail: mail, name: name, password: password, language: language,
            market: market, isOperator: false)
    }

    private func create(
        _ deed: String, mail typed: String, name: String, password: String, language: Language,
        market: Country, isOperator: Bool
    ) async throws -> Account {
        let mail = try checkSignUp(mail: typed, name: name, password: password)
        _ = try rulebook.current.market(market)
        let hash = try await passwords.hash(password)
        let now = clock.now()
        return try await storage.write { [chance] tx in
            guard try tx.account(mail: mail.text) == nil else {
                throw Refusal.input([Fault(.mail, .taken)])
            }
            let account = Account(
                id: chance.id(at: now), mail: mail.text, name: name.trimmed, language: language,
                market: market, confirmedAt: now, isOperator: isOperator)
            try tx.insert(account, password: hash, at: now)
            try tx.note(deed, about: account.id.text, id: chance.id(at: now), at: now)
            return account
        }
    }
}
