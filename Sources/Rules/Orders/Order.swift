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
    /// The last day on which the parcel leaves, on the warehouse's calendar; fixed when placed.
    package let promise: Day
    package private(set) var shipment: Shipment?
    /// The day the parcel was received, in the buyer's market.
    package private(set) var delivered: Day?
    /// The last day on which the buyer may ask to send it back; known from the delivery on.
    package private(set) var lastReturnDay: Day?

    package init(
        id: ID<Order>, number: String, account: ID<Account>, sale: ID<Sale>, market: Country,
        total: Money, state: State = .placed, placed: Moment, promise: Day,
        shipment: Shipment? = nil, delivered: Day? = nil, lastReturnDay: Day? = nil
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
        self.shipment = shipment
        self.delivered = delivered
        self.lastReturnDay = lastReturnDay
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Agreed to, and waiting for the money while the units are held.
        case placed
        case paid
        case dispatched
        case delivered
        /// Unpaid when the hold ran out.
        case lapsed
        case cancelled
    }

    package enum Event: Hashable, Sendable {
        /// Only ever with the units of the order in hand.
        case pay
        case lapse
        /// With the refund owed, if money was taken.
        case cancel(refund: ID<Refund>?)
        /// On its way and lost, or later than the law allows: everything goes back.
        case giveUp(refund: ID<Refund>?)
        case dispatch(Shipment)
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
        case (.dispatched, .giveUp(let refund)):
            state = .cancelled
            return (refund.map { [.refund($0)] } ?? []) + [.letter(.orderCancelled, about: id.text)]
        case (.paid, .dispatch(let shipment)):
            self.shipment = shipment
            state = .dispatched
            return [.letter(.orderDispatched, about: id.text), .track(id)]
        case (.dispatched, .deliver(let day, let lastReturnDay)):
            delivered = day
            self.lastReturnDay = lastReturnDay
            state = .delivered
            return [.letter(.orderDelivered, about: id.text)]
        default:
            throw .orderStateForbids(state: state.rawValue)
        }
    }
}

/// A parcel on its way.
package struct Shipment: Hashable, Sendable {
    package let carrier: String
    package let trackingNumber: String
    /// The day it left, in the warehouse's zone.
    package let day: Day

    package init(carrier: String, trackingNumber: String, day: Day) {
        self.carrier = carrier
        self.trackingNumber = trackingNumber
        self.day = day
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
