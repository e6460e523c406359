// The shop's own keys: made once, kept in the database, never shown.

import Rules
import Storage
import Synchronization

package final class Secrets: Sendable {
    private let storage: Storage
    private let chance: SharedChance
    private let known = Mutex<[String: [UInt8]]>([:])

    init(storage: Storage, chance: SharedChance) {
        self.storage = storage
        self.chance = chance
    }

    /// 32 bytes, the same for every node and every start; made at the first use.
    package func key(_ name: String) async throws -> [UInt8] {
        if let key = known.withLock({ $0[name] }) { return key }
        let fresh = chance.bytes(32)
        let key = try await storage.write { try $0.secret(name, orElse: fresh) }
        known.withLock { $0[name] = key }
        return key
    }
}
