// To answer a claim: the store stands for it, or says why it doesn't.

package import Rules
import Storage

extension Shop {
    /// Throws `Refusal`: not an operator, no such claim, answered already.
    @discardableResult
    package func acceptClaim(_ id: ID<Claim>, by account: Account) async throws -> Claim {
        try await answer(id, by: account, with: .accept)
    }

    /// `reason` is what the holder reads. Throws `Refusal` as `acceptClaim` does.
    @discardableResult
    package func declineClaim(
        _ id: ID<Claim>, because reason: String, by account: Account
    ) async throws -> Claim {
        let faults = Fault.prose(reason, in: .reason, most: 500)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        return try await answer(id, by: account, with: .decline(reason: reason.trimmed))
    }

    private func answer(
        _ id: ID<Claim>, by account: Account, with event: Claim.Event
    ) async throws -> Claim {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        return try await storage.write { [chance] tx in
            guard var claim = try tx.lock(id) else { throw Refusal.notFound }
            try tx.owe(try claim.apply(event), at: now)
            try tx.update(claim)
            try tx.settle(.warrantyAnswer, of: id.text, as: .met, at: now)
            try tx.note(
                event == .accept ? "accept claim" : "decline claim", about: claim.warranty.text,
                detail: claim.number, id: chance.id(at: now), at: now)
            return claim
        }
    }
}
