// A parcel for tables that ask only in what state it is.
import Rules
import TestKit

extension Parcel {
    /// An order's only parcel, with nothing in it.
    static func lone(_ state: Parcel.State) -> Parcel {
        var chance = SeededChance(seed: 5)
        return Parcel(
            id: ID(at: Moment(seconds: 1), using: &chance),
            order: ID(at: Moment(seconds: 1), using: &chance), number: 1, items: [],
            shipment: Shipment(carrier: "x", trackingNumber: "1", day: Day(2015, 5, 19)!),
            state: state)
    }
}
