// Goods on their way back: asked for in time, received and checked, then paid back.

package struct Return: Identified, Hashable, Sendable {
    package static let idPrefix = "rma"

    package let id: ID<Return>
    package let order: ID<Order>
    package let product: String
    package let quantity: Int
    package let reason: Reason
    package private(set) var state: State
    package let requested: Moment

    package init(
        id: ID<Return>, order: ID<Order>, product: String, quantity: Int, reason: Reason,
        state: State = .requested, requested: Moment
    ) {
        self.id = id
        self.order = order
        self.product = product
        self.quantity = quantity
        self.reason = reason
        self.state = state
        self.requested = requested
    }

    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// No reason is needed within the window.
        case changedMind = "changed_mind"
        case damaged
        case wrongItem = "wrong_item"
        case faulty
    }

    package enum State: String, Hashable, Sendable {
        case requested
        case received
        case refunded
    }
}

extension Order {
    /// Whether `quantity` units of `product` may be sent back when it is `today` in the market.
    /// `returned` counts the units of that product for which a return was already asked.
    package func allowReturn(
        of product: String, quantity: Int, lines: [OrderLine], returned: Int, today: Day
    ) throws(Refusal) {
        guard state == .delivered, let lastReturnDay else { throw .returnNotDelivered }
        guard today <= lastReturnDay else { throw .returnWindowClosed(lastDay: lastReturnDay) }
        let bought = lines.filter { $0.product == product }.reduce(0) { $0 + $1.quantity }
        guard bought > returned else { throw .nothingToReturn }
        guard (1...(bought - returned)).contains(quantity) else {
            throw .input([Fault(.quantity, .outOfRange(least: 1, most: bought - returned))])
        }
    }
}
