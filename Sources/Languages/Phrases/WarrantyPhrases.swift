// What the pages say about guarantees: the passport of a unit, a claim, and to hand it on. The law
// comes first wherever both are named.

package import Rules

package struct WarrantyPhrases: Sendable {
    // The passport
    package var passports: String
    package var passportsText: String
    package var none: String
    package var passport: @Sendable (_ number: String) -> String
    package var lawFirst: String
    /// Where the law gives no number of months.
    package var lawElsewhere: String
    package var byLaw: String
    package var byMaker: String
    package var until: @Sendable (_ day: String) -> String
    package var ranOut: @Sendable (_ day: String) -> String
    package var sparePart: String
    package var ended: String
    package var delivered: String
    package var order: String

    // The claim
    package var claimTitle: String
    package var claimText: @Sendable (_ days: Int) -> String
    package var moneyToBuyer: String
    package var descriptionHint: String
    package var noWish: String
    package var remedy: @Sendable (Claim.Remedy) -> String
    package var photosHint: @Sendable (_ most: Int, _ megabytes: Int) -> String
    package var addressTitle: String
    package var claimButton: String
    package var claim: @Sendable (_ number: String) -> String
    package var claims: String
    package var state: @Sendable (Claim.State) -> String
    package var asked: String
    package var answerBy: @Sendable (_ day: String) -> String
    package var reasonTitle: String
    package var lawStays: String
    package var sendIn: @Sendable (_ number: String) -> String
    package var keepIt: String
    package var onItsWay: String
    package var photo: @Sendable (_ position: Int) -> String

    // To hand it on
    package var handOnTitle: String
    package var handOnText: String
    package var handOnButton: String
    package var codeTitle: String
    package var codeText: @Sendable (_ address: String) -> String
    package var codeOnce: String
    package var takeTitle: String
    package var takeText: String
    package var takeButton: String
    package var taken: String

    // For the operator
    package var noClaims: String
    package var accept: String
    package var decline: String
    package var carryOut: String
    package var send: String
    package var wishes: @Sendable (_ wish: String) -> String
    package var checkReturn: @Sendable (_ number: String) -> String
}
