// What the partner is told of an order: from the quote that was agreed to, so that it adds up.

import Languages
import Partners
package import Rules
package import Storage

extension Transaction {
    func paymentRequest(
        for payment: Payment, of order: Order, returnTo: PaymentReturn
    ) throws -> PaymentRequest {
        let agreement = try agreement(of: order.id)
        let quote = try agreement.decodedQuote()
        let products = try products()
        return PaymentRequest(
            requestID: payment.id.text, orderNumber: order.number,
            lines: quote.lines.map { line in
                PaymentRequest.Line(
                    name: products.name(of: line.product, in: agreement.language),
                    product: line.product, quantity: line.quantity, unitPrice: line.unitPrice)
            },
            shipping: quote.shipping, duty: quote.duty, tax: quote.tax, fees: quote.fees,
            total: quote.total, address: try agreement.decodedAddress(),
            language: agreement.language,
            costNames: PaymentRequest.CostNames(Phrases.of(agreement.language).checkout),
            agreedURL: returnTo.agreed,
            cancelledURL: returnTo.cancelled)
    }
}

extension PaymentRequest.CostNames {
    fileprivate init(_ say: CheckoutPhrases) {
        self.init(shipping: say.shipping, duty: "\(say.duty), \(say.fees)", tax: say.tax)
    }
}
