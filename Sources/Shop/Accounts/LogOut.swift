// To log out, on this device.

import Rules
import Storage

extension Shop {
    /// Ends the session; one that is over already stays so.
    package func logOut(token: String) async throws {
        defer { recentSessions.forget(token: token) }
        try await storage.write { try $0.endSession(Digest.sha256(token)) }
    }
}
