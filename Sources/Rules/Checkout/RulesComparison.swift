// What is different between two rulebooks, layer by layer, for the operator to read before it
// counts.

package struct RulesComparison: Hashable, Sendable {
    package var from: String
    package var to: String
    package var changes: [Change]

    package struct Change: Hashable, Sendable {
        /// `tariff DE`, `market FR`, `method express`.
        package var place: String
        /// The layer's or the thing's name.
        package var name: String
        package var kind: Kind

        package enum Kind: String, Hashable, Sendable {
            case added, removed, changed
        }
    }

    package init(from old: Rulebook, to new: Rulebook) {
        from = old.version
        to = new.version
        changes = []
        for name in Set(old.tariffs.keys).union(new.tariffs.keys).sorted() {
            compare(
                "tariff \(name)", byName(old.tariffs[name]?.layers ?? [], \.id),
                byName(new.tariffs[name]?.layers ?? [], \.id))
        }
        compare(
            "market", byName(Array(old.markets.values), \.country.code),
            byName(Array(new.markets.values), \.country.code))
        compare("method", byName(old.methods, \.code), byName(new.methods, \.code))
        compare("battery rule", byName(old.batteryRules, \.id), byName(new.batteryRules, \.id))
        compare("warehouse", byName(old.warehouses, \.code), byName(new.warehouses, \.code))
        compare("product", old.wares, new.wares)
        compare("list price", old.listPrices, new.listPrices)
        compare("gate", byName(old.gates, \.name), byName(new.gates, \.name))
        compare("sales tax", byName(old.salesTaxes, \.name), byName(new.salesTaxes, \.name))
        compare("rates", byName(old.rates, \.name), byName(new.rates, \.name))
    }

    private mutating func compare<Thing: Equatable>(
        _ place: String, _ old: [String: Thing], _ new: [String: Thing]
    ) {
        for name in Set(old.keys).union(new.keys).sorted() {
            switch (old[name], new[name]) {
            case (nil, _): changes.append(Change(place: place, name: name, kind: .added))
            case (_, nil): changes.append(Change(place: place, name: name, kind: .removed))
            case (let before, let after) where before != after:
                changes.append(Change(place: place, name: name, kind: .changed))
            default: continue
            }
        }
    }
}

private func byName<Thing>(_ things: [Thing], _ name: (Thing) -> String) -> [String: Thing] {
    Dictionary(things.map { (name($0), $0) }) { first, _ in first }
}

extension Gate {
    fileprivate var name: String { "\(requirement) \(product) \(market)" }
}

extension StateTax {
    fileprivate var name: String { "\(market).\(subdivision)" }
}

extension RateSet {
    fileprivate var name: String { "\(authority) \(validity.from?.description ?? "always")" }
}
