// To log in. The answer takes as long for an address that nobody has as for one that is known.

package import Rules
import Storage

/// Somebody with the token that a browser keeps; the shop itself has only its hash.
package struct LoggedIn: Hashable, Sendable {
    package let account: Account
    package let token: String
}

extension Shop {
    /// `address` is where the request came from, `device` what its browser says it is. Throws
    /// `Refusal`: `wrongMailOrPassword`, `tooManyAttempts` for the account or from the address,
    /// `busy`.
    package func logIn(
        mail typed: String, password: String, from address: String,
        on device: Device = Device(name: "")
    ) async throws -> LoggedIn {
        guard let mail = try? MailAddress(typed), password.utf8.count <= Password.most * 4 else {
            throw Refusal.wrongMailOrPassword
        }
        let bucket = try await bucket(.logInByMail, mail.text)
        // Who can't be served now hasn't tried. All others count before their password is looked
        // at, so that trying many at once is no way around.
        try passwords.admit()
        try await count([
            Attempt(throttle: .logInByMail, bucket: bucket),
            Attempt(
                throttle: .logInByAddress,
                bucket: try await self.bucket(.logInByAddress, address)),
        ])
        let found = try await storage.read { try $0.credentials(mail: mail.text) }
        guard let found else {
            // The same work as below, so that time doesn't tell who has an account.
            _ = try await passwords.hash(password)
            throw Refusal.wrongMailOrPassword
        }
        guard try await passwords.verify(password, against: found.password) else {
            throw Refusal.wrongMailOrPassword
        }
        let token = freshToken()
        let now = clock.now()
        return try await storage.write { [settings] tx in
            try tx.forgetAttempts(in: bucket)
            try tx.forgetSessions(createdBefore: now - settings.sessions.absolute)
            try tx.setIdle(since: now, found.account.id)
            return try tx.begin(token, for: found.account, on: device, at: now)
        }
    }

    /// 256 bits, as 64 hexadecimal digits.
    func freshToken() -> String { Digest.hex(chance.bytes(32)) }
}

extension Transaction {
    func begin(
        _ token: String, for account: Account, on device: Device, at now: Moment
    ) throws -> LoggedIn {
        try insert(
            Session(account: account.id, created: now, seen: now, device: device),
            tokenHash: Digest.sha256(token))
        return LoggedIn(account: account, token: token)
    }
}
