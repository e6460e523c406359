// An attempt to be paid for an order. Its request id never changes, so that a partner who is asked
// twice takes the money once.

package struct Payment: Identified, Hashable, Sendable {
    package static let idPrefix = "pay"

    package let id: ID<Payment>
    package let order: ID<Order>
    /// `paypal`; the name under which the partner is configured.
    package let method: String
    package let amount: Money
    package private(set) var state: State
    /// The partner's name for it, once there is one.
    package private(set) var reference: String?
    /// The partner's name for the money taken: what a refund is made against.
    package private(set) var capture: String?
    /// The partner's code for the last time it was declined: what the buyer is told.
    package private(set) var decline: String?
    package let created: Moment

    package init(
        id: ID<Payment>, order: ID<Order>, method: String, amount: Money, state: State = .created,
        reference: String? = nil, capture: String? = nil, decline: String? = nil, created: Moment
    ) {
        self.id = id
        self.order = order
        self.method = method
        self.amount = amount
        self.state = state
        self.reference = reference
        self.capture = capture
        self.decline = decline
        self.created = created
    }

    package enum State: String, Hashable, Sendable {
        case created
        /// The payer is on the partner's page.
        case offered
        /// The money is being taken; units are pinned until it is known what came of it.
        case capturing
        case captured
        case declined
        /// The partner didn't answer, or not clearly: asked again with the same request id.
        case unknown
        case abandoned
    }

    /// Money may be on its way, and nobody here knows.
    package var isInFlight: Bool { state == .capturing || state == .unknown }

    package enum Event: Hashable, Sendable {
        /// Some hours later the partner may give another name to what is asked under the same id.
        case offer(reference: String)
        case beginCapture
        case capture(String)
        case decline(code: String)
        case loseSight
        case abandon
        /// The payer hasn't agreed yet after all: back to waiting for them.
        case awaitPayer
    }

    /// Throws `orderStateForbids` for an event that can't happen now. A capture reported twice is
    /// the same capture; a different one for the same payment is our mistake.
    package mutating func apply(_ event: Event) throws(Refusal) {
        switch (state, event) {
        case (.created, .offer(let reference)), (.offered, .offer(let reference)),
            (.declined, .offer(let reference)):
            self.reference = reference
            state = .offered
        case (.offered, .beginCapture), (.declined, .beginCapture), (.unknown, .beginCapture),
            (.capturing, .beginCapture), (.abandoned, .beginCapture):
            state = .capturing
        case (.capturing, .capture(let capture)), (.unknown, .capture(let capture)):
            self.capture = capture
            decline = nil
            state = .captured
        case (.captured, .capture(let again)):
            precondition(again == capture, "one payment was captured twice: \(id)")
        case (.capturing, .decline(let code)), (.unknown, .decline(let code)),
            (.offered, .decline(let code)), (.declined, .decline(let code)):
            decline = code
            state = .declined
        case (.capturing, .loseSight), (.unknown, .loseSight):
            state = .unknown
        case (.capturing, .awaitPayer), (.unknown, .awaitPayer):
            state = .offered
        case (.created, .abandon), (.offered, .abandon), (.declined, .abandon),
            (.abandoned, .abandon):
            state = .abandoned
        default:
            throw .orderStateForbids(state: state.rawValue)
        }
    }
}

/// Money on its way back to a buyer. Never more, summed over a payment, than was captured.
package struct Refund: Identified, Hashable, Sendable {
    package static let idPrefix = "ref"

    package let id: ID<Refund>
    package let payment: ID<Payment>
    package let amount: Money
    package let reason: Reason
    package var state: State
    /// The partner's name for it.
    package var reference: String?
    package let created: Moment

    package init(
        id: ID<Refund>, payment: ID<Payment>, amount: Money, reason: Reason, state: State = .owed,
        reference: String? = nil, created: Moment
    ) {
        self.id = id
        self.payment = payment
        self.amount = amount
        self.reason = reason
        self.state = state
        self.reference = reference
        self.created = created
    }

    package enum State: String, Hashable, Sendable { case owed, made, refused }

    package enum Reason: String, Hashable, Sendable {
        /// The money came after the units had gone to somebody else.
        case late
        /// Another amount came than was agreed on.
        case wrongAmount
        case cancelled
        /// Units of an order that goes on didn't leave, or were lost.
        case calledOff = "called_off"
        case returned
    }
}
