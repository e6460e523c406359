// A parcel: some units of an order on their way under one number. An order may leave in several,
// because the rules for batteries ask for it or because the shelves do.

package struct Parcel: Identified, Hashable, Sendable {
    package static let idPrefix = "pcl"

    package let id: ID<Parcel>
    package let order: ID<Order>
    /// The first of an order is 1.
    package let number: Int
    package let items: [ParcelPlan.Item]
    package let shipment: Shipment
    package private(set) var state: State
    /// The day it was received, in the buyer's market; while it is searched for, the day on which
    /// its carrier says that it was.
    package private(set) var delivered: Day?
    /// Where it was found, after its buyer had said that it never came.
    package private(set) var finding: String?

    package init(
        id: ID<Parcel>, order: ID<Order>, number: Int, items: [ParcelPlan.Item],
        shipment: Shipment, state: State = .onTheWay, delivered: Day? = nil,
        finding: String? = nil
    ) {
        self.id = id
        self.order = order
        self.number = number
        self.items = items
        self.shipment = shipment
        self.state = state
        self.delivered = delivered
        self.finding = finding
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case onTheWay = "on_the_way"
        /// Somebody said that it doesn't come, and it is searched for.
        case missing
        case delivered
        case lost
        /// It couldn't be delivered, and is back.
        case returned
        /// Lost or returned, and its units leave once more.
        case replaced
        /// Its units don't come any more; what was paid for them goes back.
        case refunded
    }

    package enum Event: Hashable, Sendable {
        case report, find, lose, comeBack
        case deliver(Day, finding: String? = nil)
        case replace, giveUp
    }

    /// Throws `orderStateForbids` for what can't happen now.
    package mutating func apply(_ event: Event) throws(Refusal) {
        switch (state, event) {
        case (.onTheWay, .report), (.delivered, .report): state = .missing
        case (.missing, .find), (.lost, .find):
            // Still carried: whoever said that it was delivered was wrong.
            delivered = nil
            state = .onTheWay
        case (.onTheWay, .lose), (.missing, .lose): state = .lost
        case (.onTheWay, .comeBack), (.missing, .comeBack), (.lost, .comeBack): state = .returned
        // What was given up for lost may still come.
        case (.onTheWay, .deliver(let day, let finding)),
            (.missing, .deliver(let day, let finding)), (.lost, .deliver(let day, let finding)):
            delivered = day
            self.finding = finding
            state = .delivered
        case (.lost, .replace), (.returned, .replace): state = .replaced
        case (.onTheWay, .giveUp), (.missing, .giveUp), (.lost, .giveUp), (.returned, .giveUp):
            state = .refunded
        default: throw .orderStateForbids(state: state.rawValue)
        }
    }

    /// Whether its units are those that the order waits for, or has.
    package var counts: Bool { state != .replaced && state != .refunded }

    /// Whether something is still expected of its carrier.
    package var isUnderWay: Bool { state == .onTheWay || state == .missing || state == .lost }

    /// Whether its carrier says that it was delivered, and its buyer that it never came.
    package var isDisputed: Bool { delivered != nil && (state == .missing || state == .lost) }
}

/// With whom a parcel travels, and since when.
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
