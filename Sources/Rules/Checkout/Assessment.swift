// The calculation in progress: the charges so far, and every rule written down with its base and
// its amount. What is due by which rule is in DutyAssessment, FeeAssessment and TaxAssessment.

struct Assessment {
    let consignment: Consignment
    let freight: Int64
    let conversion: Conversion
    let layers: [TariffLayer]
    /// The declaration lines that no relief takes out.
    var dutiable: [Consignment.Heading] = []

    let freightShares: [Int64]
    private(set) var duty: [Int64]
    private(set) var tax: [Int64]
    private(set) var fees: [Int64]
    var merchantFees: [Quote.Fee] = []
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

    var currency: Currency { consignment.market.currency }
    private var goodsValue: Rational { Rational(Int128(consignment.goodsTotal)) }

    /// Whether a relief frees this declaration line; written down once for the consignment.
    mutating func relieved(of charge: Charge, _ heading: Consignment.Heading) -> Bool {
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

    mutating func isInValue(_ layer: TariffLayer) -> Bool {
        if let answer = layer.conditions.match(value: goodsValue, conversion) { return answer }
        noteNoRate(layer)
        return false
    }

    mutating func converted(_ money: Money, _ layer: TariffLayer) -> Rational? {
        if let exact = conversion.amount(money) { return exact }
        noteNoRate(layer)
        return nil
    }

    mutating func noteUnknown(_ charge: Charge, _ heading: Consignment.Heading) {
        for layer in layers {
            guard case .unknown(charge) = layer.rule, layer.conditions.match(heading),
                isInValue(layer)
            else { continue }
            note(
                layer.id, layer.evidence.note ?? "not known", since: layer.validity.from,
                sources: layer.evidence.sources)
        }
    }

    mutating func noteNoRate(_ layer: TariffLayer) {
        note(
            layer.id,
            "\(consignment.tariff.authority) has no rate from \(consignment.tariff.currency) to "
                + "\(currency) on \(consignment.day)")
    }

    mutating func note(
        _ layer: String, _ text: String, since: Day? = nil, sources: [String] = []
    ) {
        guard !unknowns.contains(where: { $0.layer == layer }) else { return }
        unknowns.append(Quote.Unknown(layer: layer, since: since, note: text, sources: sources))
    }

    /// One step of the trace; the amount in minor units, rounded as the tariff says.
    mutating func write(
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

    mutating func add(
        _ minor: Int64, to charge: Charge, lines: [Int]
    ) {
        let parts = shares(of: minor, by: lines.map { consignment.goods[$0] })
        for (line, part) in zip(lines, parts) { add(part, to: charge, line: line) }
    }

    mutating func add(
        _ minor: Int64, to charge: Charge, weights: [Int64]
    ) {
        for (line, part) in shares(of: minor, by: weights).enumerated() {
            add(part, to: charge, line: line)
        }
    }

    private mutating func add(_ part: Int64, to charge: Charge, line: Int) {
        switch charge {
        case .duty: duty[line] += part
        case .tax: tax[line] += part
        case .fee: fees[line] += part
        }
    }

    /// Everything written down, with shares that add up.
    func quote(to destination: Destination, by freight: Freight, rules: String) -> Quote {
        func sum(_ column: [Int64]) -> Money { Money(column.reduce(0, +), currency) }
        let goods = Money(consignment.goodsTotal, currency)
        let shipping = freight.price
        return Quote(
            market: consignment.market.country, destination: destination, day: consignment.day,
            currency: currency, goods: goods, shipping: shipping, duty: sum(duty), tax: sum(tax),
            fees: sum(fees), total: goods + shipping + sum(duty) + sum(tax) + sum(fees),
            lines: consignment.lines.indices.map(line), carriage: freight.offer,
            standardShipping: freight.standard,
            merchantFees: merchantFees, trace: trace, unknowns: unknowns, rules: rules)
    }

    private func line(_ index: Int) -> Quote.Line {
        let line = consignment.lines[index]
        let heading = consignment.headings.first { $0.lines.contains(index) }
        return Quote.Line(
            product: line.ware.product, quantity: line.quantity, unitPrice: line.unitPrice,
            tariffClass: heading?.code?.text, goods: Money(consignment.goods[index], currency),
            shipping: Money(freightShares[index], currency), duty: Money(duty[index], currency),
            tax: Money(tax[index], currency), fees: Money(fees[index], currency))
    }
}
