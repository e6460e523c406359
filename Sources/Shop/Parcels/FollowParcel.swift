// To follow a parcel: its carrier is asked for news until it has arrived. What it tells is kept
// first; what follows from it is worked out from all that was kept, so that it may come late, twice
// or in another order.

import Logging
import Partners
package import Rules
import Storage

/// Asked again with growing patience.
private struct TrackingUnclear: Error, CustomStringConvertible {
    let description: String
}

/// After so many days a parcel is no longer asked for: the buyer's rights have run long before.
private let longestFollowing = 90

extension Shop {
    /// Throws `TrackingUnclear` while the carrier doesn't answer, `JobLater` until the parcel is at
    /// rest.
    package func follow(_ id: ID<Parcel>) async throws {
        guard let parcel = try await storage.read({ try $0.parcel(id) }), parcel.isUnderWay,
            let carrier = carriers[parcel.shipment.carrier]
        else { return }
        switch await carrier.track(parcel.shipment.trackingNumber) {
        case .events(let events):
            try await hear(events, of: id)
            try await heed(trackingOf: id)
        case .unknown(let trouble): throw TrackingUnclear(description: trouble)
        case .notFound: break
        case .byHand: return
        }
        let now = clock.now()
        let after = try await storage.read { try $0.parcel(id) }
        guard let after, after.isUnderWay,
            Day(now) - parcel.shipment.day <= longestFollowing
        else { return }
        throw JobLater(at: now + settings.trackingPause)
    }

    private func hear(_ events: [TrackingEvent], of id: ID<Parcel>) async throws {
        let now = clock.now()
        try await storage.write { tx in _ = try tx.hear(events, of: id, at: now) }
    }

    /// Does what follows from everything that was heard of a parcel.
    func heed(trackingOf id: ID<Parcel>) async throws {
        let now = clock.now()
        try await storage.write { [self] tx in
            guard let found = try tx.parcel(id), var order = try tx.lock(found.order),
                var parcel = try tx.parcel(id)
            else { return }
            let events = try tx.trackingEvents(of: id)
            let reported = try tx.deadline(.parcelSearch, of: id.text)?.anchored
            let name = parcel.shipment.carrier
            switch events.verdict(on: parcel, reported: reported) {
            case nil: break
            case .delivered(let moment):
                let day = try returnTerms(of: order, in: tx).time.day(at: moment)
                // A carrier's clock may be wrong; the days that are possible aren't.
                let possible = min(max(day, parcel.shipment.day - 1), Day(now) + 1)
                try arrive(parcel, of: &order, on: possible, in: tx, at: now)
            case .lost: try judge(&parcel, .lost, by: name, in: tx, at: now)
            case .returned: try judge(&parcel, .returned, by: name, in: tx, at: now)
            case .found: try judge(&parcel, .found, by: name, in: tx, at: now)
            }
        }
    }
}
