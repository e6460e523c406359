// Into how many parcels a basket must be split: battery rules of the day, and what a method carries.

package struct ParcelPlan: Hashable, Sendable, Codable {
    package var parcels: [Parcel]

    package struct Parcel: Hashable, Sendable, Codable {
        package var items: [Item]
        /// With its box.
        package var weightGrams: Int
        /// Volume of the goods in cubic millimetres; nil where a product's size isn't known.
        package var cubicMillimetres: Int?
        package var batteries: Int
        package var isCargoAircraftOnly: Bool
        /// What must be on or with the parcel: `shippers_declaration`, `class_9_label`.
        package var marks: [String]
    }

    package struct Item: Hashable, Sendable, Codable {
        package var product: String
        package var quantity: Int
    }
}

/// The dangerous goods rule for one kind of battery between two days.
package struct BatteryRule: Hashable, Sendable {
    package var id: String
    package var unNumber: Int
    package var packingInstruction: Int
    package var validity: Validity
    package var mostMilliwattHours: Int
    /// Nil where the number doesn't matter.
    package var mostBatteriesPerParcel: Int?
    package var mostNetGramsPerParcel: Int?
    package var isCargoAircraftOnly: Bool
    package var marks: [String]
    package var evidence: Evidence

    package init(
        id: String, unNumber: Int, packingInstruction: Int, validity: Validity,
        mostMilliwattHours: Int, mostBatteriesPerParcel: Int?, mostNetGramsPerParcel: Int?,
        isCargoAircraftOnly: Bool, marks: [String], evidence: Evidence
    ) {
        self.id = id
        self.unNumber = unNumber
        self.packingInstruction = packingInstruction
        self.validity = validity
        self.mostMilliwattHours = mostMilliwattHours
        self.mostBatteriesPerParcel = mostBatteriesPerParcel
        self.mostNetGramsPerParcel = mostNetGramsPerParcel
        self.isCargoAircraftOnly = isCargoAircraftOnly
        self.marks = marks
        self.evidence = evidence
    }
}
