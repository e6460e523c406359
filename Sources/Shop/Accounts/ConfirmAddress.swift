// To confirm an address: whoever follows the link has the mailbox, and the account is theirs.

package import Rules
import Storage

extension Shop {
    /// The account gets the password of the sign-up the link belongs to, every earlier session
    /// ends, and its owner is logged in. Throws `Refusal.linkExpired`.
    package func confirmAddress(
        _ token: String, on device: Device = Device(name: "")
    ) async throws -> LoggedIn {
        let id = try await confirmation(in: token)
        let session = freshToken()
        let now = clock.now()
        let known = try await storage.write { tx in
            guard let confirmation = try tx.lock(id),
                var account = try tx.lock(confirmation.account)
            else { throw Refusal.linkExpired }
            try confirmation.check(for: .confirmAddress, at: now)
            let password = try tx.password(waitingFor: id)
            try tx.useUp(confirmation, at: now)
            // A link that was asked for once more carries no password: the account has its own.
            if let password, !account.isConfirmed {
                try tx.set(password: password, of: account.id)
            }
            account.confirmedAt = account.confirmedAt ?? now
            try tx.update(account)
            try tx.endSessions(of: account.id)
            return try tx.begin(session, for: account, on: device, at: now)
        }
        recentSessions.forget(known.account.id)
        return known
    }
}
