// What is said where the shop's markets end, what may hold a sale back, and how goods come back.

package struct BorderPhrases: Sendable {
    // Outside the markets
    package var anotherCountry: String
    package var notSoldTo: @Sendable (_ country: String) -> String
    package var notSoldThere: String
    package var soldTo: @Sendable (_ countries: String) -> String
    package var wishIntro: String
    package var wishButton: String
    package var tellMe: String
    package var wishSentTitle: String
    package var wishSent: @Sendable (_ mail: String) -> String
    package var wishTitle: @Sendable (_ country: String) -> String
    package var wishText: String
    package var wishConfirm: String
    package var wishConfirmed: String
    package var wishWithdraw: String
    package var wishWithdrawn: String

    // To be told of the next sale, where the shop sells
    package var tellTitle: String
    package var tellIntro: String
    package var tellProduct: String
    package var anyProduct: String
    package var tellButton: String
    package var tellAccount: @Sendable (_ mail: String) -> String
    /// The links that lead there.
    package var tellOfSale: String
    package var tellWhenOpen: String
    package var tellWhenSold: String
    /// Behind the link in the letter.
    package var callTitle: String
    package var callText: String
    package var callConfirmed: String

    /// Shown while a sale waits for an operator.
    package var heldBack: String
    package var waysBack: String
    package var officialNotice: String
    package var guaranteeTitle: String
}
