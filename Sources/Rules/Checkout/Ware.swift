// A product as customs and carriers see it: what it weighs, where it was made, which battery is in
// it, and its place in each tariff.

package struct Ware: Hashable, Sendable, Codable {
    /// The product's code in the shop: `power-bank-10400`.
    package var product: String
    /// Plain words for a customs declaration, with material and use, in English.
    package var description: String
    package var origin: Country
    /// One unit in its own package.
    package var weightGrams: Int
    package var millimetres: Dimensions?
    package var battery: Battery?
    /// What the maker's warranty makes of it.
    package var part: Part
    package var classes: [TariffClass]

    package init(
        product: String, description: String, origin: Country, weightGrams: Int,
        millimetres: Dimensions? = nil, battery: Battery? = nil, part: Part = .mainHardware,
        classes: [TariffClass]
    ) {
        self.product = product
        self.description = description
        self.origin = origin
        self.weightGrams = weightGrams
        self.millimetres = millimetres
        self.battery = battery
        self.part = part
        self.classes = classes
    }

    package enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        case mainHardware = "main_hardware"
        /// Straps, tips, cables and the like, sold by themselves: the law's guarantee covers them,
        /// the maker's warranty doesn't.
        case sparePart = "spare_part"
    }

    /// Where the product stands in a tariff on a day; nil when nobody has classified it.
    package func tariffClass(in tariff: String, on day: Day) -> TariffClass? {
        classes.first { $0.tariffs.contains(tariff) && $0.validity.contains(day) }
    }
}

package struct Dimensions: Hashable, Sendable, Codable {
    package var length: Int
    package var width: Int
    package var height: Int

    package init(length: Int, width: Int, height: Int) {
        self.length = length
        self.width = width
        self.height = height
    }
}

/// The place of a product in the tariffs of some countries, between two days.
package struct TariffClass: Hashable, Sendable, Codable {
    /// Names of tariffs, as in their files: `US`, `DE`.
    package var tariffs: [String]
    package var code: TariffCode
    package var validity: Validity
    package var evidence: Evidence

    package init(tariffs: [String], code: TariffCode, validity: Validity, evidence: Evidence) {
        self.tariffs = tariffs
        self.code = code
        self.validity = validity
        self.evidence = evidence
    }
}

/// Lithium, as dangerous goods rules see it.
package struct Battery: Hashable, Sendable, Codable {
    /// 3480: a battery alone; 3481: in, or beside, its device.
    package var unNumber: Int
    /// 965 to 967.
    package var packingInstruction: Int
    package var milliwattHours: Int
    package var cells: Int
    /// Batteries in one unit of the product.
    package var batteries: Int
    package var netGrams: Int
    package var isInEquipment: Bool
    /// Where the UN 38.3 test summary can be read; nil while there is none.
    package var testSummary: String?

    package init(
        unNumber: Int, packingInstruction: Int, milliwattHours: Int, cells: Int, batteries: Int,
        netGrams: Int, isInEquipment: Bool, testSummary: String? = nil
    ) {
        self.unNumber = unNumber
        self.packingInstruction = packingInstruction
        self.milliwattHours = milliwattHours
        self.cells = cells
        self.batteries = batteries
        self.netGrams = netGrams
        self.isInEquipment = isInEquipment
        self.testSummary = testSummary
    }
}
