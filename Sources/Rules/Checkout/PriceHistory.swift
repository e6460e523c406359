// The price of one basket over the years: what it was on the first of every month, and on which day
// it changed by which rule. A price that changes without a rule that begins or ends on that very
// day would be a mistake of ours.

package struct PriceHistory: Sendable {
    package let months: [Month]
    package let steps: [Step]

    package struct Month: Sendable {
        package let day: Day
        package let answer: Answer
    }

    /// The whole price, or why there is none.
    package typealias Answer = Result<Quote, Refusal>

    /// A day on which the answer isn't that of the day before.
    package struct Step: Sendable {
        package let day: Day
        package let before: Answer
        package let after: Answer
        /// What began on this day, or ended with the one before.
        package let causes: [Cause]
    }

    package struct Cause: Hashable, Sendable {
        /// `layer vat.de.16`, `class of band`, `battery rule li.2022.ib`.
        package let name: String
        package let hasBegun: Bool
    }

    /// - Parameters:
    ///   - first: a first of a month; later days of the month are asked only where it changed.
    ///   - count: how many months.
    package init(
        of basket: Basket, to destination: Destination, from first: Day, months count: Int,
        rules: Rulebook
    ) {
        func ask(_ day: Day) -> Answer {
            do throws(Refusal) {
                return .success(
                    try LandedCost.quote(
                        basket: basket, destination: destination, on: day, rules: rules))
            } catch {
                return .failure(error)
            }
        }
        let dates = Dates(basket, destination, rules)
        var months = [Month(day: first, answer: ask(first))]
        var steps: [Step] = []
        for _ in 1..<max(1, count) {
            let last = months[months.count - 1]
            let next = Month(day: last.day.nextMonth, answer: ask(last.day.nextMonth))
            if !last.answer.isSame(as: next.answer) {
                var before = last.answer
                for number in (last.day.number + 1)...next.day.number {
                    let day = Day(number: number)
                    let after = ask(day)
                    if !before.isSame(as: after) {
                        steps.append(
                            Step(
                                day: day, before: before, after: after,
                                causes: dates.causes(of: before, after, on: day)))
                    }
                    before = after
                }
            }
            months.append(next)
        }
        self.months = months
        self.steps = steps
    }
}

extension PriceHistory.Answer {
    /// Whether the buyer and the store pay the same for the same reasons, as far as they are known.
    fileprivate func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.failure(let old), .failure(let new)): old == new
        case (.success(let old), .success(let new)):
            old.duty == new.duty && old.tax == new.tax && old.fees == new.fees
                && old.shipping == new.shipping && old.unknowns == new.unknowns
                && old.merchantFees.map(\.amount) == new.merchantFees.map(\.amount)
        default: false
        }
    }

    /// Layers that made it so, or are said to be unknown.
    fileprivate var layers: Set<String> {
        guard case .success(let quote) = self else { return [] }
        return Set(quote.trace.map(\.layer) + quote.unknowns.map(\.layer))
    }
}

/// Every day on which something that could touch the basket begins or ends.
private struct Dates {
    let tariff: [String: Validity]
    let others: [(name: String, validity: Validity)]

    init(_ basket: Basket, _ destination: Destination, _ rules: Rulebook) {
        let market = rules.markets[destination.country]
        let tariff = market.flatMap { rules.tariffs[$0.tariff] }
        var named = Dictionary(
            (tariff?.layers ?? []).map { ($0.id, $0.validity) }, uniquingKeysWith: { $1 })
        if let tariff { named[tariff.name] = tariff.coverage }
        self.tariff = named
        var others: [(String, Validity)] = []
        for line in basket.lines {
            for place in line.ware.classes where place.tariffs.contains(tariff?.name ?? "") {
                others.append(("class \(place.code.text) of \(line.ware.product)", place.validity))
            }
            for gate in rules.gates where gate.product == line.ware.product {
                guard gate.market == destination.country else { continue }
                others.append(("gate \(gate.requirement) of \(gate.product)", gate.validity))
            }
        }
        for rule in rules.batteryRules { others.append(("battery rule \(rule.id)", rule.validity)) }
        for method in rules.methods {
            for table in method.tables where table.countries.contains(destination.country) {
                others.append(("table of \(method.code)", table.validity))
            }
        }
        for tax in rules.salesTaxes where tax.isRegistered {
            others.append(("sales tax of \(tax.subdivision)", tax.validity))
        }
        self.others = others
    }

    /// Of the layers, only those that one of the two answers names.
    func causes(
        of before: PriceHistory.Answer, _ after: PriceHistory.Answer, on day: Day
    ) -> [PriceHistory.Cause] {
        let named = before.layers.union(after.layers).sorted().compactMap { name in
            tariff[name].map { (name: "layer \(name)", validity: $0) }
        }
        var causes: [PriceHistory.Cause] = []
        for (name, validity) in named + others {
            let hasBegun = validity.from == day
            guard hasBegun || validity.to == day - 1 else { continue }
            let cause = PriceHistory.Cause(name: name, hasBegun: hasBegun)
            if !causes.contains(cause) { causes.append(cause) }
        }
        return causes
    }
}

extension Day {
    /// The first day of the month after this one's.
    package var nextMonth: Day { Day(month == 12 ? year + 1 : year, month % 12 + 1, 1)! }
}
