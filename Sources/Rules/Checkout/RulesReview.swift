// What an operator must look at before a sale opens: rules that end soon, rules that nobody has
// confirmed, and rules that aren't known.

package struct RulesReview: Hashable, Sendable {
    package var expiring: [Item]
    package var unconfirmed: [Item]
    package var unknown: [Item]

    package struct Item: Hashable, Sendable {
        /// Where it is: a tariff's name, `proof`, `method express`, `calendar CN`.
        package var place: String
        package var name: String
        package var validity: Validity
        package var note: String?
        package var sources: [String]
    }

    /// The rules in force on a day, of the tariffs that markets use.
    ///
    /// - Parameter days: how far ahead "soon" is.
    package init(_ rulebook: Rulebook, on day: Day, days: Int = 90) {
        (expiring, unconfirmed, unknown) = ([], [], [])
        for item in rulebook.reviewed where item.item.validity.contains(day) {
            if let to = item.item.validity.to, to <= day + days { expiring.append(item.item) }
            switch item.kind {
            case .unknown: unknown.append(item.item)
            case .unconfirmed: unconfirmed.append(item.item)
            case nil: continue
            }
        }
    }
}

extension Rulebook {
    /// Everything with days and evidence, and what is doubtful in it.
    fileprivate var reviewed: [(item: RulesReview.Item, kind: RuleDoubt.Kind?)] {
        layers + tables + proofs + notices + recovery + calendarYears
    }

    private var layers: [(RulesReview.Item, RuleDoubt.Kind?)] {
        Set(markets.values.map(\.tariff)).sorted().flatMap { name in
            (tariffs[name]?.layers ?? []).map { layer in
                let kind: RuleDoubt.Kind? =
                    if case .unknown = layer.rule { .unknown } else { layer.evidence.doubt }
                return (item(name, layer.id, layer.validity, layer.evidence), kind)
            }
        }
    }

    private var tables: [(RulesReview.Item, RuleDoubt.Kind?)] {
        methods.flatMap { method in
            method.tables.map { table in
                let countries = table.countries.map(\.code).joined(separator: ", ")
                return (
                    item("method \(method.code)", countries, table.validity, table.evidence),
                    table.evidence.doubt
                )
            }
        }
            + batteryRules.map {
                (item("battery rules", $0.id, $0.validity, $0.evidence), $0.evidence.doubt)
            }
    }

    /// A proof that ends opens its gate: nothing is sold from that day on.
    private var proofs: [(RulesReview.Item, RuleDoubt.Kind?)] {
        gates.compactMap { gate in
            gate.proof.map { proof in
                let name = "\(gate.requirement) of \(gate.product) in \(gate.market)"
                return (
                    RulesReview.Item(
                        place: "proof", name: name, validity: proof.validity, note: proof.file,
                        sources: []), nil
                )
            }
        }
    }

    private var notices: [(RulesReview.Item, RuleDoubt.Kind?)] {
        markets.values.sorted { $0.country < $1.country }.flatMap { market in
            market.notices.map {
                let place = "notice \(market.country)"
                return (item(place, $0.kind.rawValue, $0.validity, $0.evidence), $0.evidence.doubt)
            }
        }
    }

    private var recovery: [(RulesReview.Item, RuleDoubt.Kind?)] {
        markets.values.sorted { $0.country < $1.country }.flatMap { market in
            let place = "recovery \(market.country)"
            return market.recovery.map { rule in
                let name = "\(rule.charge.rawValue) \(rule.way.rawValue)"
                return (item(place, name, .always, rule.evidence), rule.evidence.doubt)
            }
        }
    }

    private var calendarYears: [(RulesReview.Item, RuleDoubt.Kind?)] {
        warehouses.compactMap { warehouse in
            guard let year = warehouse.calendar.lastPublishedYear else { return nil }
            return (
                RulesReview.Item(
                    place: "calendar \(warehouse.calendar.name)", name: "published days",
                    validity: Validity(to: Day(year, 12, 31)), note: nil, sources: []), nil
            )
        }
    }

    private func item(
        _ place: String, _ name: String, _ validity: Validity, _ evidence: Evidence
    ) -> RulesReview.Item {
        RulesReview.Item(
            place: place, name: name, validity: validity, note: evidence.note,
            sources: evidence.sources)
    }
}

extension Evidence {
    fileprivate var doubt: RuleDoubt.Kind? { confidence == .low ? .unconfirmed : nil }
}
