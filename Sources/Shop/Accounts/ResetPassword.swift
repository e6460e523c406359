// To get back in with a new password, by a link to the account's own mailbox.

import Rules
import Storage

extension Shop {
    /// Owes the letter if the account exists, and says nothing about it either way. The lookup is
    /// the only work, and it is the same.
    ///
    /// Throws `Refusal`: a malformed address, `tooManyAttempts` from `address`, where the request
    /// came from.
    package func requestPasswordReset(mail typed: String, from address: String) async throws {
        let mail = try MailAddress(typed)
        try await attempt(.signUpByAddress, address)
        let letters = try await bucket(.letters, mail.text)
        let now = clock.now()
        try await storage.write { [chance] tx in
            let account = try tx.account(mail: mail.text)
            guard try tx.mayWriteLetter(letters, at: now), let account else { return }
            let confirmation = Confirmation(
                id: chance.id(at: now), account: account.id, purpose: .resetPassword,
                expires: now + Confirmation.Purpose.resetPassword.lifetime)
            try tx.insert(confirmation)
            try tx.owe(.letter(.resetPassword, about: confirmation.id.text), at: now)
        }
    }

    /// Sets the password and ends every session of the account. Its address is confirmed by that,
    /// if it wasn't. Throws `Refusal`: `linkExpired`, the password's faults, `busy`.
    package func resetPassword(_ token: String, password: String) async throws {
        let id = try await confirmation(in: token)
        let now = clock.now()
        let account = try await storage.read { reader -> Account? in
            guard let confirmation = try reader.confirmation(id) else { return nil }
            try confirmation.check(for: .resetPassword, at: now)
            return try reader.account(confirmation.account)
        }
        guard let account else { throw Refusal.linkExpired }
        try Password.check(password, mail: try MailAddress(account.mail), name: account.name)
        let hash = try await passwords.hash(password)
        defer { recentSessions.forget(account.id) }
        try await storage.write { tx in
            guard let confirmation = try tx.lock(id),
                var account = try tx.lock(confirmation.account)
            else { throw Refusal.linkExpired }
            try confirmation.check(for: .resetPassword, at: now)
            try tx.useUp(confirmation, at: now)
            account.confirmedAt = account.confirmedAt ?? now
            try tx.update(account)
            try tx.set(password: hash, of: account.id)
            try tx.endSessions(of: account.id)
        }
    }
}
