// Which ways a basket can travel to a destination, and what each costs: known before the quote.

package enum Shipping {
    /// Every method that carries these goods outbound, the cheapest first.
    ///
    /// - Throws: `.noShippingMethod` when none does, `.marketUnknown`.
    package static func offers(
        for lines: [Basket.Line], to destination: Destination, on day: Day, rules: Rulebook
    ) throws(Refusal) -> [ShippingOffer] {
        try offers(.outbound, lines, destination, day, rules)
    }

    /// Every method by which the buyer may send these goods back, the cheapest first. A product
    /// that no method takes is refunded without being sent back.
    package static func waysBack(
        for lines: [Basket.Line], from destination: Destination, on day: Day, rules: Rulebook
    ) throws(Refusal) -> [ShippingOffer] {
        try offers(.back, lines, destination, day, rules)
    }

    private static func offers(
        _ direction: ShippingMethod.Direction, _ lines: [Basket.Line], _ destination: Destination,
        _ day: Day, _ rules: Rulebook
    ) throws(Refusal) -> [ShippingOffer] {
        let currency = try rules.market(destination.country).currency
        let offers = rules.methods.filter { $0.direction == direction }.compactMap { method in
            method.offer(for: lines, destination, day, in: currency, rules: rules)
        }
        guard !offers.isEmpty else { throw .noShippingMethod }
        return offers.sorted { ($0.price.minor, $0.method) < ($1.price.minor, $1.method) }
    }
}

extension ShippingMethod {
    /// Nil when the method doesn't go there on that day, or doesn't take the goods.
    fileprivate func offer(
        for lines: [Basket.Line], _ destination: Destination, _ day: Day, in currency: Currency,
        rules: Rulebook
    ) -> ShippingOffer? {
        let table = tables.first {
            $0.currency == currency && $0.countries.contains(destination.country)
                && $0.validity.contains(day)
        }
        guard let table, let plan = ParcelPlan.plan(lines, by: self, on: day, rules: rules) else {
            return nil
        }
        var parts: [ShippingOffer.Part] = []
        for (index, parcel) in plan.parcels.enumerated() {
            guard let priced = table.parts(of: parcel, number: index, to: destination) else {
                return nil
            }
            parts += priced
        }
        return ShippingOffer(
            method: code, price: parts.reduce(.zero(currency)) { $0 + $1.amount },
            parcels: plan.parcels, fewestDays: table.transitDays.lowerBound,
            mostDays: table.transitDays.upperBound, parts: parts)
    }
}

extension RateTable {
    /// The price by weight and its surcharges; nil when the parcel is too heavy for the bands.
    fileprivate func parts(
        of parcel: ParcelPlan.Parcel, number: Int, to destination: Destination
    ) -> [ShippingOffer.Part]? {
        guard let weight = price(ofGrams: chargedGrams(parcel)) else { return nil }
        func part(_ code: String, _ exact: Rational) -> ShippingOffer.Part {
            // Carriers bill whole cents; half up, as invoices are.
            ShippingOffer.Part(
                code: code, parcel: number, unrounded: exact,
                amount: Rounding.halfUp.money(exact, currency))
        }
        let due = surcharges.filter { $0.condition.holds(parcel, destination) }
        return [part("weight", weight)]
            + due.map { surcharge in
                switch surcharge.amount {
                case .perParcel(let money): part(surcharge.code, Rational(money))
                case .perBatteryUnit(let money):
                    part(surcharge.code, Rational(money) * Rational(Int128(parcel.batteries)))
                case .share(let share): part(surcharge.code, weight * share)
                }
            }
    }

    /// The scales, or the volume where it counts for more.
    func chargedGrams(_ parcel: ParcelPlan.Parcel) -> Int {
        guard let volumetricDivisor, let volume = parcel.cubicMillimetres else {
            return parcel.weightGrams
        }
        return max(parcel.weightGrams, (volume + volumetricDivisor - 1) / volumetricDivisor)
    }

    func price(ofGrams grams: Int) -> Rational? {
        switch price {
        case .steps(let firstGrams, let first, let stepGrams, let step):
            let beyond = max(0, grams - firstGrams)
            let steps = (beyond + stepGrams - 1) / stepGrams
            return Rational(first) + Rational(step) * Rational(Int128(steps))
        case .bands(let bands):
            guard let band = bands.first(where: { grams <= $0.toGrams }) else { return nil }
            return Rational(band.fixed)
                + Rational(band.perKilogram) * Rational(Int128(grams), over: 1000)
        }
    }
}

extension RateTable.Surcharge.Condition {
    fileprivate func holds(_ parcel: ParcelPlan.Parcel, _ destination: Destination) -> Bool {
        switch self {
        case .always: true
        case .withBattery: parcel.batteries > 0
        case .remote(let subdivisions, let prefixes):
            subdivisions.contains(destination.subdivision ?? "")
                || prefixes.contains { (destination.postcode ?? "").hasPrefix($0) }
        }
    }
}
