// Goods on their way back: declared in time, sent by a permitted way, received and checked, then
// paid back. Its life is one enum and one function, as an order's is.

package struct Return: Identified, Hashable, Sendable {
    package static let idPrefix = "rma"

    package let id: ID<Return>
    /// What people write on the parcel and read to each other: `R-F7K2-9QWD`.
    package let number: String
    package let order: ID<Order>
    package let items: [Item]
    package let reason: Reason
    package let way: Way
    package private(set) var state: State
    package let requested: Moment
    /// The day on which the buyer showed that the parcel left.
    package private(set) var sent: Day?
    package private(set) var check: Check?
    package private(set) var refund: ID<Refund>?

    package init(
        id: ID<Return>, number: String, order: ID<Order>, items: [Item], reason: Reason, way: Way,
        state: State = .requested, requested: Moment, sent: Day? = nil, check: Check? = nil,
        refund: ID<Refund>? = nil
    ) {
        self.id = id
        self.number = number
        self.order = order
        self.items = items
        self.reason = reason
        self.way = way
        self.state = state
        self.requested = requested
        self.sent = sent
        self.check = check
        self.refund = refund
    }

    package struct Item: Hashable, Sendable, Codable {
        package let product: String
        package let quantity: Int

        package init(_ product: String, _ quantity: Int) {
            self.product = product
            self.quantity = quantity
        }
    }

    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// No reason is needed within the window.
        case changedMind = "changed_mind"
        case damaged
        case wrongItem = "wrong_item"
        case faulty

        /// Whether the store sent what it shouldn't have: then it pays for everything.
        package var isOurFault: Bool { self != .changedMind }
    }

    package enum Way: Hashable, Sendable {
        /// By a method of the rules, for a cost that was told before.
        case sent(method: String, cost: Money, by: Bearer)
        /// No carrier takes it: the buyer keeps it, and is paid back all the same.
        case kept
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case requested
        /// The buyer has shown that the parcel left.
        case sent
        /// Checked, and the money is owed.
        case received
        case refunded
    }

    /// What the store found when it opened the parcel.
    package struct Check: Hashable, Sendable {
        package let day: Day
        package let condition: Condition
        package let note: String
        /// Kept back for value lost by more than trying the goods out.
        package let deduction: Money

        package init(day: Day, condition: Condition, note: String, deduction: Money) {
            self.day = day
            self.condition = condition
            self.note = note
            self.deduction = deduction
        }
    }

    package enum Condition: String, Hashable, Sendable, CaseIterable {
        case asNew = "as_new"
        case triedOut = "tried_out"
        case used
        case damaged
        case incomplete
        /// Nothing was to be sent.
        case notSent = "not_sent"
    }

    package enum Event: Hashable, Sendable {
        case send(Day)
        case receive(Check, refund: ID<Refund>?)
        case payBack
    }

    /// What the event makes of the return, and the work owed for it.
    /// Throws `orderStateForbids` for what can't happen now.
    package mutating func apply(_ event: Event) throws(Refusal) -> [Job] {
        switch (state, event) {
        case (.requested, .send(let day)) where way != .kept:
            sent = day
            state = .sent
            return []
        case (.requested, .receive(let check, let refund)),
            (.sent, .receive(let check, let refund)):
            self.check = check
            self.refund = refund
            // Where nothing is left to pay back, nothing is waited for.
            state = refund == nil ? .refunded : .received
            return [.letter(.returnReceived, about: id.text)] + (refund.map { [.refund($0)] } ?? [])
        case (.received, .payBack):
            state = .refunded
            return []
        default:
            throw .orderStateForbids(state: state.rawValue)
        }
    }
}

extension Order {
    /// Whether these may be sent back. `units` counts those of each product that the buyer has (or
    /// that are on their way, where nothing is wrong with them), `returned` those for which a
    /// return was already asked; `isOpen` says that the window is.
    package func allowReturn(
        of items: [Return.Item], reason: Return.Reason, units: [String: Int],
        returned: [String: Int], isOpen: Bool
    ) throws(Refusal) {
        // The right begins with the contract: what is on its way can be given back, too.
        let isThere =
            state == .delivered
            || (state.isOnTheWay && (!reason.isOurFault || !units.isEmpty))
        guard isThere else { throw .returnNotDelivered }
        if let lastReturnDay, !isOpen { throw .returnWindowClosed(lastDay: lastReturnDay) }
        let left = units.merging(returned) { $0 - $1 }
        guard left.values.contains(where: { $0 > 0 }), !items.isEmpty else {
            throw .nothingToReturn
        }
        guard Set(items.map(\.product)).count == items.count else {
            throw .input([Fault(.product, .malformed)])
        }
        for item in items {
            guard let most = left[item.product], most > 0 else { throw .nothingToReturn }
            guard (1...most).contains(item.quantity) else {
                throw .input([Fault(.quantity, .outOfRange(least: 1, most: most))])
            }
        }
    }
}
