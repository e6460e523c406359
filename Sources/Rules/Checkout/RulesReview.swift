// What an operator must look at before a sale opens: rules that end soon, rules that nobody has
// confirmed, and rules that aren't known.

package struct RulesReview: Hashable, Sendable {
    package var expiring: [Item]
    package var unconfirmed: [Item]
    package var unknown: [Item]

    package struct Item: Hashable, Sendable {
        package var tariff: String
        package var layer: String
        package var validity: Validity
        package var note: String?
        package var sources: [String]
    }

    /// The rules in force on a day, of the tariffs that markets use.
    ///
    /// - Parameter days: how far ahead "soon" is.
    package init(_ rulebook: Rulebook, on day: Day, days: Int = 90) {
        let tariffs = Set(rulebook.markets.values.map(\.tariff)).sorted()
        (expiring, unconfirmed, unknown) = ([], [], [])
        for name in tariffs {
            for layer in rulebook.tariffs[name]?.layers ?? []
            where layer.validity.contains(day) {
                let item = Item(
                    tariff: name, layer: layer.id, validity: layer.validity,
                    note: layer.evidence.note, sources: layer.evidence.sources)
                if let to = layer.validity.to, to <= day + days { expiring.append(item) }
                if case .unknown = layer.rule {
                    unknown.append(item)
                } else if layer.evidence.confidence == .low {
                    unconfirmed.append(item)
                }
            }
        }
    }
}
