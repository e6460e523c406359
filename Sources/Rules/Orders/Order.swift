// An order: what a buyer agreed to pay, and what the shop owes for it. Its life is one enum and
// one function; each verb around it has a file of its own in Shop.

package struct Order: Identified, Hashable, Sendable {
    package static let idPrefix = "ord"

    package let id: ID<Order>
    /// What people read to each other: `F7K2-9QWD`.
    package let number: String
    package let account: ID<Account>
    package let sale: ID<Sale>
    package let market: Country
    package let total: Money
    package private(set) var state: State
    package let placed: Moment
    /// The last day on which all of it leaves, on the warehouse's calendar; fixed when placed.
    package let promise: Day
    /// The day the last of it left, in the warehouse's zone.
    package private(set) var dispatched: Day?
    /// The day the last of it was received, in the buyer's market.
    package private(set) var delivered: Day?
    /// The last day on which the buyer may ask to send it back; known from the delivery on.
    package private(set) var lastReturnDay: Day?

    package init(
        id: ID<Order>, number: String, account: ID<Account>, sale: ID<Sale>, market: Country,
        total: Money, state: State = .placed, placed: Moment, promise: Day,
        dispatched: Day? = nil, delivered: Day? = nil, lastReturnDay: Day? = nil
    ) {
        self.id = id
        self.number = number
        self.account = account
        self.sale = sale
        self.market = market
        self.total = total
        self.state = state
        self.placed = placed
        self.promise = promise
        self.dispatched = dispatched
        self.delivered = delivered
        self.lastReturnDay = lastReturnDay
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Agreed to, and waiting for the money while the units are held.
        case placed
        case paid
        /// Some of it has left, and some hasn't.
        case partlyDispatched = "partly_dispatched"
        case dispatched
        case delivered
        /// Unpaid when the hold ran out.
        case lapsed
        case cancelled

        /// Paid for, and neither cancelled nor lapsed: it owes its buyer the goods, and has their
        /// money.
        package var isKept: Bool {
            switch self {
            case .paid, .partlyDispatched, .dispatched, .delivered: true
            case .placed, .lapsed, .cancelled: false
            }
        }

        /// Whether something of it has to leave.
        package var isDue: Bool { self == .paid || self == .partlyDispatched }
        /// Whether something of it may be on its way.
        package var isOnTheWay: Bool { self == .partlyDispatched || self == .dispatched }
    }

    package enum Event: Hashable, Sendable {
        /// Only ever with the units of the order in hand.
        case pay
        case lapse
        /// With the refund owed, if money was taken.
        case cancel(refund: ID<Refund>?)
        /// On its way and lost, or later than the law allows: everything goes back.
        case giveUp(refund: ID<Refund>?)
        /// A parcel leaves; with how much has left then.
        case dispatch(Parcel, Fulfilment)
        /// Units that were lost, or came back undelivered, leave once more.
        case sendAgain(Fulfilment)
        /// What its carrier said was delivered isn't there, says its buyer.
        case dispute(Fulfilment)
        /// Some units don't come, and others do.
        case callOff(refund: ID<Refund>?, Fulfilment)
        /// The last of it was received.
        case deliver(Day, lastReturnDay: Day)
    }

    /// What the event makes of the order, and the work owed for it.
    /// Throws `orderStateForbids` for what can't happen now.
    package mutating func apply(_ event: Event) throws(Refusal) -> [Job] {
        switch (state, event) {
        // Late money is taken when the units could be reserved anew.
        case (.placed, .pay), (.lapsed, .pay):
            state = .paid
            return [.letter(.orderPaid, about: id.text)]
        case (.placed, .lapse):
            state = .lapsed
            return []
        case (.placed, .cancel), (.lapsed, .cancel):
            state = .cancelled
            return []
        case (.paid, .cancel(let refund)):
            guard let refund else { preconditionFailure("a paid order is cancelled with a refund") }
            state = .cancelled
            return [.refund(refund), .letter(.orderCancelled, about: id.text)]
        case (.dispatched, .giveUp(let refund)), (.partlyDispatched, .giveUp(let refund)):
            state = .cancelled
            return (refund.map { [.refund($0)] } ?? []) + [.letter(.orderCancelled, about: id.text)]
        case (.paid, .dispatch(let parcel, let fulfilment)),
            (.partlyDispatched, .dispatch(let parcel, let fulfilment)):
            follow(fulfilment)
            return [
                .letter(.orderDispatched, about: parcel.id.text), .track(parcel.id),
                .follow(parcel.id),
            ]
        case (.partlyDispatched, .sendAgain(let fulfilment)),
            (.dispatched, .sendAgain(let fulfilment)):
            follow(fulfilment)
            return []
        case (.partlyDispatched, .dispute(let fulfilment)), (.dispatched, .dispute(let fulfilment)),
            (.delivered, .dispute(let fulfilment)):
            follow(fulfilment)
            // Both begin anew with the delivery that was one.
            delivered = nil
            lastReturnDay = nil
            return []
        case (.partlyDispatched, .callOff(let refund, let fulfilment)),
            (.dispatched, .callOff(let refund, let fulfilment)):
            follow(fulfilment)
            return refund.map { [.refund($0)] } ?? []
        case (.dispatched, .deliver(let day, let lastReturnDay)):
            delivered = day
            self.lastReturnDay = lastReturnDay
            state = .delivered
            return [.letter(.orderDelivered, about: id.text)]
        default:
            throw .orderStateForbids(state: state.rawValue)
        }
    }

    private mutating func follow(_ fulfilment: Fulfilment) {
        // That the last of it has arrived is an event of its own, with its day.
        state = fulfilment.state == .delivered ? .dispatched : fulfilment.state
        dispatched =
            fulfilment.remaining.isEmpty
            ? fulfilment.parcels.filter(\.counts).map(\.shipment.day).max() : nil
    }
}

/// Units of one product in an order, from one reservation.
package struct OrderLine: Hashable, Sendable {
    package let reservation: ID<Reservation>
    package let product: String
    package let quantity: Int
    package let price: Money

    package init(reservation: ID<Reservation>, product: String, quantity: Int, price: Money) {
        self.reservation = reservation
        self.product = product
        self.quantity = quantity
        self.price = price
    }
}
