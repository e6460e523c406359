// To make an account that runs the shop: from the command line, by whoever has the machine.

package import Rules
import Storage

extension Shop {
    /// Its address counts as confirmed. Throws `Refusal`: fields, `marketUnknown`, and `.taken`
    /// where the address has an account already.
    @discardableResult
    package func createOperator(
        mail typed: String, name: String, password: String,
        language: Language = .americanEnglish, market: Country
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
                market: market, confirmedAt: now, isOperator: true)
            try tx.insert(account, password: hash, at: now)
            try tx.note(
                "create operator", about: account.id.text, id: chance.id(at: now), at: now)
            return account
        }
    }
}
