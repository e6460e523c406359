// Into how many parcels a basket must be split: battery rules of the day, and what a method
// carries.

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

        package init(product: String, quantity: Int) {
            self.product = product
            self.quantity = quantity
        }
    }
}

extension ParcelPlan {
    /// How many parcels the goods need on a day, by a method; nil where it isn't known, or where
    /// the method doesn't take them.
    package static func count(
        of lines: [Basket.Line], by method: String, on day: Day, rules: Rulebook
    ) -> Int? {
        rules.methods.first { $0.code == method }
            .flatMap { plan(lines, by: $0, on: day, rules: rules)?.parcels.count }
    }

    /// Fills as few parcels as the heaviest-first rule finds, within what the method and the
    /// battery rules of the day allow. Nil when some product can't go this way at all.
    static func plan(
        _ lines: [Basket.Line], by method: ShippingMethod, on day: Day, rules: Rulebook
    ) -> ParcelPlan? {
        guard var piles = piles(lines, for: method, on: day, rules: rules) else { return nil }
        // A simple section of the regulations may not be for so many parcels: then the next one
        // that covers the battery is, for all of that kind. Each round takes a section away.
        while true {
            var packing = Packing(
                method: method, boxGrams: rules.boxGrams, batteryRules: rules.batteryRules)
            for pile in piles {
                for _ in 0..<pile.quantity {
                    guard packing.put(pile.ware, under: pile.sections.first) else { return nil }
                }
            }
            let exceeded = packing.exceeded
            guard !exceeded.isEmpty else { return ParcelPlan(parcels: packing.parcels) }
            for index in piles.indices where exceeded.contains(piles[index].sections.first ?? -1) {
                piles[index].sections.removeFirst()
                guard !piles[index].sections.isEmpty else { return nil }
            }
        }
    }

    /// Units of one product, with the battery rules that cover it, the simplest first.
    private struct Pile {
        let ware: Ware
        var quantity: Int
        /// Places in the rulebook's list.
        var sections: [Int] = []
    }

    private static func piles(
        _ lines: [Basket.Line], for method: ShippingMethod, on day: Day, rules: Rulebook
    ) -> [Pile]? {
        var piles: [Pile] = []
        for line in lines {
            if let known = piles.firstIndex(where: { $0.ware.product == line.ware.product }) {
                piles[known].quantity += line.quantity
                continue
            }
            var pile = Pile(ware: line.ware, quantity: line.quantity)
            if let battery = line.ware.battery {
                guard method.accepts.unNumbers.contains(battery.unNumber) else { return nil }
                pile.sections = rules.batteryRules.indices.filter {
                    rules.batteryRules[$0].covers(battery, on: day)
                }
                guard !pile.sections.isEmpty else { return nil }
            }
            piles.append(pile)
        }
        guard piles.reduce(0, { $0 + $1.quantity }) <= mostUnitsPacked else { return nil }
        return piles.sorted {
            ($1.ware.weightGrams, $0.ware.product) < ($0.ware.weightGrams, $1.ware.product)
        }
    }
}

/// More units than any order of a limited sale has; the bound keeps the packing quick.
private let mostUnitsPacked = 1000
