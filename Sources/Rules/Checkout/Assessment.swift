// The calculation in progress: layer upon layer, each written down with its base and its amount.

struct Assessment {
    let consignment: Consignment
    let freight: Int64
    let conversion: Conversion
    let layers: [TariffLayer]
    /// The declaration lines that no relief takes out.
    private(set) var dutiable: [Consignment.Heading] = []

    private var freightShares: [Int64]
    private var duty: [Int64]
    private var tax: [Int64]
    private var fees: [Int64]
    private var merchantFees: [Quote.Fee] = []
    private var trace: [Quote.Step] = []
    private var unknowns: [Quote.Unknown] = []

    init(_ consignment: Consignment, freight: Int64, rules: Rulebook) {
        self.consignment = consignment
        self.freight = freight
        let day = consignment.day
        conversion = Conversion(
            to: consignment.market.currency, for: consignment.tariff, on: day, rules: rules)
        layers = consignment.tariff.layers.filter { $0.validity.contains(day) }
        let nothing = [Int64](repeating: 0, count: consignment.lines.count)
        freightShares = shares(of: freight, by: consignment.goods)
        (duty, tax, fees) = (nothing, nothing, nothing)
    }

    private var currency: Currency { consignment.market.currency }
    private var goodsValue: Rational { Rational(Int128(consignment.goodsTotal)) }

    // MARK: - What is due

    /// Says so when the day is outside the time that the rules were written for.
    mutating func assessCoverage() {
        let tariff = consignment.tariff
        guard !tariff.coverage.contains(consignment.day) else { return }
        unknowns.append(
            Quote.Unknown(
                layer: tariff.name, since: nil,
                note: "the rules don't cover \(consignment.day)", sources: []))
    }

    mutating func assessDuty() {
        dutiable = consignment.headings.filter { !relieved(of: .duty, $0) }
        guard !dutiable.isEmpty else { return }
        let subheadings = flatDuty()
        for heading in dutiable where !subheadings.contains(heading.subheading) {
            rateDuty(heading)
        }
        for heading in dutiable { noteUnknown(.duty, heading) }
    }

    /// An amount for each subheading, where such a rule is in force; the subheadings it took.
    private mutating func flatDuty() -> Set<Substring> {
        var taken: Set<Substring> = []
        for layer in layers {
            guard case .dutyPerSubheading(let amount) = layer.rule, isInValue(layer),
                let exact = converted(amount, layer)
            else { continue }
            for heading in dutiable where layer.conditions.match(heading) {
                guard taken.insert(heading.subheading).inserted else { continue }
                let members = dutiable.filter { $0.subheading == heading.subheading }
                let minor = write(
                    layer, .duty, heading: String(heading.subheading), base: Rational(1),
                    rate: nil, unrounded: exact)
                add(minor, to: \.duty, lines: members.flatMap(\.lines))
            }
        }
        return taken
    }

    /// Every share that applies to one declaration line, each rounded by itself.
    private mutating func rateDuty(_ heading: Consignment.Heading) {
        let base = consignment.dutyBase(heading, freight: freight)
        var isRated = false
        for layer in layers {
            guard case .dutyRate(let rate) = layer.rule, layer.conditions.match(heading),
                isInValue(layer)
            else { continue }
            isRated = true
            let minor = write(
                layer, .duty, heading: heading.code, base: base, rate: rate,
                unrounded: base * rate)
            add(minor, to: \.duty, lines: heading.lines)
        }
        guard !isRated, !isSaidToBeUnknown(heading) else { return }
        let name = heading.code ?? heading.digits
        note(
            "\(consignment.tariff.name).\(name)",
            heading.code == nil
                ? "\(name) isn't classified" : "no rate of duty is known for \(name)")
    }

    /// Whether a layer for just this class says that its rate isn't known.
    private func isSaidToBeUnknown(_ heading: Consignment.Heading) -> Bool {
        layers.contains { layer in
            guard case .unknown(.duty) = layer.rule else { return false }
            return !layer.conditions.headings.isEmpty && layer.conditions.match(heading)
        }
    }

    mutating func assessFees() {
        for layer in layers {
            guard case .fee(let amount, let bearer) = layer.rule, isInValue(layer) else {
                continue
            }
            let pool = layer.conditions.whenDutiable ? dutiable : consignment.headings
            let headings = pool.filter(layer.conditions.match)
            guard !headings.isEmpty, let fee = fee(amount, on: headings, layer) else { continue }
            let minor = write(
                layer, .fee, borneBy: bearer, heading: nil, base: fee.base, rate: fee.rate,
                unrounded: fee.exact)
            switch bearer {
            case .buyer: add(minor, to: \.fees, lines: headings.flatMap(\.lines))
            case .merchant:
                merchantFees.append(
                    Quote.Fee(
                        layer: layer.id, amount: Money(minor, currency), note: layer.evidence.note))
            }
        }
        for heading in consignment.headings { noteUnknown(.fee, heading) }
    }

    private mutating func fee(
        _ amount: TariffLayer.FeeAmount, on headings: [Consignment.Heading], _ layer: TariffLayer
    ) -> (base: Rational, rate: Rational?, exact: Rational)? {
        switch amount {
        case .perConsignment(let money):
            return converted(money, layer).map { (Rational(1), nil, $0) }
        case .perSubheading(let money):
            let count = Rational(Int128(Set(headings.map(\.subheading)).count))
            return converted(money, layer).map { (count, nil, $0 * count) }
        case .share(let rate, let least, let most):
            guard let least = converted(least, layer), let most = converted(most, layer) else {
                return nil
            }
            let base = headings.reduce(Rational.zero) {
                $0 + consignment.dutyBase($1, freight: freight)
            }
            return (base, rate, max(least, min(most, base * rate)))
        }
    }

    mutating func assessTax() {
        let taxable = consignment.headings.filter { !relieved(of: .tax, $0) }
        for heading in taxable { noteUnknown(.tax, heading) }
        for layer in layers {
            guard case .taxRate(let rate, let parts, let least) = layer.rule, isInValue(layer)
            else { continue }
            let lines = taxable.filter(layer.conditions.match).flatMap(\.lines)
            guard !lines.isEmpty else { continue }
            let weights = consignment.lines.indices.map { line in
                lines.contains(line) ? taxed(line, parts) : 0
            }
            let base = Rational(Int128(weights.reduce(0, +)))
            let floor = least.flatMap { converted($0, layer) } ?? .zero
            let exact = base * rate
            let minor = write(
                layer, .tax, heading: nil, base: base, rate: rate, unrounded: exact,
                waived: exact < floor)
            add(minor, to: \.tax, weights: weights)
        }
    }

    private func taxed(_ line: Int, _ parts: Set<TariffLayer.TaxedPart>) -> Int64 {
        (parts.contains(.goods) ? consignment.goods[line] : 0)
            + (parts.contains(.shipping) ? freightShares[line] : 0)
            + (parts.contains(.duty) ? duty[line] : 0)
            + (parts.contains(.fees) ? fees[line] : 0)
    }

    /// A state's tax, where the store is registered there; elsewhere the buyer owes it himself.
    mutating func assessSalesTax(in destination: Destination, rules: Rulebook) {
        let subdivision =
            destination.subdivision ?? consignment.market.typicalDestination.subdivision
        let state = rules.salesTaxes.first {
            $0.market == destination.country && $0.subdivision == subdivision && $0.isRegistered
                && $0.validity.contains(consignment.day)
        }
        guard let state else { return }
        let weights = consignment.lines.indices.map { line in
            consignment.goods[line] + (state.taxesShipping ? freightShares[line] : 0)
        }
        let base = Rational(Int128(weights.reduce(0, +)))
        let layer = TariffLayer(
            id: "\(state.market).\(state.subdivision).sales_tax", validity: state.validity,
            rule: .taxRate(state.rate, on: [.goods], collectedFrom: nil), evidence: state.evidence)
        let minor = write(
            layer, .tax, heading: nil, base: base, rate: state.rate, unrounded: base * state.rate)
        add(minor, to: \.tax, weights: weights)
    }

    // MARK: - Conditions

    /// Whether a relief frees this declaration line; written down once for the consignment.
    private mutating func relieved(of charge: Charge, _ heading: Consignment.Heading) -> Bool {
        for layer in layers {
            guard case .relief(charge) = layer.rule, layer.conditions.match(heading),
                isInValue(layer)
            else { continue }
            if !trace.contains(where: { $0.layer == layer.id }) {
                _ = write(
                    layer, charge, heading: nil, base: goodsValue, rate: nil, unrounded: .zero)
            }
            return true
        }
        return false
    }

    private mutating func isInValue(_ layer: TariffLayer) -> Bool {
        if let answer = layer.conditions.match(value: goodsValue, conversion) { return answer }
        noteNoRate(layer)
        return false
    }

    private mutating func converted(_ money: Money, _ layer: TariffLayer) -> Rational? {
        if let exact = conversion.amount(money) { return exact }
        noteNoRate(layer)
        return nil
    }

    private mutating func noteUnknown(_ charge: Charge, _ heading: Consignment.Heading) {
        for layer in layers {
            guard case .unknown(charge) = layer.rule, layer.conditions.match(heading),
                isInValue(layer)
            else { continue }
            note(
                layer.id, layer.evidence.note ?? "not known", since: layer.validity.from,
                sources: layer.evidence.sources)
        }
    }

    private mutating func noteNoRate(_ layer: TariffLayer) {
        note(
            layer.id,
            "\(consignment.tariff.authority) has no rate from \(consignment.tariff.currency) to "
                + "\(currency) on \(consignment.day)")
    }

    private mutating func note(
        _ layer: String, _ text: String, since: Day? = nil, sources: [String] = []
    ) {
        guard !unknowns.contains(where: { $0.layer == layer }) else { return }
        unknowns.append(Quote.Unknown(layer: layer, since: since, note: text, sources: sources))
    }

    // MARK: - Writing down

    /// One step of the trace; the amount in minor units, rounded as the tariff says.
    private mutating func write(
        _ layer: TariffLayer, _ charge: Charge, borneBy bearer: Bearer = .buyer, heading: String?,
        base: Rational, rate: Rational?, unrounded: Rational, waived: Bool = false
    ) -> Int64 {
        let minor = waived ? 0 : consignment.tariff.rounding.mode.whole(unrounded)
        let isRelief = if case .relief = layer.rule { true } else { false }
        trace.append(
            Quote.Step(
                layer: layer.id, charge: charge, isRelief: isRelief, borneBy: bearer,
                heading: heading, base: base,
                rate: rate, unrounded: unrounded, amount: Money(minor, currency),
                validity: layer.validity, evidence: layer.evidence))
        return minor
    }

    private mutating func add(
        _ minor: Int64, to column: WritableKeyPath<Assessment, [Int64]>, lines: [Int]
    ) {
        let parts = shares(of: minor, by: lines.map { consignment.goods[$0] })
        for (line, part) in zip(lines, parts) { self[keyPath: column][line] += part }
    }

    private mutating func add(
        _ minor: Int64, to column: WritableKeyPath<Assessment, [Int64]>, weights: [Int64]
    ) {
        for (line, part) in shares(of: minor, by: weights).enumerated() {
            self[keyPath: column][line] += part
        }
    }

    func quote(to destination: Destination, by offer: ShippingOffer?, rules: String) -> Quote {
        func sum(_ column: [Int64]) -> Money { Money(column.reduce(0, +), currency) }
        let goods = Money(consignment.goodsTotal, currency)
        let shipping = Money(freight, currency)
        return Quote(
            market: consignment.market.country, destination: destination, day: consignment.day,
            currency: currency, goods: goods, shipping: shipping, duty: sum(duty), tax: sum(tax),
            fees: sum(fees), total: goods + shipping + sum(duty) + sum(tax) + sum(fees),
            lines: consignment.lines.indices.map(line), carriage: offer,
            merchantFees: merchantFees, trace: trace, unknowns: unknowns, rules: rules)
    }

    private func line(_ index: Int) -> Quote.Line {
        let line = consignment.lines[index]
        let heading = consignment.headings.first { $0.lines.contains(index) }
        return Quote.Line(
            product: line.ware.product, quantity: line.quantity, unitPrice: line.unitPrice,
            tariffClass: heading?.code, goods: Money(consignment.goods[index], currency),
            shipping: Money(freightShares[index], currency), duty: Money(duty[index], currency),
            tax: Money(tax[index], currency), fees: Money(fees[index], currency))
    }
}
