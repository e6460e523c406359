// A country the store sells to: everything about it that is data, and may change without a release.

package struct Market: Hashable, Sendable {
    package var country: Country
    /// Prices, quotes and payments of this market are in it; nothing is converted while viewing.
    package var currency: Currency
    /// The first is the one a visitor gets who asks for none of them.
    package var languages: [Language]
    package var taxDisplay: TaxDisplay
    package var address: AddressForm
    /// What the button that places an order says, per language; the law dictates it in the EU.
    package var orderButton: [Language: String]
    package var returns: [ReturnPolicy]
    package var guarantees: [Guarantee]
    /// In the order they are offered; the first is preferred: `paypal`, `card`.
    package var paymentMethods: [String]
    package var notices: [LegalNotice]
    /// The destination that a product page assumes before there is an address.
    package var typicalDestination: Destination
    /// The name of the duty and tax rules: `US`, `EU-DE`.
    package var tariff: String
    /// What its buyers' clocks show, where nothing else is said of their state.
    package var localTime: LocalTime
    package var localTimes: [String: LocalTime]
    /// Days from the order in which the law wants it delivered; nil where it doesn't say.
    package var deliveryDays: Int?
    /// Days for which a buyer who says nothing agrees to a first delay of the dispatch; nil where
    /// the law doesn't ask for that choice.
    package var delayDays: Int?
    package var customs: CustomsTimes
    package var repairs: [RepairTerm]
    /// Days in which somebody who claims a guarantee gets an answer.
    package var claimDays: Int
    /// Days from the delivery in which a buyer can say that it never came.
    package var reportDays: Int
    package var recovery: [RecoveryRule]
    package var retention: [RetentionRule]

    package init(
        country: Country, currency: Currency, languages: [Language], taxDisplay: TaxDisplay,
        address: AddressForm, orderButton: [Language: String], returns: [ReturnPolicy],
        guarantees: [Guarantee], paymentMethods: [String], notices: [LegalNotice],
        typicalDestination: Destination, tariff: String, localTime: LocalTime = .utc,
        localTimes: [String: LocalTime] = [:], deliveryDays: Int? = nil, delayDays: Int? = nil,
        customs: CustomsTimes = CustomsTimes(
            protestDays: 180, finalDays: 1096, finalFrom: .declaration),
        repairs: [RepairTerm] = [], claimDays: Int = 14, reportDays: Int = 30,
        recovery: [RecoveryRule] = [], retention: [RetentionRule] = []
    ) {
        self.country = country
        self.currency = currency
        self.languages = languages
        self.taxDisplay = taxDisplay
        self.address = address
        self.orderButton = orderButton
        self.returns = returns
        self.guarantees = guarantees
        self.paymentMethods = paymentMethods
        self.notices = notices
        self.typicalDestination = typicalDestination
        self.tariff = tariff
        self.localTime = localTime
        self.localTimes = localTimes
        self.deliveryDays = deliveryDays
        self.delayDays = delayDays
        self.customs = customs
        self.repairs = repairs
        self.claimDays = claimDays
        self.reportDays = reportDays
        self.recovery = recovery
        self.retention = retention
    }

    /// The clock at an address: that of the state, the westernmost where a state has two.
    package func localTime(at subdivision: String?) -> LocalTime {
        subdivision.flatMap { localTimes[$0] } ?? localTime
    }

    /// Whether a price is shown with the tax of the country in it.
    package enum TaxDisplay: String, Hashable, Sendable, Codable, CaseIterable {
        case included, excluded
    }

    package func notices(_ kind: LegalNotice.Kind, on day: Day) -> [LegalNotice] {
        notices.filter { $0.kind == kind && $0.validity.contains(day) }
    }

    package func returnPolicy(on day: Day) -> ReturnPolicy? {
        returns.first { $0.validity.contains(day) }
    }

    /// What the law gives first, then what the maker adds.
    package func guarantees(on day: Day) -> [Guarantee] {
        guarantees.filter { $0.validity.contains(day) }.sorted { $0.grantor < $1.grantor }
    }

    /// What holds for a product: a spare part has what the law gives it, and nothing else.
    package func guarantees(on day: Day, for part: Ware.Part) -> [Guarantee] {
        guarantees(on: day).filter { $0.grantor == .law || part == .mainHardware }
    }

    package func repairTerm(on day: Day) -> RepairTerm? {
        repairs.first { $0.validity.contains(day) }
    }
}

/// Where a parcel goes, as far as duty, tax and freight depend on it.
package struct Destination: Hashable, Sendable, Codable {
    package var country: Country
    /// A state's code where the market has them: `CA`.
    package var subdivision: String?
    package var postcode: String?

    package init(country: Country, subdivision: String? = nil, postcode: String? = nil) {
        self.country = country
        self.subdivision = subdivision
        self.postcode = postcode
    }

    package init(_ address: Address) {
        self.init(
            country: address.country, subdivision: address.subdivision, postcode: address.postcode)
    }
}

/// A text the law or honesty wants on a page, in force between two days.
package struct LegalNotice: Hashable, Sendable {
    package var kind: Kind
    package var validity: Validity
    package var text: [Language: String]
    /// The official form that must be shown unmodified beside the text, where there is one: the
    /// name of its picture.
    package var picture: [Language: String]
    package var evidence: Evidence

    package init(
        kind: Kind, validity: Validity, text: [Language: String],
        picture: [Language: String] = [:], evidence: Evidence
    ) {
        self.kind = kind
        self.validity = validity
        self.text = text
        self.picture = picture
        self.evidence = evidence
    }

    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Beside a price: whether tax and delivery are in it.
        case priceDisplay = "price_display"
        /// Before the order: duty and tax are paid by the store, nothing is due at the door.
        case dutiesPaid = "duties_paid"
        /// The right to change one's mind, its days and how to use it.
        case withdrawal
        /// Who pays for the way back, and how much.
        case returnCost = "return_cost"
        /// What the law guarantees, told before what the maker adds.
        case guarantee
        /// What a repair adds to the guarantee.
        case repair
        /// When goods must leave or arrive, and what the buyer may do otherwise.
        case delivery
        /// How old batteries and devices are taken back.
        case disposal
    }
}
