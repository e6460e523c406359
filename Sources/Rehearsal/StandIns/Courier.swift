// The carrier of a rehearsed shop: it takes every parcel, and tells of it what it was told to.

package import Partners
import Rules
import Synchronization

package final class Courier: Carrier {
    package static let name = "EMS"
    private let news = Mutex<[String: [TrackingEvent]]>([:])

    package func register(_ parcel: ParcelRequest) async -> Registered {
        let number = "EE\(parcel.requestID)CN"
        return .registered(
            trackingNumber: number,
            ParcelLabel(
                barcode: number, routing: "\(parcel.recipient.country.code) 04", service: "ePacket")
        )
    }

    package func track(_ number: String) async -> Tracking {
        news.withLock { $0[number].map(Tracking.events) ?? .notFound }
    }

    func tell(_ kind: TrackingEvent.Kind, of number: String, in place: String, at moment: Moment) {
        news.withLock {
            $0[number, default: []].append(
                TrackingEvent(
                    id: "\(number)-\(kind.rawValue)", kind: kind, happened: moment, place: place))
        }
    }
}
