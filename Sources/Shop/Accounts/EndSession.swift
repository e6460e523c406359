// To log out on another device: one of a list, or all but this one.

package import Rules
package import Storage

extension Shop {
    /// By the name that the list gives it. Throws `Refusal.notFound`.
    package func endSession(named name: String, of account: Account) async throws {
        defer { recentSessions.forget(account.id) }
        try await storage.write { tx in
            let known = try tx.sessions(of: account.id)
            guard let found = known.first(where: { $0.name == name }) else {
                throw Refusal.notFound
            }
            try tx.endSession(found.tokenHash)
        }
    }

    /// Every session of the account but the one with this token.
    package func endOtherSessions(of account: Account, besides token: String) async throws {
        defer { recentSessions.forget(account.id) }
        try await storage.write {
            try $0.endSessions(of: account.id, besides: Digest.sha256(token))
        }
    }

    /// Where the account is logged in, and whether it is by this token; what is over isn't told.
    package func devices(
        of account: Account, here token: String?
    ) async throws -> [(known: KnownSession, isHere: Bool)] {
        let now = clock.now()
        let hash = token.map(Digest.sha256)
        return try await storage.read { [settings] reader in
            try reader.sessions(of: account.id)
                .filter { $0.session.isAlive(at: now, within: settings.sessions) }
                .map { ($0, $0.tokenHash == hash) }
        }
    }
}
