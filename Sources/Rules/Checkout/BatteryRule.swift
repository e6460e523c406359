// What the dangerous goods regulations of a day demand of a parcel with batteries in it.

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
    /// How many such parcels one consignment may have; beyond it the next rule is tried.
    package var mostParcels: Int?
    package var isCargoAircraftOnly: Bool
    /// Up to so many batteries a parcel needs no marks; nil where it always does.
    package var batteriesWithoutMarks: Int?
    package var marks: [String]
    package var evidence: Evidence

    package init(
        id: String, unNumber: Int, packingInstruction: Int, validity: Validity,
        mostMilliwattHours: Int, mostBatteriesPerParcel: Int?, mostNetGramsPerParcel: Int?,
        mostParcels: Int?, isCargoAircraftOnly: Bool, batteriesWithoutMarks: Int?, marks: [String],
        evidence: Evidence
    ) {
        self.id = id
        self.unNumber = unNumber
        self.packingInstruction = packingInstruction
        self.validity = validity
        self.mostMilliwattHours = mostMilliwattHours
        self.mostBatteriesPerParcel = mostBatteriesPerParcel
        self.mostNetGramsPerParcel = mostNetGramsPerParcel
        self.mostParcels = mostParcels
        self.isCargoAircraftOnly = isCargoAircraftOnly
        self.batteriesWithoutMarks = batteriesWithoutMarks
        self.marks = marks
        self.evidence = evidence
    }

    func covers(_ battery: Battery, on day: Day) -> Bool {
        unNumber == battery.unNumber && packingInstruction == battery.packingInstruction
            && battery.milliwattHours <= mostMilliwattHours && validity.contains(day)
    }
}
