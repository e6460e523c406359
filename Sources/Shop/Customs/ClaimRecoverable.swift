// To write down that duty or tax was claimed back, and what came of it: that is booked.

package import Rules
import Storage

extension Shop {
    /// In minor units: what nobody gets back for one order is a slip of the pen.
    private static let mostRecovered: Int64 = 100_000_000

    /// Throws `Refusal`: not an operator, nothing of that name, claimed already, fields.
    @discardableResult
    package func claimRecoverable(
        _ id: ID<Recoverable>, reference: String, on day: Day, by account: Account
    ) async throws -> Recoverable {
        let faults = Fault.text(reference, in: .reference, most: 60)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        return try await record(
            .claim(Recoverable.Claim(day: day, reference: reference)), of: id, on: day, by: account)
    }

    /// `minor` units of the order's currency; none where the claim was refused. Throws `Refusal`:
    /// not an operator, nothing of that name, not claimed, received already, fields.
    @discardableResult
    package func receiveRecoverable(
        _ id: ID<Recoverable>, _ minor: Int64, on day: Day, by account: Account
    ) async throws -> Recoverable {
        let found = try await storage.read { try $0.recoverable(id) }
        guard let found else { throw Refusal.notFound }
        let most = Money(Self.mostRecovered, found.amount.currency)
        guard (0...most.minor).contains(minor) else {
            throw Refusal.input([Fault(.amount, .amountOutOfRange(most: most))])
        }
        let amount = Money(minor, found.amount.currency)
        return try await record(
            .receive(Recoverable.Receipt(day: day, amount: amount)), of: id, on: day, by: account)
    }

    private func record(
        _ event: Recoverable.Event, of id: ID<Recoverable>, on day: Day, by account: Account
    ) async throws -> Recoverable {
        guard account.isOperator else { throw Refusal.notAllowed }
        let now = clock.now()
        guard day <= Day(now) + 1 else { throw Refusal.input([Fault(.day, .notOffered)]) }
        return try await storage.write { [chance] tx in
            guard let named = try tx.recoverable(id), let order = try tx.lock(named.order),
                var found = try tx.lock(id)
            else { throw Refusal.notFound }
            try found.apply(event)
            try tx.update(found)
            try tx.settle(.recovery, of: id.text, as: .met, at: now)
            if let receipt = found.receipt, receipt.amount.minor > 0 {
                try tx.book(
                    LedgerEntry(
                        order: order.id, kind: .recovered, subject: id.text,
                        amount: receipt.amount, bearer: .merchant, booked: now))
            }
            try tx.note(
                "\(found.state.rawValue) recoverable", about: order.id.text,
                detail: "\(id): \(found.claim?.reference ?? ""), \(day), \(account.id)",
                id: chance.id(at: now), at: now)
            return found
        }
    }
}
