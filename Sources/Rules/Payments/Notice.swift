// What a payment partner tells the shop unasked: that a payer agreed, that money came, went back or
// is disputed. Notices come twice, late and in any order, so none of them proves anything: each is
// a reason to ask the partner.

package struct Notice: Identified, Hashable, Sendable {
    package static let idPrefix = "ntc"

    package let id: ID<Notice>
    /// `paypal`; who sent it.
    package let method: String
    /// The partner's own id of it: the same one is heard once, however often it comes.
    package let event: String
    /// The partner's name for what happened: `PAYMENT.CAPTURE.COMPLETED`.
    package let kind: String
    /// As it came, once it was proved to be the partner's. Emptied when it was heeded: it tells
    /// more of the buyer than the shop has to know.
    package private(set) var body: String
    package let received: Moment
    package private(set) var state: State
    /// What was done about it, for the operator.
    package private(set) var outcome: String

    package init(
        id: ID<Notice>, method: String, event: String, kind: String, body: String,
        received: Moment, state: State = .heard, outcome: String = ""
    ) {
        self.id = id
        self.method = method
        self.event = event
        self.kind = kind
        self.body = body
        self.received = received
        self.state = state
        self.outcome = outcome
    }

    package enum State: String, Hashable, Sendable {
        case heard
        case heeded
        /// About nothing of ours.
        case strange
    }

    package mutating func heed(as state: State, _ outcome: String) {
        self.state = state
        self.outcome = outcome
        if state == .heeded { body = "" }
    }

    /// Kept so long after it was heeded: as long as any partner sends one again, and far beyond.
    package static let keepsFor = Span.days(90)
}

/// Money that a buyer claims back through the partner or the bank.
package struct Dispute: Hashable, Sendable {
    /// The partner's name for it.
    package let reference: String
    package let payment: ID<Payment>
    package let amount: Money
    package let reason: String
    package var state: State
    package let opened: Moment
    /// The partner's time of the latest we know of it: an older notice that comes later is old.
    package var changed: Moment

    package init(
        reference: String, payment: ID<Payment>, amount: Money, reason: String, state: State,
        opened: Moment, changed: Moment
    ) {
        self.reference = reference
        self.payment = payment
        self.amount = amount
        self.reason = reason
        self.state = state
        self.opened = opened
        self.changed = changed
    }

    package enum State: String, Hashable, Sendable { case open, won, lost }
}
