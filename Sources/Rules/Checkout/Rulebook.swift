// Every rule that is data, as one value: what a quote is computed from. Shop reads it from files.

package struct Rulebook: Hashable, Sendable {
    /// A digest of all the files it was read from: the same version gives the same quote.
    package var version: String
    package var markets: [Country: Market]
    package var tariffs: [String: Tariff]
    package var rates: [RateSet]
    package var methods: [ShippingMethod]
    package var batteryRules: [BatteryRule]
    package var warehouses: [Warehouse]
    package var wares: [String: Ware]
    /// What a product costs in a market where no sale says otherwise, without tax.
    package var listPrices: [String: [Country: Money]]
    package var gates: [Gate] { didSet { gatesOfProduct = Self.byProduct(gates) } }
    private var gatesOfProduct: [String: [Gate]]
    package var salesTaxes: [StateTax]
    /// Title and address of each source that the rules name.
    package var sources: [String: Source]
    /// A parcel's own box and padding.
    package var boxGrams: Int
    /// Official notices as they were drawn (SVG), by the name under which a market asks for them.
    package var pictures: [String: String]

    package init(
        version: String, markets: [Country: Market], tariffs: [String: Tariff], rates: [RateSet],
        methods: [ShippingMethod], batteryRules: [BatteryRule], warehouses: [Warehouse],
        wares: [String: Ware], listPrices: [String: [Country: Money]], gates: [Gate],
        salesTaxes: [StateTax], sources: [String: Source],
        boxGrams: Int, pictures: [String: String] = [:]
    ) {
        self.version = version
        self.markets = markets
        self.tariffs = tariffs
        self.rates = rates
        self.methods = methods
        self.batteryRules = batteryRules
        self.warehouses = warehouses
        self.wares = wares
        self.listPrices = listPrices
        self.gates = gates
        gatesOfProduct = Self.byProduct(gates)
        self.salesTaxes = salesTaxes
        self.sources = sources
        self.boxGrams = boxGrams
        self.pictures = pictures
    }

    package struct Source: Hashable, Sendable, Codable {
        package var title: String
        package var url: String

        package init(title: String, url: String) {
            self.title = title
            self.url = url
        }
    }

    package func market(_ country: Country) throws(Refusal) -> Market {
        guard let market = markets[country] else { throw .marketUnknown }
        return market
    }

    private static func byProduct(_ gates: [Gate]) -> [String: [Gate]] {
        Dictionary(grouping: gates, by: \.product)
    }

    /// The first open gate of a product in a market: the reason why it is withheld there.
    package func openGate(_ product: String, in market: Country, on day: Day) -> Gate? {
        gatesOfProduct[product]?.first { $0.market == market && $0.isOpen(on: day) }
    }

    /// The products among these that are withheld in a market, each with the first reason.
    package func openGates(
        for products: some Sequence<String>, in market: Country, on day: Day
    ) -> [Gate] {
        products.sorted().compactMap { openGate($0, in: market, on: day) }
    }
}

/// The rates by which one authority converts, for the days it says; apart from any rate of a bank.
package struct RateSet: Hashable, Sendable {
    package var authority: String
    package var validity: Validity
    /// Units of each currency for one of `base`.
    package var base: Currency
    package var rates: [Currency: Rational]
    package var evidence: Evidence

    package init(
        authority: String, validity: Validity, base: Currency, rates: [Currency: Rational],
        evidence: Evidence
    ) {
        self.authority = authority
        self.validity = validity
        self.base = base
        self.rates = rates
        self.evidence = evidence
    }
}

/// A state's sales tax: collected only where the store is registered.
package struct StateTax: Hashable, Sendable {
    package var market: Country
    package var subdivision: String
    package var isRegistered: Bool
    package var rate: Rational
    package var taxesShipping: Bool
    /// Sales in twelve months from which the store must register; nil where the state has no tax.
    package var nexus: Money?
    package var nexusOrders: Int?
    package var validity: Validity
    package var evidence: Evidence

    package init(
        market: Country, subdivision: String, isRegistered: Bool, rate: Rational,
        taxesShipping: Bool, nexus: Money?, nexusOrders: Int?, validity: Validity,
        evidence: Evidence
    ) {
        self.market = market
        self.subdivision = subdivision
        self.isRegistered = isRegistered
        self.rate = rate
        self.taxesShipping = taxesShipping
        self.nexus = nexus
        self.nexusOrders = nexusOrders
        self.validity = validity
        self.evidence = evidence
    }
}
