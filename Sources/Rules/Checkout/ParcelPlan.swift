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

extension ParcelPlan {
    /// Fills as few parcels as the heaviest-first rule finds, within what the method and the battery
    /// rules of the day allow. Nil when some product can't go this way at all.
    static func plan(
        _ lines: [Basket.Line], by method: ShippingMethod, on day: Day, rules: Rulebook
    ) -> ParcelPlan? {
        var packing = Packing(method: method, boxGrams: rules.boxGrams)
        let units = lines.flatMap { Array(repeating: $0.ware, count: $0.quantity) }
            .sorted { ($1.weightGrams, $0.product) < ($0.weightGrams, $1.product) }
        guard units.count <= mostUnitsPacked else { return nil }
        var choices: [String: [BatteryRule]] = [:]
        for ware in Set(units) {
            guard let battery = ware.battery else { continue }
            guard method.accepts.unNumbers.contains(battery.unNumber) else { return nil }
            let rules = rules.batteryRules.filter { $0.covers(battery, on: day) }
            guard !rules.isEmpty else { return nil }
            choices[ware.product] = rules
        }
        for ware in units {
            guard packing.put(ware, under: choices[ware.product]?.first) else { return nil }
        }
        // The simple section of a rule may not be for so many parcels: then its next one is, for all.
        for rule in packing.exceeded {
            for (product, rules) in choices where rules.first == rule {
                guard rules.count > 1 else { return nil }
                choices[product]?.removeFirst()
            }
        }
        guard !packing.exceeded.isEmpty else { return ParcelPlan(parcels: packing.parcels) }
        packing = Packing(method: method, boxGrams: rules.boxGrams)
        for ware in units {
            guard packing.put(ware, under: choices[ware.product]?.first) else { return nil }
        }
        return packing.exceeded.isEmpty ? ParcelPlan(parcels: packing.parcels) : nil
    }
}

/// More units than any order of a limited sale has; the bound keeps the packing quick.
private let mostUnitsPacked = 1000
