// To let go of what a buyer agreed to pay and the shop won't take: a held card is a buyer's money
// out of their reach.

import Logging
import Partners
package import Rules
import Storage

extension Shop {
    /// Throws `PaymentUnsettled` while the partner's answer isn't clear.
    package func release(_ id: ID<Payment>) async throws {
        guard let payment = try await storage.read({ try $0.payment(id) }),
            [.abandoned, .declined].contains(payment.state), let reference = payment.reference,
            let method = payments[payment.method]
        else { return }
        switch await method.release(reference, requestID: id.text) {
        case .released: return
        case .taken:
            // Somebody was faster: it is booked, and given back if the units are gone.
            let now = clock.now()
            try await storage.write { try $0.owe(.settle(id), at: now) }
        case .unknown(let trouble):
            throw PaymentUnsettled(description: "it may not be let go of yet: \(trouble)")
        }
    }
}
