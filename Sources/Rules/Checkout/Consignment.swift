// A basket as customs sees it: one consignment, its lines in a fixed order, gathered by their place
// in the tariff. The order in which a buyer filled the basket can't change a cent.

struct Consignment {
    let market: Market
    let tariff: Tariff
    let day: Day
    let lines: [Basket.Line]
    let goods: [Int64]
    let goodsTotal: Int64
    let headings: [Heading]

    /// One line of a declaration: the same class and the same origin.
    struct Heading {
        /// Nil where nobody has classified the product.
        let code: TariffCode?
        /// The code, or the product's where it has none: what isn't classified stands alone, as
        /// nobody knows what it could be gathered with.
        let name: String
        let origin: Country
        /// Which of the consignment's lines are in it.
        var lines: [Int]
        var goods: Int64

        var subheading: String { code?.subheading ?? name }
    }

    init(_ basket: Basket, to market: Market, on day: Day, rules: Rulebook) throws(Refusal) {
        guard let tariff = rules.tariffs[market.tariff] else {
            preconditionFailure("the loader lets no market without a tariff through")
        }
        guard !basket.lines.isEmpty else { throw .basketEmpty }
        guard basket.lines.count <= mostLines else {
            throw .input([Fault(.lines, .outOfRange(least: 1, most: mostLines))])
        }
        for line in basket.lines { try line.check(in: market, on: day, rules: rules) }
        self.market = market
        self.tariff = tariff
        self.day = day
        // Places are sorted, not lines: a line is large, and this is done for every quote.
        lines = basket.lines.indices
            .sorted { Basket.Line.isInOrder(basket.lines[$0], basket.lines[$1]) }
            .map { basket.lines[$0] }
        goods = lines.map { ($0.unitPrice * $0.quantity).minor }
        goodsTotal = goods.reduce(0, +)
        headings = Self.headings(lines, goods, tariff: tariff.name, day: day)
    }

    private static func headings(
        _ lines: [Basket.Line], _ goods: [Int64], tariff: String, day: Day
    ) -> [Heading] {
        var headings: [Heading] = []
        for (index, line) in lines.enumerated() {
            let code = line.ware.tariffClass(in: tariff, on: day)?.code
            let name = code?.text ?? line.ware.product
            let known = headings.firstIndex {
                $0.code == code && $0.name == name && $0.origin == line.ware.origin
            }
            if let known {
                headings[known].lines.append(index)
                headings[known].goods += goods[index]
            } else {
                headings.append(
                    Heading(
                        code: code, name: name, origin: line.ware.origin, lines: [index],
                        goods: goods[index]))
            }
        }
        return headings.sorted { ($0.name, $0.origin) < ($1.name, $1.origin) }
    }

    /// What duty is a share of: with or without the freight, which follows the goods' value.
    func dutyBase(_ heading: Heading, freight: Int64) -> Rational {
        var base = Rational(Int128(heading.goods))
        if tariff.dutyBase == .cif {
            base += share(of: freight, heading)
        }
        guard tariff.rounding.wholeUnits else { return base }
        let unit = Rational(Int128(market.currency.minorPerMajor))
        return Rational(Int128(tariff.rounding.mode.whole(base / unit))) * unit
    }

    private func share(of freight: Int64, _ heading: Heading) -> Rational {
        goodsTotal == 0
            ? Rational(Int128(freight) * Int128(heading.lines.count), over: Int128(lines.count))
            : Rational(Int128(freight) * Int128(heading.goods), over: Int128(goodsTotal))
    }
}

/// More lines than any basket of a limited sale has; the bound keeps a quote's cost bounded.
private let mostLines = 100
private let mostUnits = 1000

extension Basket.Line {
    fileprivate func check(in market: Market, on day: Day, rules: Rulebook) throws(Refusal) {
        precondition(
            unitPrice.currency == market.currency, "\(ware.product) is not priced for \(market)")
        precondition(
            (0...100_000_000_000).contains(unitPrice.minor), "\(unitPrice) is no price of a product"
        )
        guard (1...mostUnits).contains(quantity) else {
            throw .input([Fault(.quantity, .outOfRange(least: 1, most: mostUnits))])
        }
        if let gate = rules.openGate(ware.product, in: market.country, on: day) {
            throw .withheld(reason: gate.reason(in: market.languages[0]))
        }
    }

    fileprivate static func isInOrder(_ left: Self, _ right: Self) -> Bool {
        (left.ware.product, left.unitPrice.minor, left.quantity)
            < (right.ware.product, right.unitPrice.minor, right.quantity)
    }
}
