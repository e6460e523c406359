// The buyer comes back from a partner's page: which of them, the way back can't prove, so every
// payment of the order that may still come to something is asked about.

package import Rules
import Storage

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
