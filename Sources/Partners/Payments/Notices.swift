// What comes from a partner unasked, before and after it is believed; and its books.

package import Rules

/// A notice as it came over the wire, in anybody's name.
package struct RawNotice: Sendable {
    /// By their names in small letters.
    package let headers: [String: String]
    package let body: [UInt8]

    /// Far above what any partner sends.
    package static let mostBytes = 256 * 1024

    package init(headers: [String: String], body: [UInt8]) {
        self.headers = headers
        self.body = body
    }
}

package enum Heard: Hashable, Sendable {
    case genuine(HeardNotice)
    case forged(String)
    /// It can't be told yet; the partner sends it again.
    case unknown(String)
}

package struct HeardNotice: Hashable, Sendable {
    /// The partner's own id of it.
    package let event: String
    package let kind: String
    package let about: Subject
    /// When it happened, by the partner's clock.
    package let happened: Moment
    package let matter: Matter

    package enum Matter: Hashable, Sendable {
        /// Something about a payment moved: ask.
        case payment
        /// Money went back.
        case refund
        /// Money that had gone back came back to us: by the partner's name for the refund.
        case refundFailed(String)
        case dispute(DisputedMoney)
        case other
    }

    /// What it is about, by whichever of its names it tells.
    package struct Subject: Hashable, Sendable {
        /// Ours: the request id under which the payment was begun.
        package var request: String?
        /// The partner's names for the payment and for the money taken.
        package var reference: String?
        package var capture: String?

        package init(request: String? = nil, reference: String? = nil, capture: String? = nil) {
            self.request = request
            self.reference = reference
            self.capture = capture
        }
    }

    package init(
        event: String, kind: String, about: Subject, happened: Moment, matter: Matter
    ) {
        self.event = event
        self.kind = kind
        self.about = about
        self.happened = happened
        self.matter = matter
    }
}

package struct DisputedMoney: Hashable, Sendable {
    package let reference: String
    package let amount: Money
    package let reason: String
    package let state: Dispute.State

    package init(reference: String, amount: Money, reason: String, state: Dispute.State) {
        self.reference = reference
        self.amount = amount
        self.reason = reason
        self.state = state
    }
}

package enum Statement: Hashable, Sendable {
    case lines([StatementLine])
    case unavailable(String)
}

/// One movement in a partner's books.
package struct StatementLine: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case captured, refunded, other }

    package let kind: Kind
    /// The partner's name for the money taken or given back.
    package let id: String
    package let about: HeardNotice.Subject
    /// Always positive.
    package let amount: Money
    /// What the partner kept for itself.
    package let fee: Money?
    package let happened: Moment

    package init(
        kind: Kind, id: String, about: HeardNotice.Subject, amount: Money, fee: Money?,
        happened: Moment
    ) {
        self.kind = kind
        self.id = id
        self.about = about
        self.amount = amount
        self.fee = fee
        self.happened = happened
    }
}
