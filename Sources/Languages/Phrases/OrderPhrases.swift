// What the pages of an order say: where it stands, what was promised, and the way back.

package import Rules

package struct OrderPhrases: Sendable {
    package var listTitle: String
    package var none: String
    package var title: @Sendable (_ number: String) -> String
    package var state: @Sendable (Order.State) -> String
    package var placedOn: String
    package var unpaidText: String
    package var paymentOpen: String
    package var thanks: String
    package var paidText: String
    package var promise: String
    package var promiseText: @Sendable (_ day: String) -> String
    package var sent: String
    package var trackedBy: @Sendable (_ carrier: String, _ number: String) -> String
    package var deliveredOn: String
    package var lapsedText: String
    package var cancelledText: String
    package var refunds: String
    package var refundText: @Sendable (_ amount: String, Refund.State) -> String
    package var cancel: String
    package var cancelHint: String

    package var returnTitle: String
    package var returnUntil: @Sendable (_ day: String) -> String
    package var returnBefore: @Sendable (_ days: Int) -> String
    package var returnCost: @Sendable (_ cost: String) -> String
    package var returnNotSent: String
    package var product: String
    package var reason: @Sendable (Return.Reason) -> String
    package var askReturn: String
    package var returnState: @Sendable (Return.State) -> String
    package var address: String
}
