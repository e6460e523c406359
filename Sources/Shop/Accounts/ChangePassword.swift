// To change one's password, by who knows the old one: every other device is logged out, and the
// mailbox is told.

package import Rules
import Storage

extension Shop {
    /// `token` is that of the session which stays. Throws `Refusal`: the old one is wrong, the new
    /// one's faults, `tooManyAttempts`, `busy`.
    package func changePassword(
        of account: Account, from current: String, to new: String, keeping token: String
    ) async throws {
        do throws(Refusal) {
            try Password.check(new, mail: try MailAddress(account.mail), name: account.name)
        } catch {
            guard case .input(let faults) = error else { throw error }
            throw Refusal.input(faults.map { Fault(.newPassword, $0.problem) })
        }
        try await prove(current, of: account)
        let hash = try await passwords.hash(new)
        let now = clock.now()
        defer { recentSessions.forget(account.id) }
        try await storage.write { [chance] tx in
            guard try tx.lock(account.id) != nil else { throw Refusal.notFound }
            try tx.set(password: hash, of: account.id)
            try tx.endSessions(of: account.id, besides: Digest.sha256(token))
            try tx.owe(.letter(.passwordChanged, about: account.id.text), at: now)
            try tx.note(
                "change password", about: account.id.text, id: chance.id(at: now), at: now)
        }
    }

    /// Throws `Refusal`: not the account's password, `tooManyAttempts`, `busy`.
    func prove(_ password: String, of account: Account) async throws {
        guard !password.isEmpty, password.utf8.count <= Password.most * 4 else {
            throw Refusal.input([Fault(.password, password.isEmpty ? .missing : .wrong)])
        }
        // Counted before the password is looked at, so that trying many at once is no way around.
        try await attempt(.passwords, account.id.text)
        let hash = try await storage.read { try $0.credentials(mail: account.mail)?.password }
        guard let hash, try await passwords.verify(password, against: hash) else {
            throw Refusal.input([Fault(.password, .wrong)])
        }
    }
}
