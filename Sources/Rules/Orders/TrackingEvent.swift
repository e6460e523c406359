// What a carrier says of a parcel, event by event, and what it means: the events may come late,
// twice or in another order, and mean the same.

package struct TrackingEvent: Hashable, Sendable {
    /// The carrier's own name for it: the same event is known again by this.
    package let id: String
    package let kind: Kind
    package let happened: Moment
    package let place: String

    package init(id: String, kind: Kind, happened: Moment, place: String) {
        self.id = id
        self.kind = kind
        self.happened = happened
        self.place = place
    }

    /// In the order in which they are expected.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case accepted, departed, customs
        case outForDelivery = "out_for_delivery"
        case delivered, lost, returned
    }
}

extension Collection<TrackingEvent> {
    /// The latest by the carrier's clock; of two in the same instant, the one that ends more.
    package var latest: TrackingEvent? {
        self.max { left, right in
            (left.happened, left.rank) < (right.happened, right.rank)
        }
    }

    /// What they make of a parcel; nil for nothing new.
    ///
    /// - Parameter reported: when somebody said that it doesn't come; a sign of life after that is
    ///   one.
    package func verdict(on parcel: Parcel, reported: Moment?) -> TrackingVerdict? {
        guard parcel.isUnderWay, let last = latest else { return nil }
        switch last.kind {
        case .delivered:
            // What the buyer contradicted is told once more by every answer.
            if parcel.isDisputed, let reported, last.happened <= reported { return nil }
            return .delivered(at: last.happened)
        case .lost: return parcel.state == .lost ? nil : .lost
        case .returned: return .returned
        case .accepted, .departed, .customs, .outForDelivery:
            // A carrier that goes on carrying it hasn't lost it.
            guard parcel.state != .onTheWay, let reported, last.happened > reported else {
                return nil
            }
            return .found
        }
    }
}

package enum TrackingVerdict: Hashable, Sendable {
    case delivered(at: Moment)
    case lost, returned, found
}

extension TrackingEvent {
    fileprivate var rank: Int { Kind.allCases.firstIndex(of: kind)! }
}
