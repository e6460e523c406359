// What the pages say after the sale: to withdraw, to send back, and what the operator makes of it.

package import Rules

package struct AftercarePhrases: Sendable {
    /// Below every page, in the words of the law where there is one.
    package var withdraw: String
    /// The same where it is only the store's promise.
    package var giveBack: String
    package var withdrawText: String
    package var goOn: String
    package var check: String
    package var orderNotFound: String
    package var wholeOrder: String
    package var units: @Sendable (_ product: String) -> String
    package var payWayBack: String
    package var wayBackFree: String
    package var keep: String
    /// The second step of the law.
    package var confirmWithdrawal: String
    package var confirmGivingBack: String
    package var receipt: String
    package var received: @Sendable (_ moment: String) -> String
    package var everything: String
    package var outcomeOpen: String
    package var outcomeCancelled: String
    package var outcomeReturning: @Sendable (_ number: String) -> String
    package var outcomeRefused: String
    package var receiptMailed: @Sendable (_ mail: String) -> String

    package var wayBack: String
    package var sendBy: @Sendable (_ day: String) -> String
    package var haveSent: String
    package var sentOn: String
    package var tellSent: String
    package var refundBy: @Sendable (_ day: String) -> String

    /// What the store found in the parcel, to its buyer.
    package var cameBack: @Sendable (_ condition: String) -> String
    package var keptBack: @Sendable (_ amount: String) -> String

    // Late
    package var dispatchMissed: @Sendable (_ day: String) -> String
    package var deliveryMissed: @Sendable (_ day: String) -> String
    package var silenceUntil: @Sendable (_ day: String) -> String
    package var waitLonger: String
    package var agreedToWait: String
    package var changeAddress: String
    package var changeAddressHint: String

    package var heldByCustoms: String

    // For the operator
    package var customs: String
    package var noCases: String
    package var customsState: @Sendable (CustomsCase.State) -> String
    package var customsEvent: @Sendable (CustomsEvent) -> String
    package var customsField: @Sendable (CustomsField) -> String
    package var customsGround: @Sendable (CustomsCase.Ground) -> String
    package var record: String
    package var evidence: String
    package var estimate: String
    package var assessed: String
    package var layersToLookAt: String
    package var papers: String
    package var pickList: String
    package var deadlines: String
    package var owed: String
    package var missed: String
    package var nothingOwed: String
    package var deadline: @Sendable (Deadline.Kind) -> String
    package var forecast: String
    package var pace: @Sendable (_ parcels: String) -> String
    package var broken: @Sendable (_ orders: Int) -> String
    package var forecastDay: String
    package var forecastPromised: String
    package var forecastLate: String
    package var tryAgain: String
    package var returns: String
    package var noReturns: String
    /// Where a return stands, to the operator.
    package var returnStage: @Sendable (Return.State) -> String
    package var refundDue: @Sendable (_ day: String) -> String
    package var condition: @Sendable (Return.Condition) -> String
    package var isChecked: String
    package var deductionHint: String
    package var photosHint: @Sendable (_ most: Int, _ megabytes: Int) -> String
    package var withdrawals: String
    package var withdrawalsText: String
    package var settled: String
}

/// What an operator writes down about a customs case.
package enum CustomsEvent: String, Hashable, Sendable, CaseIterable {
    case declare, release, challenge, answer, decide, protest, close
}

package enum CustomsField: String, Hashable, Sendable, CaseIterable {
    case what, reference, form, declarant, ground, duty, tax, fees
    case answerBy = "answer_by"
    case carrierFee = "carrier_fee"
}
