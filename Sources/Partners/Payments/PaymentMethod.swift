// A way to be paid, as the shop sees it; each partner is a folder beside this file. None of the
// functions throws: what isn't known is an answer of its own, and the shop asks again.

package import Rules

package protocol PaymentMethod: Sendable {
    /// Tells the partner what is owed. Asked again under the same `requestID`, it is the same.
    func begin(_ request: PaymentRequest) async -> Begun

    /// Takes the money a payer has agreed to pay. Asked again under the same `requestID`, it is
    /// taken once.
    func capture(_ reference: String, requestID: String, expecting: Money) async -> CaptureOutcome

    /// What the partner knows of a payment.
    func read(_ reference: String) async -> ProviderState

    /// Gives back all or some of a capture. Asked again under the same `requestID`, once.
    func refund(
        _ capture: String, amount: Money, requestID: String, note: String
    ) async -> RefundOutcome

    /// Lets go of what the payer agreed to and the shop won't take: a card's hold, an open page.
    func release(_ reference: String, requestID: String) async -> Released

    /// Tells the partner that the parcel left: it stands by the seller when a buyer complains.
    func track(_ reference: String, capture: String, _ parcel: TrackedParcel) async -> Tracked

    /// Whether what came in the partner's name is the partner's, and what it says.
    func hear(_ notice: RawNotice, at now: Moment) async -> Heard

    /// What a notice says that was heard before. Nil when it can't be read.
    func understand(_ body: String) -> HeardNotice?

    /// Every movement of money in the partner's books from the one moment to the other.
    func statement(from: Moment, to: Moment) async -> Statement
}

/// A partner that has no more to offer than money is a partner all the same.
extension PaymentMethod {
    package func release(_ reference: String, requestID: String) async -> Released { .released }
    package func track(
        _ reference: String, capture: String, _ parcel: TrackedParcel
    ) async -> Tracked { .told }
    package func hear(_ notice: RawNotice, at now: Moment) async -> Heard { .forged("not set up") }
    package func understand(_ body: String) -> HeardNotice? { nil }
    package func statement(from: Moment, to: Moment) async -> Statement {
        .unavailable("it keeps no books that we can read")
    }
}

/// What is owed, and for what. The amounts sum up exactly.
package struct PaymentRequest: Hashable, Sendable {
    /// Stable: the payment's id.
    package let requestID: String
    package let orderNumber: String
    package let lines: [Line]
    package let shipping: Money
    package let duty: Money
    package let tax: Money
    package let fees: Money
    package let total: Money
    package let address: Address
    package let language: Language
    package let costNames: CostNames
    package let agreedURL: String
    package let cancelledURL: String

    package struct Line: Hashable, Sendable {
        package let name: String
        package let product: String
        package let quantity: Int
        package let unitPrice: Money

        package init(name: String, product: String, quantity: Int, unitPrice: Money) {
            self.name = name
            self.product = product
            self.quantity = quantity
            self.unitPrice = unitPrice
        }
    }

    /// What the costs around the goods are called in the payer's language, for a partner whose
    /// page has no words of its own for them.
    package struct CostNames: Hashable, Sendable {
        package let shipping: String
        package let duty: String
        package let tax: String

        package init(shipping: String, duty: String, tax: String) {
            self.shipping = shipping
            self.duty = duty
            self.tax = tax
        }
    }

    package init(
        requestID: String, orderNumber: String, lines: [Line], shipping: Money, duty: Money,
        tax: Money, fees: Money, total: Money, address: Address, language: Language,
        costNames: CostNames = CostNames(shipping: "Shipping", duty: "Duty", tax: "Tax"),
        agreedURL: String, cancelledURL: String
    ) {
        let goods = lines.reduce(Money.zero(total.currency)) { $0 + $1.unitPrice * $1.quantity }
        precondition(goods + shipping + duty + tax + fees == total, "a payment must add up")
        self.requestID = requestID
        self.orderNumber = orderNumber
        self.lines = lines
        self.shipping = shipping
        self.duty = duty
        self.tax = tax
        self.fees = fees
        self.total = total
        self.address = address
        self.language = language
        self.costNames = costNames
        self.agreedURL = agreedURL
        self.cancelledURL = cancelledURL
    }
}

package enum Begun: Hashable, Sendable {
    /// The partner's name for the payment, and the page where the payer agrees.
    case begun(reference: String, approveURL: String)
    case unavailable(String)
}

package enum CaptureOutcome: Hashable, Sendable {
    /// The partner's name for the money, how much came, and what the partner keeps of it where it
    /// says so at once; its books say it in any case (`statement`).
    case captured(String, Money, fee: Money? = nil)
    case declined(String)
    /// The payer hasn't agreed, or must agree again.
    case needsApproval
    case pending(String)
    /// The money may have been taken: read it back, or ask again under the same name.
    case unknown(String)
}

package enum ProviderState: Hashable, Sendable {
    case created
    /// Nothing was taken, and the payer may try again: the code of the last attempt.
    case declined(String)
    case approved
    case captured(String, Money, fee: Money? = nil)
    case pending(String)
    case voided
    case notFound
    case unknown(String)
}

package enum RefundOutcome: Hashable, Sendable {
    case refunded(String, Money)
    case refused(String)
    case unknown(String)
}

package enum Released: Hashable, Sendable {
    case released
    /// Money was taken after all: read it back.
    case taken
    case unknown(String)
}

package enum Tracked: Hashable, Sendable {
    case told
    case refused(String)
    case unknown(String)
}

package struct TrackedParcel: Hashable, Sendable {
    package let carrier: String
    package let number: String

    package init(carrier: String, number: String) {
        self.carrier = carrier
        self.number = number
    }
}
