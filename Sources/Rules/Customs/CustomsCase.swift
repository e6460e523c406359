// What customs makes of a parcel, each by itself: from the estimate that binds the store, over the
// declaration, to what was assessed in the end, with every challenge between. Whatever more is
// wanted, the store bears it; the buyer has nothing to do.

package struct CustomsCase: Identified, Hashable, Sendable, Codable {
    package static let idPrefix = "cus"

    package let id: ID<CustomsCase>
    package let order: ID<Order>
    /// Nil for what left before parcels had cases of their own.
    package let parcel: ID<Parcel>?
    package let market: Country
    /// What the order was quoted, and the store has collected or taken on itself.
    package let quoted: Charges
    package private(set) var state: State
    package private(set) var declaration: Declaration?
    /// The last word of customs so far; nil until there is one.
    package private(set) var assessed: Charges?
    /// What carriers and brokers billed for their work, in all.
    package private(set) var carrierFees: Money
    package private(set) var challenge: Challenge?
    /// The day of the last decision.
    package private(set) var decided: Day?

    package init(
        id: ID<CustomsCase>, order: ID<Order>, parcel: ID<Parcel>? = nil, market: Country,
        quoted: Charges
    ) {
        self.id = id
        self.order = order
        self.parcel = parcel
        self.market = market
        self.quoted = quoted
        state = .quoted
        carrierFees = .zero(quoted.duty.currency)
    }

    package enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case quoted, declared, released, challenged, answered, decided, protested, final
    }

    package struct Charges: Hashable, Sendable, Codable {
        package var duty: Money
        package var tax: Money
        package var fees: Money
        /// By heading, where customs says so.
        package var lines: [Line]

        package init(duty: Money, tax: Money, fees: Money, lines: [Line] = []) {
            self.duty = duty
            self.tax = tax
            self.fees = fees
            self.lines = lines
        }

        package var total: Money { duty + tax + fees }

        package struct Line: Hashable, Sendable, Codable {
            package var heading: String
            package var duty: Money
            package var tax: Money
            /// What they are worth; known of what was quoted.
            package var goods: Money?

            package init(heading: String, duty: Money, tax: Money, goods: Money? = nil) {
                self.heading = heading
                self.duty = duty
                self.tax = tax
                self.goods = goods
            }
        }
    }

    package struct Declaration: Hashable, Sendable, Codable {
        /// The entry number, or the MRN.
        package var reference: String
        package var form: Form
        package var day: Day
        package var declarant: String

        package init(reference: String, form: Form, day: Day, declarant: String) {
            self.reference = reference
            self.form = form
            self.day = day
            self.declarant = declarant
        }
    }

    package enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case h7, h1, type01, type11, type13, cn22, cn23
    }

    package struct Challenge: Hashable, Sendable, Codable {
        package var reference: String
        package var ground: Ground
        package var received: Day
        package var answerBy: Day
        /// What customs wants instead.
        package var claimed: Charges

        package init(
            reference: String, ground: Ground, received: Day, answerBy: Day, claimed: Charges
        ) {
            self.reference = reference
            self.ground = ground
            self.received = received
            self.answerBy = answerBy
            self.claimed = claimed
        }
    }

    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case classification, value, origin, quantity, splitting, compliance
    }

    package enum Event: Hashable, Sendable {
        case declare(Declaration)
        case release(Charges, fee: Money, on: Day)
        case challenge(Challenge)
        case answer(on: Day)
        case decide(Charges, fee: Money, on: Day)
        case protest(on: Day)
        case close

        package var name: String {
            switch self {
            case .declare: "declare"
            case .release: "release"
            case .challenge: "challenge"
            case .answer: "answer"
            case .decide: "decide"
            case .protest: "protest"
            case .close: "close"
            }
        }
    }

    /// What moved for the store by an event: against it where it is more than nothing.
    package struct Movement: Hashable, Sendable {
        package let difference: Int64
        package let fee: Int64
    }

    /// Throws `orderStateForbids` for what can't happen now.
    package mutating func apply(_ event: Event) throws(Refusal) -> Movement {
        let before = borne
        var fee = Money.zero(carrierFees.currency)
        switch (state, event) {
        case (.quoted, .declare(let declaration)):
            self.declaration = declaration
            state = .declared
        case (.declared, .release(let charges, let charged, let day)):
            (assessed, decided, fee) = (charges, day, charged)
            state = .released
        // Held at the border, challenged afterwards, and challenged again.
        case (.declared, .challenge(let challenge)), (.released, .challenge(let challenge)),
            (.decided, .challenge(let challenge)):
            self.challenge = challenge
            state = .challenged
        case (.challenged, .answer): state = .answered
        case (.challenged, .decide(let charges, let charged, let day)),
            (.answered, .decide(let charges, let charged, let day)),
            (.protested, .decide(let charges, let charged, let day)):
            (assessed, decided, fee) = (charges, day, charged)
            state = .decided
        case (.released, .protest), (.decided, .protest): state = .protested
        case (.released, .close), (.decided, .close): state = .final
        default: throw .orderStateForbids(state: state.rawValue)
        }
        carrierFees += fee
        return Movement(difference: borne - before, fee: fee.minor)
    }

    /// What customs wants beyond the quote, in minor units; below nought when it wants less.
    package var borne: Int64 { assessed.map { ($0.total - quoted.total).minor } ?? 0 }

    /// Whether the parcel waits at the border.
    package var isHeld: Bool {
        (state == .challenged || state == .answered) && decided == nil
    }
}

/// A market's times at customs.
package struct CustomsTimes: Hashable, Sendable {
    /// Days after a decision in which it can be protested against.
    package var protestDays: Int
    /// Days after which nobody comes back to it.
    package var finalDays: Int
    package var finalFrom: FinalAnchor

    package init(protestDays: Int, finalDays: Int, finalFrom: FinalAnchor) {
        self.protestDays = protestDays
        self.finalDays = finalDays
        self.finalFrom = finalFrom
    }

    package enum FinalAnchor: String, Hashable, Sendable, CaseIterable {
        case declaration, decision
    }
}
