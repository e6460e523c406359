// PayPal is told what is owed, and names the page where the payer agrees.

import Logging
package import Rules

extension PayPal {
    package func begin(_ request: PaymentRequest) async -> Begun {
        guard let order = PayPalOrderRequest(request, brandName: settings.brandName) else {
            log.error("PayPal can't be asked for \(request.total): not an amount it deals in")
            return .unavailable("\(request.total.currency) isn't an amount PayPal deals in")
        }
        let answer = await connection.post(
            "/v2/checkout/orders", requestID: "begin-\(request.requestID)", order)
        switch answer {
        case .accepted(let body):
            guard let order = PayPalAnswer.read(PayPalOrder.self, body),
                let url = order.approveURL(orElse: request.agreedURL)
            else { return .unavailable("PayPal's answer can't be read") }
            return .begun(reference: order.id, approveURL: url)
        case .refused(let status, let error):
            // Not the buyer's doing: an amount, an address or our account isn't as PayPal wants it.
            log.error("PayPal doesn't take order \(request.orderNumber): \(status) \(error.code)")
            return .unavailable(error.code)
        case .unclear(let trouble):
            return .unavailable(trouble)
        }
    }
}

extension PayPalOrder {
    /// Where the payer agrees. Who comes back having agreed already is sent on as PayPal would.
    fileprivate func approveURL(orElse agreedURL: String) -> String? {
        let link = links?.first { $0.rel == "payer-action" || $0.rel == "approve" }?.href
        if let link, link.hasPrefix("https://") || link.hasPrefix("http://") { return link }
        return status == "APPROVED" || status == "COMPLETED" ? agreedURL : nil
    }
}
