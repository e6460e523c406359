// The rules for batteries, and warehouses: shipping/batteries.yaml, shipping/warehouses.yaml.

import Rules

extension BatteryRule {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            BatteryRule(
                id: try fields.required("id").text(),
                unNumber: try fields.required("un_number").whole(1...9999),
                packingInstruction: try fields.required("packing_instruction").whole(1...9999),
                validity: try fields.validity(),
                mostMilliwattHours: try fields.required("most_watt_hours").milliwattHours(),
                mostBatteriesPerParcel: try fields.optional("most_batteries")?.whole(1...1000),
                mostNetGramsPerParcel: try fields.optional("most_net_grams")?.whole(1...100_000),
                mostParcels: try fields.optional("most_parcels")?.whole(1...1000),
                isCargoAircraftOnly: try fields.required("cargo_aircraft_only").flag(),
                batteriesWithoutMarks:
                    try fields.optional("batteries_without_marks")?.whole(0...1000),
                marks: try fields.texts("marks"), evidence: try fields.evidence())
        }
    }
}

extension Entry {
    /// Written in watt-hours, with up to three decimals.
    func milliwattHours() throws(RulebookFault) -> Int {
        let exact = try decimal() * Rational(1000)
        guard exact.denominator == 1, exact > .zero, exact < Rational(10_000_000) else {
            throw fault("watt-hours have at most three decimals")
        }
        return Int(exact.numerator)
    }

    func warehouse(
        _ calendars: [String: WorkingCalendar]
    ) throws(RulebookFault) -> Warehouse {
        try fields { fields throws(RulebookFault) in
            let name = try fields.required("calendar")
            guard let calendar = calendars[try name.text()] else {
                throw name.fault("there is no calendar of this name")
            }
            let minutes = try fields.required("utc_offset_minutes").whole(-720...840)
            return Warehouse(
                code: try fields.required("code").text(),
                country: try fields.required("country").country(),
                timeZone: try fields.required("time_zone").text(),
                offset: .minutes(Int64(minutes)), calendar: calendar,
                dispatchDays: try fields.required("dispatch_working_days").whole(1...60))
        }
    }
}
