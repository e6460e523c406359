// PayPal is told that the parcel left, and under which number: without it, a buyer who says that
// nothing came is believed.

import Logging
package import Rules

extension PayPal {
    package func track(
        _ reference: String, capture: String, _ parcel: TrackedParcel
    ) async -> Tracked {
        let answer = await connection.post(
            "/v2/checkout/orders/\(pathSegment(reference))/track",
            requestID: "track-\(capture)-\(parcel.number)".cut(to: 108),
            PayPalTracker(capture: pathSegment(capture), parcel))
        switch answer {
        case .accepted: return .told
        case .refused(let status, let error):
            if status == 409 || status == 401 || status == 403 {
                return .unknown("\(status) \(error.code)")
            }
            return .refused(error.code)
        case .unclear(let trouble): return .unknown(trouble)
        }
    }
}

struct PayPalTracker: Encodable {
    let capture: String
    /// The same again, and that it left: what PayPal's specification takes over from its older way
    /// of telling this, and still requires.
    let transaction: String
    var status = "SHIPPED"
    let number: String
    let carrier: String
    let carrierName: String?
    /// The buyer has our own letter.
    var notifiesPayer = false

    enum CodingKeys: String, CodingKey {
        case carrier, status
        case capture = "capture_id"
        case transaction = "transaction_id"
        case number = "tracking_number"
        case carrierName = "carrier_name_other"
        case notifiesPayer = "notify_payer"
    }

    init(capture: String, _ parcel: TrackedParcel) {
        self.capture = capture
        transaction = capture
        number = parcel.number.cut(to: 64)
        let name = parcel.carrier.uppercased().filter { $0.isASCII && $0.isLetter || $0.isNumber }
        if let known = Self.carriers[name] {
            carrier = known
            carrierName = nil
        } else {
            carrier = "OTHER"
            carrierName = parcel.carrier.cut(to: 64)
        }
    }

    /// PayPal has 1,276 names; these are the carriers that leave China for our markets.
    private static let carriers = [
        "DHL": "DHL", "DHLEXPRESS": "DHL", "UPS": "UPS", "FEDEX": "FEDEX", "USPS": "USPS",
        "ROYALMAIL": "ROYAL_MAIL", "DPD": "DPD", "GLS": "GLS", "COLISSIMO": "FR_COLIS",
        "LAPOSTE": "FR_COLIS", "DEUTSCHEPOST": "DE_DHL", "EMS": "CN_CHINA_POST_EMS",
        "CHINAPOST": "CN_CHINA_POST_EMS", "SFEXPRESS": "CN_SF_EXPRESS", "SF": "CN_SF_EXPRESS",
        "YANWEN": "YANWEN", "YUNEXPRESS": "YUNEXPRESS",
    ]
}
