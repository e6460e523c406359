// To tell the payment's partner that a parcel left, and under which number.

import Logging
import Partners
package import Rules
import Storage

extension Shop {
    /// Throws `PaymentUnsettled` while the partner doesn't answer. One that doesn't want to know is
    /// noted in the log, and not asked again: the parcel is on its way all the same.
    package func track(_ id: ID<Parcel>) async throws {
        let found = try await storage.read { reader -> (Shipment, Payment)? in
            guard let parcel = try reader.parcel(id),
                let payment = try reader.payments(of: parcel.order)
                    .last(where: { $0.state == .captured })
            else { return nil }
            return (parcel.shipment, payment)
        }
        guard let (shipment, payment) = found, let method = payments[payment.method],
            let reference = payment.reference, let capture = payment.capture
        else { return }
        let parcel = TrackedParcel(carrier: shipment.carrier, number: shipment.trackingNumber)
        switch await method.track(reference, capture: capture, parcel) {
        case .told: return
        case .refused(let code):
            log.warning("\(payment.method) doesn't take the tracking number of \(id): \(code)")
        case .unknown(let trouble):
            throw PaymentUnsettled(description: "the parcel couldn't be told of: \(trouble)")
        }
    }
}
