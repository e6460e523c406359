// Everything that goes wrong in a simulated sale, and how often it did.

package enum Mishap: String, CaseIterable, Sendable {
    // The machine
    case diedReading = "the machine died before it read"
    case diedWriting = "the machine died before it wrote"
    case diedCommitting = "the machine died before its commit"
    case diedCommitted = "the machine died after its commit, before the answer"
    case diedAsking = "the machine died before it asked a partner"
    case diedAnswered = "the machine died with a partner’s answer, before it was written down"
    case commitLost = "a commit was lost with its connection"
    case commitUnheard = "a commit was made, and its connection lost"
    case storageBusy = "the database had no time"
    case clockBack = "the clock was set back"
    case clockAhead = "the clock was set ahead"
    // The network
    case askedTwice = "a request came twice"
    case outOfOrder = "a request overtook others"
    case answerLost = "an answer was lost on its way"
    // The partners
    case shut = "the payment partner couldn’t be reached"
    case declined = "a capture was declined"
    case lineDead = "a capture timed out, and nothing was taken"
    case lineWentDead = "a capture timed out, and the money was taken"
    case pending = "a capture was left pending"
    case staleRead = "the partner didn’t know yet what it had taken"
    case refundLineDead = "a refund timed out, and nothing was given back"
    case refundLineWentDead = "a refund timed out, and the money was given back"
    case moneyUnasked = "money came that nobody had asked for"
    case withdrawn = "a payer withdrew"
    case mailAway = "no mail could be sent"
    // Others
    case meanwhile = "somebody acted while a partner was asked"
    case brake = "the brake was pulled"
    case beaconMissing = "the value of a beacon never came"
}

/// What simulated sales met, added up.
package struct Tally: Hashable, Sendable {
    package var sales = 0
    package var steps = 0
    package var requests = 0
    package var starts = 0
    package var mishaps: [Mishap: Int] = [:]
    /// How often each request was answered how: `reserve: all_held`.
    package var answers: [String: Int] = [:]
    package var units = 0
    package var sold = 0
    package var ordersPaid = 0
    package var refunds = 0

    package init() {}

    package static func += (sum: inout Tally, more: Tally) {
        sum.sales += more.sales
        sum.steps += more.steps
        sum.requests += more.requests
        sum.starts += more.starts
        sum.mishaps.merge(more.mishaps, uniquingKeysWith: +)
        sum.answers.merge(more.answers, uniquingKeysWith: +)
        sum.units += more.units
        sum.sold += more.sold
        sum.ordersPaid += more.ordersPaid
        sum.refunds += more.refunds
    }

    package var neverMet: [Mishap] { Mishap.allCases.filter { mishaps[$0] == nil } }
}
