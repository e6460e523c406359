// Fees: what the buyer pays, and what the store bears and may not charge.

extension Assessment {
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
            case .buyer: add(minor, to: .fee, lines: headings.flatMap(\.lines))
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
}
