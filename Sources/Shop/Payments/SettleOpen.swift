// The buyer comes back from a partner's page: which of them, the way back can't prove, so every
// payment of the order that may still come to something is asked about.

package import Rules
package import Storage

extension Reader {
    /// Why the last attempt to pay came to nothing, while another may follow.
    package func decline(of id: ID<Order>) throws -> Decline? {
        guard try order(id)?.state == .placed else { return nil }
        let payments = try payments(of: id)
        guard payments.allSatisfy({ !$0.isInFlight }) else { return nil }
        return payments.last { $0.state == .declined }?.decline.map(Decline.init)
    }
}

extension Shop {
    package func settleOpenPayments(of order: ID<Order>) async throws {
        let open = try await storage.read { reader in
            try reader.payments(of: order).filter {
                $0.reference != nil && $0.state != .captured && $0.state != .abandoned
            }
        }
        for payment in open { try await runNow(.settle(payment.id)) }
    }
}
