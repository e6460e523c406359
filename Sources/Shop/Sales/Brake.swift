// The brake: an operator pauses a round, every clock of it stands still, and when it is let go
// everybody has as much time as they had.

package import Rules
import Storage

extension Shop {
    /// `reason` is shown to everybody. Throws `notFound`, `notAllowed`.
    package func pause(_ round: ID<Round>, reason: String, by account: Account) async throws {
        try await turnBrake(of: round, by: account, event: "pause") { round, now in
            round.clock.pause(at: now)
            round.pauseReason = String(reason.prefix(300))
        }
    }

    package func resume(_ round: ID<Round>, by account: Account) async throws {
        try await turnBrake(of: round, by: account, event: "resume") { round, now in
            round.clock.resume(at: now)
            round.pauseReason = nil
        }
    }

    private func turnBrake(
        of id: ID<Round>, by account: Account, event: String,
        _ turn: @escaping @Sendable (inout Round, Moment) -> Void
    ) async throws {
        guard account.isOperator else { throw Refusal.notAllowed }
        let wall = clock.now()
        try await storage.write { [chance] tx in
            guard var round = try tx.lock(id) else { throw Refusal.notFound }
            // Under a clock that was set back, a pause doesn't begin before what is on record: it
            // would take time from those who reserved then.
            let now = max(wall, try tx.lastHappening(in: id) ?? wall)
            let wasOn = round.clock.isPaused
            turn(&round, now)
            try tx.update(clockOf: round)
            // The transcript's clock is made of these lines: one for each turn of the brake.
            guard round.clock.isPaused != wasOn else { return }
            try tx.note(
                event, about: id.text, detail: account.id.text, id: chance.id(at: now), at: now)
        }
    }
}
