// What the checkout says: where to, how, for how much, and what pressing the button means.

package struct CheckoutPhrases: Sendable {
    package var title: String
    package var stepAddress: String
    package var stepReview: String
    package var stepPay: String
    package var addressTitle: String
    package var example: @Sendable (_ text: String) -> String
    package var countryFixed: @Sendable (_ country: String) -> String
    package var choose: String
    package var methodTitle: String
    package var methodDays: @Sendable (_ fewest: Int, _ most: Int) -> String
    package var toReview: String

    package var reviewTitle: String
    package var deliverTo: String
    package var changeAddress: String
    package var goods: String
    package var shipping: String
    package var duty: String
    package var tax: String
    package var fees: String
    package var total: String
    package var binding: String
    package var howComputed: String
    package var rule: String
    package var rate: String
    package var base: String
    package var amount: String
    package var borneByUs: String
    package var toBeConfirmed: String
    package var promise: @Sendable (_ day: String) -> String
    package var payWith: @Sendable (_ method: String) -> String
    package var payHint: String
    package var emptyTitle: String
    package var emptyText: String
}
