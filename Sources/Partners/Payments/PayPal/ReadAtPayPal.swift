// What PayPal knows of a payment.

import Logging
package import Rules

extension PayPal {
    package func read(_ reference: String) async -> ProviderState {
        switch await connection.get("/v2/checkout/orders/\(pathSegment(reference))") {
        case .accepted(let body):
            guard let order = PayPalAnswer.read(PayPalOrder.self, body) else {
                return .unknown("PayPal's answer can't be read")
            }
            return order.state
        case .refused(status: 404, _): return .notFound
        case .refused(let status, let error): return .unknown("\(status) \(error.code)")
        case .unclear(let trouble): return .unknown(trouble)
        }
    }
}

extension PayPalOrder {
    fileprivate var state: ProviderState {
        switch (status, outcome) {
        case (_, .captured(let id, let amount, let fee)): .captured(id, amount, fee: fee)
        case (_, .pending(let reason)): .pending(reason)
        case (_, .unknown(let trouble)): .unknown(trouble)
        case ("VOIDED", _): .voided
        // Declined, and the payer has agreed again with another card.
        case ("APPROVED", _): .approved
        case ("CREATED", _), ("SAVED", _), ("PAYER_ACTION_REQUIRED", _): .created
        case ("COMPLETED", .declined): .voided
        default: .unknown("an order that is \(status ?? "nothing")")
        }
    }
}
