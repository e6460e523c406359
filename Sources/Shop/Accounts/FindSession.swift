// To know who is there: asked by every page, so it is one read, and hardly ever a write.

import Logging
package import Rules
import Storage

extension Shop {
    /// Whose token it is; nil when nobody is logged in by it, or no longer.
    package func session(token: String) async throws -> Account? {
        guard token.utf8.count == 64 else { return nil }
        let now = clock.now()
        if let account = recentSessions.account(for: token, at: now) { return account }
        let edition = recentSessions.edition
        let hash = Digest.sha256(token)
        guard let (session, account) = try await storage.read({ try $0.session(hash) }),
            session.isAlive(at: now, within: settings.sessions)
        else { return nil }
        if session.wantsToBeSeen(at: now) { await see(hash, at: now) }
        recentSessions.keep(account, for: token, readAt: now, in: edition)
        return account
    }

    /// When the storage is busy selling, this can wait for the next page.
    private func see(_ tokenHash: String, at now: Moment) async {
        do {
            try await storage.write { try $0.see(tokenHash, at: now) }
        } catch {
            log.warning("a session's use wasn't noted: \(error)")
        }
    }
}
