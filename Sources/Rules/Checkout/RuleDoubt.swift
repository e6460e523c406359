// What nobody knows for sure about the prices of a sale: rules that aren't known, rules from memory
// or by projection only, days that no calendar covers. An operator confirms each before it opens.

package struct RuleDoubt: Hashable, Sendable {
    /// Where the rule is: `tariff US`, `method express`, `calendar CN`.
    package var place: String
    /// Its own name there: `us.after_2026_07_24`.
    package var name: String
    package var kind: Kind
    /// What it says. A confirmation holds for these words only.
    package var terms: String
    package var note: String?
    package var sources: [String]

    package init(
        place: String, name: String, kind: Kind, terms: String, note: String?, sources: [String]
    ) {
        self.place = place
        self.name = name
        self.kind = kind
        self.terms = terms
        self.note = note
        self.sources = sources
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Something is due, or may be, and nobody has said how much.
        case unknown
        /// Known from memory or by projection only.
        case unconfirmed
    }

    /// The same doubt, as it is kept and compared.
    package var key: String { "\(place)\n\(name)\n\(terms)" }
}

/// What a sale offers somewhere, as far as its price depends on it.
package struct OfferedWare: Hashable, Sendable {
    package var product: String
    package var market: Country
    package var price: Money
    package var limit: Int

    package init(product: String, market: Country, price: Money, limit: Int) {
        self.product = product
        self.market = market
        self.price = price
        self.limit = limit
    }
}

extension Rulebook {
    /// Everything doubtful in the quotes of a sale between two days, each once. Found by asking for
    /// those quotes: one unit and the limit of each product, and the limit of everything, on every
    /// day on which a rule begins or ends.
    package func doubts(about offers: [OfferedWare], from first: Day, to last: Day) -> [RuleDoubt] {
        var found: [String: RuleDoubt] = [:]
        func add(_ doubt: RuleDoubt) { found[doubt.key] = found[doubt.key] ?? doubt }
        let span = Validity(from: first, to: max(first, last))
        for country in Set(offers.map(\.market)).sorted() {
            guard let market = markets[country] else { continue }
            // What is withheld is in nobody's basket.
            let offered = offers.filter {
                $0.market == country && openGate($0.product, in: country, on: first) == nil
            }
            let days = turningDays(in: span, market)
            for basket in baskets(of: offered) {
                for day in days { doubts(in: basket, market, on: day).forEach(add) }
            }
            methodDoubts(in: country, span).forEach(add)
            stateDoubts(in: country, span).forEach(add)
            batteryDoubts(of: offered, span).forEach(add)
            missingPictures(in: market, span).forEach(add)
        }
        calendarDoubts(span).forEach(add)
        return found.values.sorted { $0.key < $1.key }
    }

    private func baskets(of offers: [OfferedWare]) -> [[Basket.Line]] {
        let known = offers.compactMap { offer in
            wares[offer.product].map { (ware: $0, offer: offer) }
        }
        func line(_ item: (ware: Ware, offer: OfferedWare), _ quantity: Int) -> Basket.Line {
            Basket.Line(item.ware, quantity: quantity, unitPrice: item.offer.price)
        }
        return known.map { [line($0, 1)] } + known.map { [line($0, $0.offer.limit)] }
            + [known.map { line($0, $0.offer.limit) }]
    }

    /// The first day, and every later one on which a rule of the market begins or has ended.
    private func turningDays(in span: Validity, _ market: Market) -> [Day] {
        guard let first = span.from else { return [] }
        let tariff = tariffs[market.tariff]
        let validities =
            (tariff?.layers.map(\.validity) ?? []) + [tariff?.coverage ?? .always]
            + wares.values.flatMap(\.classes).map(\.validity)
        let turns = validities.flatMap { [$0.from, $0.to.map { $0 + 1 }].compactMap(\.self) }
        return Set(turns.filter { $0 > first && span.contains($0) } + [first]).sorted()
    }

    private func doubts(in lines: [Basket.Line], _ market: Market, on day: Day) -> [RuleDoubt] {
        // A basket that is refused (withheld, or not carried) is sold to nobody.
        guard
            let quote = try? LandedCost.quote(
                basket: Basket(lines), destination: market.typicalDestination, on: day, rules: self)
        else { return [] }
        let layers = tariffs[market.tariff]?.layers ?? []
        func terms(_ name: String) -> String? { layers.first { $0.id == name }?.terms }
        let place = "tariff \(market.tariff)"
        return quote.unknowns.map {
            RuleDoubt(
                place: place, name: $0.layer, kind: .unknown, terms: terms($0.layer) ?? $0.note,
                note: $0.note, sources: $0.sources)
        }
            + quote.unconfirmed.map {
                RuleDoubt(
                    place: place, name: $0.layer, kind: .unconfirmed,
                    terms: terms($0.layer) ?? $0.validity.words, note: $0.evidence.note,
                    sources: $0.evidence.sources)
            } + classDoubts(of: lines, in: market.tariff, on: day)
    }

    private func classDoubts(
        of lines: [Basket.Line], in tariff: String, on day: Day
    ) -> [RuleDoubt] {
        lines.compactMap { line in
            guard let place = line.ware.tariffClass(in: tariff, on: day),
                place.evidence.confidence == .low
            else { return nil }
            return RuleDoubt(
                place: "class in \(tariff)", name: line.ware.product, kind: .unconfirmed,
                terms: "\(place.code.text); \(place.validity.words)", note: place.evidence.note,
                sources: place.evidence.sources)
        }
    }

    private func methodDoubts(in country: Country, _ span: Validity) -> [RuleDoubt] {
        methods.flatMap { method in
            method.tables.filter {
                $0.countries.contains(country) && $0.evidence.confidence == .low
                    && $0.validity.overlaps(span)
            }.map { table in
                RuleDoubt(
                    place: "method \(method.code)",
                    name: table.countries.map(\.code).joined(separator: ", "), kind: .unconfirmed,
                    terms: "\(table.price.words); \(table.validity.words)",
                    note: table.evidence.note, sources: table.evidence.sources)
            }
        }
    }

    private func stateDoubts(in country: Country, _ span: Validity) -> [RuleDoubt] {
        salesTaxes.filter {
            $0.market == country && $0.isRegistered && $0.evidence.confidence == .low
                && $0.validity.overlaps(span)
        }.map {
            RuleDoubt(
                place: "sales tax \(country)", name: $0.subdivision, kind: .unconfirmed,
                terms: "tax \($0.rate.percent); \($0.validity.words)", note: $0.evidence.note,
                sources: $0.evidence.sources)
        }
    }

    private func batteryDoubts(of offers: [OfferedWare], _ span: Validity) -> [RuleDoubt] {
        let batteries = offers.compactMap { wares[$0.product]?.battery }
        return batteryRules.filter { rule in
            rule.evidence.confidence == .low && rule.validity.overlaps(span)
                && batteries.contains {
                    $0.unNumber == rule.unNumber && $0.packingInstruction == rule.packingInstruction
                }
        }.map {
            RuleDoubt(
                place: "battery rules", name: $0.id, kind: .unconfirmed,
                terms: "UN\($0.unNumber), PI \($0.packingInstruction); \($0.validity.words)",
                note: $0.evidence.note, sources: $0.evidence.sources)
        }
    }

    /// Official notices that the market must show as they were drawn, and nobody has put there.
    private func missingPictures(in market: Market, _ span: Validity) -> [RuleDoubt] {
        market.notices.filter { $0.validity.overlaps(span) }.flatMap { notice in
            notice.picture.values.sorted().filter { pictures[$0] == nil }.map { name in
                RuleDoubt(
                    place: "notice \(market.country)", name: notice.kind.rawValue, kind: .unknown,
                    terms: "notices/\(name).svg is missing; \(notice.validity.words)",
                    note: notice.evidence.note, sources: notice.evidence.sources)
            }
        }
    }

    /// Whether the promise of the last order is made of days that somebody has given out.
    private func calendarDoubts(_ span: Validity) -> [RuleDoubt] {
        guard let first = span.from, let last = span.to else { return [] }
        return warehouses.prefix(1).compactMap { warehouse in
            let promise = warehouse.dispatchPromise(orderedOn: last)
            let certainty = warehouse.calendar.certainty(from: first, to: promise)
            guard certainty != .published else { return nil }
            return RuleDoubt(
                place: "calendar \(warehouse.calendar.name)", name: "working days",
                kind: certainty == .unknown ? .unknown : .unconfirmed,
                terms: "\(certainty.rawValue) until the end of \(promise.year)", note: nil,
                sources: [])
        }
    }
}

extension Validity {
    package func overlaps(_ other: Validity) -> Bool {
        if let to, let from = other.from, to < from { return false }
        if let from, let to = other.to, to < from { return false }
        return true
    }
}

extension RateTable.Price {
    fileprivate var words: String {
        switch self {
        case .steps(let firstGrams, let first, let stepGrams, let step):
            "\(first) for \(firstGrams) g, \(step) for each further \(stepGrams) g"
        case .bands(let bands):
            bands.map { "to \($0.toGrams) g: \($0.fixed) and \($0.perKilogram) a kilogram" }
                .joined(separator: ", ")
        }
    }
}
