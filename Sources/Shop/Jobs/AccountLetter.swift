// What is told about the account itself, to where somebody will read it who didn't do it.

import Languages
import Rules
import Storage

extension Shop {
    /// To the address that the account had before.
    func composeMailChanged(about id: ID<Confirmation>) async throws -> (String, Letter)? {
        let found = try await storage.read { reader -> (String, Account)? in
            guard let confirmation = try reader.confirmation(id),
                let former = confirmation.formerMail,
                let account = try reader.account(confirmation.account)
            else { return nil }
            return (former, account)
        }
        guard let (former, account) = found else { return nil }
        let letters = AccountLetters(for: account.language)
        return (former, letters.mailChanged(named(account), settings.account))
    }

    func composePasswordChanged(about id: ID<Account>) async throws -> (String, Letter) {
        let account = try await storage.read { try known(try $0.account(id)) }
        let letters = AccountLetters(for: account.language)
        return (account.mail, letters.passwordChanged(named(account), settings.requestReset))
    }
}
