// To enter the value of a beacon, as it was published after the list was closed.

package import Rules
import Storage

extension Shop {
    /// The round is drawn with it at its opening, or in the next second if it waits for it. Until
    /// then a slip can be corrected; each value that was entered is a line of the journal.
    ///
    /// Throws `Refusal`: `notAllowed`, `notFound` for a round without a beacon, `beaconNotYet`,
    /// `orderDrawn`, a value that isn't one.
    @discardableResult
    package func enterBeacon(
        _ value: String, of round: ID<Round>, by account: Account
    ) async throws -> Beacon {
        guard account.isOperator else { throw Refusal.notAllowed }
        return try await enterBeacon(value, of: round, byName: account.mail)
    }

    /// The same from the command line, by whoever has the machine.
    @discardableResult
    package func enterBeacon(
        _ value: String, of id: ID<Round>, byName name: String
    ) async throws -> Beacon {
        let now = clock.now()
        return try await storage.write { [chance] tx in
            guard let round = try tx.lock(id), var beacon = try tx.beacon(of: id) else {
                throw Refusal.notFound
            }
            guard round.drawn == nil else { throw Refusal.orderDrawn }
            try beacon.enter(value, at: now)
            try tx.update(beacon, of: id)
            try tx.note(
                "enter beacon", about: id.text, detail: "\(beacon.value ?? ""), by \(name)",
                id: chance.id(at: now), at: now)
            return beacon
        }
    }
}
