// An operator has mended what made a job fail: it is owed again, from the beginning.

package import Rules
import Storage

extension Shop {
    /// Throws `Refusal`: not an operator, no such job among those that were given up.
    package func retryJob(_ kind: String, _ subject: String, by account: Account) async throws {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        try await storage.write { [chance] tx in
            guard
                try tx.jobsGivenUp().contains(where: { $0.kind == kind && $0.subject == subject }),
                let job = Job(kind: kind, subject: subject)
            else { throw Refusal.notFound }
            try tx.owe(job, at: now)
            try tx.note(
                "retry job", about: subject, detail: "\(kind) \(account.id)",
                id: chance.id(at: now), at: now)
        }
    }
}
