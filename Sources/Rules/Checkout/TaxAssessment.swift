// The country's tax on goods, freight and duty, or a state's where the store is registered.

extension Assessment {
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
            add(minor, to: .tax, weights: weights)
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
        add(minor, to: .tax, weights: weights)
    }
}
