// A carrier, as the shop sees it. None of the functions throws: what isn't known is an answer of
// its own, and the shop asks again.

package import Rules

package protocol Carrier: Sendable {
    /// Announces a parcel, and gets its number and what its label says. Asked again under the same
    /// `requestID`, it is the same parcel.
    func register(_ parcel: ParcelRequest) async -> Registered

    /// Everything the carrier has noted of a parcel.
    func track(_ number: String) async -> Tracking
}

package struct ParcelRequest: Hashable, Sendable {
    /// Stable: the order's number and the parcel's place in it.
    package let requestID: String
    /// Line by line, as the sender's country writes it.
    package let sender: [String]
    package let recipient: Address
    package let weightGrams: Int
    /// What must be on or with it: `lithium_battery_label`.
    package let marks: [String]
    package let contents: [Content]
    /// For customs, ahead of the parcel.
    package let taxNumbers: [TaxNumber]

    package init(
        requestID: String, sender: [String], recipient: Address, weightGrams: Int,
        marks: [String], contents: [Content], taxNumbers: [TaxNumber] = []
    ) {
        self.requestID = requestID
        self.sender = sender
        self.recipient = recipient
        self.weightGrams = weightGrams
        self.marks = marks
        self.contents = contents
        self.taxNumbers = taxNumbers
    }

    /// For customs.
    package struct Content: Hashable, Sendable {
        package let description: String
        package let quantity: Int
        package let value: Money
        package let heading: String?
        package let origin: Country?

        package init(
            description: String, quantity: Int, value: Money, heading: String?, origin: Country?
        ) {
            self.description = description
            self.quantity = quantity
            self.value = value
            self.heading = heading
            self.origin = origin
        }
    }
}

package enum Registered: Hashable, Sendable {
    case registered(trackingNumber: String, ParcelLabel)
    /// The carrier doesn't take it, and says why.
    case refused(String)
    /// It may have been registered: ask again under the same name.
    case unknown(String)
    /// Numbers of this carrier are typed in by whoever has them.
    case byHand
}

/// What is printed on a parcel besides the address.
package struct ParcelLabel: Hashable, Sendable, Codable {
    /// What its bar code says.
    package var barcode: String
    /// Where the carrier sorts it to.
    package var routing: String
    package var service: String

    package init(barcode: String, routing: String, service: String) {
        self.barcode = barcode
        self.routing = routing
        self.service = service
    }
}

package enum Tracking: Hashable, Sendable {
    case events([TrackingEvent])
    case notFound
    case unknown(String)
    /// This carrier's news is typed in.
    case byHand
}
