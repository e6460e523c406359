// To change one's mail address: it becomes the account's when the link in a letter to it was
// followed, and the address before is told.

package import Rules
import Storage

extension Shop {
    /// Owes the letter to the new address. Whether that address has an account already is told
    /// there, and nowhere else. Throws `Refusal`: a malformed address, the same one, the wrong
    /// password, `tooManyAttempts`.
    package func requestMailChange(
        of account: Account, to typed: String, password: String
    ) async throws {
        let mail = try MailAddress(typed)
        guard mail.text != account.mail else { throw Refusal.input([Fault(.mail, .taken)]) }
        try await prove(password, of: account)
        let letters = try await bucket(.letters, mail.text)
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard try tx.mayWriteLetter(letters, at: now) else { return }
            if let known = try tx.account(mail: mail.text) {
                return try tx.owe(.letter(.accountExists, about: known.id.text), at: now)
            }
            let confirmation = Confirmation(
                id: chance.id(at: now), account: account.id, purpose: .changeMail,
                expires: now + Confirmation.Purpose.changeMail.lifetime, mail: mail.text)
            try tx.insert(confirmation)
            try tx.owe(.letter(.confirmNewMail, about: confirmation.id.text), at: now)
        }
    }

    /// The link was followed: every session ends, and its owner is logged in on this device.
    /// Throws `Refusal.linkExpired`, also when somebody else has taken the address meanwhile.
    package func changeMail(_ token: String, on device: Device = Device(name: "")) async throws
        -> LoggedIn
    {
        let id = try await confirmation(in: token)
        let session = freshToken()
        let now = clock.now()
        let known = try await storage.write { [chance] tx in
            guard let confirmation = try tx.lock(id), let mail = confirmation.mail,
                var account = try tx.lock(confirmation.account), account.erased == nil
            else { throw Refusal.linkExpired }
            try confirmation.check(for: .changeMail, at: now)
            guard try tx.account(mail: mail) == nil else { throw Refusal.linkExpired }
            try tx.useUp(confirmation, at: now)
            try tx.set(formerMail: account.mail, of: id)
            do {
                try tx.set(mail: mail, of: account.id)
            } catch is ConstraintViolation {
                throw Refusal.linkExpired
            }
            account.mail = mail
            account.confirmedAt = account.confirmedAt ?? now
            try tx.update(account)
            try tx.endSessions(of: account.id)
            try tx.owe(.letter(.mailChanged, about: id.text), at: now)
            try tx.note("change mail", about: account.id.text, id: chance.id(at: now), at: now)
            return try tx.begin(session, for: account, on: device, at: now)
        }
        recentSessions.forget(known.account.id)
        return known
    }
}
