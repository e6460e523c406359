// What the pages say of parcels: to the buyer who waits for them, and to the operator who sends
// them.

package import Rules

package struct ParcelPhrases: Sendable {
    package var title: String
    package var parcel: @Sendable (_ number: Int) -> String
    package var state: @Sendable (Parcel.State) -> String
    /// What its carrier said last.
    package var tracking: @Sendable (TrackingEvent.Kind) -> String
    /// The warehouse.
    package var left: @Sendable (_ day: String) -> String
    /// What is still in the warehouse.
    package var stillHere: String
    package var leavesBy: @Sendable (_ day: String) -> String
    package var calledOff: String
    package var expected: @Sendable (_ day: String) -> String
    package var reportMissing: String
    package var searchedUntil: @Sendable (_ day: String) -> String
    /// Of what was delivered, says its carrier.
    package var reportUntil: @Sendable (_ day: String) -> String
    package var saysDelivered: @Sendable (_ day: String) -> String
    /// With what the store found out.
    package var found: @Sendable (_ finding: String) -> String
    /// The button and its hint, where a part has left.
    package var cancelRest: String
    package var cancelRestHint: String
    package var onTheWayText: String

    // For the operator
    package var underWay: String
    package var searchedFor: @Sendable (_ since: String, _ days: Int) -> String
    package var registerWith: @Sendable (_ carrier: String) -> String
    package var label: String
    package var verdict: @Sendable (ParcelChoice) -> String
}

/// What an operator makes of a parcel that doesn't arrive.
package enum ParcelChoice: String, Hashable, Sendable, CaseIterable {
    case missing, found, lost, returned
    case sendAgain = "send_again"
    case refund

    /// What can be chosen for a parcel as it is.
    package static func offered(for state: Parcel.State) -> [ParcelChoice] {
        switch state {
        case .onTheWay: [.missing, .lost, .returned]
        case .missing: [.found, .lost, .returned]
        case .lost: [.sendAgain, .refund, .found, .returned]
        case .returned: [.sendAgain, .refund]
        case .delivered, .replaced, .refunded: []
        }
    }
}
