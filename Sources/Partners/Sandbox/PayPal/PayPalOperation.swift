// What can be asked of the stand-in for PayPal, and go wrong.

package enum PayPalOperation: String, Hashable, Sendable, CaseIterable {
    case token, create, readOrder, capture, readCapture, refund, readRefund
    case track, certificate, transactions
}
