// To import a sale: the draft somebody wrote becomes products, offers, rounds and allotments, all
// at once or not at all.

package import Rules
import Storage

/// A sale as an operator writes it, before it has ids and seeds.
package struct SaleDraft: Hashable, Sendable {
    package var code: String
    package var order: Sale.OrderPolicy
    package var hold: Span
    package var texts: [Language: SaleText]
    package var products: [Product]
    package var offers: [OfferDraft]
    package var rounds: [RoundDraft]

    package init(
        code: String, order: Sale.OrderPolicy, hold: Span, texts: [Language: SaleText],
        products: [Product], offers: [OfferDraft], rounds: [RoundDraft]
    ) {
        self.code = code
        self.order = order
        self.hold = hold
        self.texts = texts
        self.products = products
        self.offers = offers
        self.rounds = rounds
    }

    package struct OfferDraft: Hashable, Sendable {
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

    package struct RoundDraft: Hashable, Sendable {
        package var roomOpens: Moment
        package var opens: Moment
        package var closes: Moment
        package var door: Door
        package var units: [UnitsDraft]
        package var beacon: Beacon?

        package init(
            roomOpens: Moment, opens: Moment, closes: Moment, door: Door, units: [UnitsDraft],
            beacon: Beacon? = nil
        ) {
            self.roomOpens = roomOpens
            self.opens = opens
            self.closes = closes
            self.door = door
            self.units = units
            self.beacon = beacon
        }
    }

    /// Units of a product: of one market, or shared by all when `market` is nil.
    package struct UnitsDraft: Hashable, Sendable {
        package var product: String
        package var market: Country?
        package var units: Int

        package init(product: String, market: Country?, units: Int) {
            self.product = product
            self.market = market
            self.units = units
        }
    }
}

/// Why a draft can't become a sale; for an operator, in English, with the place in the draft.
package struct SaleDraftFault: Error, Hashable, CustomStringConvertible {
    package let place: String
    package let reason: String
    package var description: String { "\(place): \(reason)" }
}

extension Shop {
    /// Announces a sale. Its seeds are drawn and committed to here, before any room opens.
    /// Throws `SaleDraftFault`.
    ///
    /// - Parameter person: who confirms every doubtful rule of it at once. Without one its rounds
    ///   don't open before an operator has (`confirmRules`).
    @discardableResult
    package func importSale(
        _ draft: SaleDraft, rulesConfirmedBy person: String? = nil
    ) async throws -> Sale {
        let now = clock.now()
        let rules = rulebook.current
        try draft.check(against: rules, on: Day(now))
        defer { noteChangeToWhatIsShown() }
        return try await storage.write { [chance] tx in
            guard try tx.sale(code: draft.code) == nil else {
                throw SaleDraftFault(place: "code", reason: "a sale \(draft.code) exists already")
            }
            let sale = Sale(
                id: chance.id(at: now), code: draft.code, order: draft.order, hold: draft.hold)
            try tx.insert(sale, texts: try JSONText.encode(draft.texts.byCode), at: now)
            for product in draft.products { try tx.put(product, texts: try product.textsJSON()) }
            try tx.insert(
                draft.offers.map {
                    Offer(
                        sale: sale.id, product: $0.product, market: $0.market, price: $0.price,
                        limit: $0.limit)
                })
            for (index, round) in draft.rounds.enumerated() {
                try tx.insert(round, number: index + 1, of: sale, at: now, chance: chance)
            }
            try tx.note("announce", about: sale.id.text, id: chance.id(at: now), at: now)
            if let person {
                try tx.confirmRules(
                    of: sale.id, by: rules, person: person, at: now, chance: chance
                ) { _ in true }
            }
            return sale
        }
    }
}

extension Transaction {
    fileprivate func insert(
        _ draft: SaleDraft.RoundDraft, number: Int, of sale: Sale, at now: Moment,
        chance: SharedChance
    ) throws {
        let seed = Digest.hex(chance.bytes(32))
        let round = Round(
            id: chance.id(at: now), sale: sale.id, number: number, roomOpens: draft.roomOpens,
            opens: draft.opens, closes: draft.closes, door: draft.door,
            commitment: Digest.sha256(seed))
        try insert(round, seed: seed)
        if let beacon = draft.beacon { try insert(beacon, of: round.id) }
        for units in draft.units {
            let allotment = Allotment(
                id: chance.id(at: now), round: round.id, product: units.product,
                market: units.market, units: units.units)
            let origin = PublicRecord.origin(of: allotment.id, units: allotment.units)
            try insert(allotment, chain: origin)
        }
    }
}

extension SaleDraft {
    /// Everything that must be true before a sale is announced. Throws `SaleDraftFault`.
    func check(against rules: Rulebook, on day: Day) throws {
        func demand(_ isTrue: Bool, _ place: String, _ reason: @autoclosure () -> String) throws {
            guard isTrue else { throw SaleDraftFault(place: place, reason: reason()) }
        }
        let isCode = code.utf8.allSatisfy {
            $0 == 45 || (48...57).contains($0) || (97...122).contains($0)
        }
        try demand(
            isCode && (1...60).contains(code.utf8.count), "code",
            "must be 1 to 60 small letters, digits and hyphens")
        try demand(
            hold >= .minutes(1) && hold <= .hours(2), "hold", "must be 1 minute to 2 hours")
        try demand((1...20).contains(rounds.count), "rounds", "must be 1 to 20")
        try demand((1...200).contains(offers.count), "offers", "must be 1 to 200")
        for language in Language.allCases {
            try demand(texts[language] != nil, "texts", "\(language.rawValue) is missing")
        }
        try checkOffers(rules, on: day, demand: demand)
        try checkRounds(demand: demand)
    }

    private func checkOffers(
        _ rules: Rulebook, on day: Day,
        demand: (Bool, String, @autoclosure () -> String) throws -> Void
    ) throws {
        let known = Set(products.map(\.code))
        for offer in offers {
            let place = "offers, \(offer.product) in \(offer.market)"
            try demand(known.contains(offer.product), place, "the product isn't described")
            try demand(
                rules.wares[offer.product] != nil, place,
                "the rulebook knows no weight and tariff class for the product")
            guard let market = rules.markets[offer.market] else {
                throw SaleDraftFault(place: place, reason: "there is no such market")
            }
            try demand(
                offer.price.currency == market.currency, place,
                "the price must be in \(market.currency)")
            try demand(offer.price.minor > 0, place, "the price must be more than nothing")
            try demand((1...1000).contains(offer.limit), place, "the limit must be 1 to 1000")
            // A gate may open between the import and the sale.
            for day in [day] + rounds.flatMap({ [Day($0.opens), Day($0.closes)] }) {
                guard let gate = rules.openGate(offer.product, in: offer.market, on: day) else {
                    continue
                }
                throw SaleDraftFault(
                    place: place,
                    reason: "withheld: \(gate.requirement) is required and not proved on \(day)")
            }
        }
    }

    private func checkRounds(
        demand: (Bool, String, @autoclosure () -> String) throws -> Void
    ) throws {
        let offered = Set(offers.map(\.product))
        for (index, round) in rounds.enumerated() {
            let place = "rounds, number \(index + 1)"
            try demand(
                round.roomOpens <= round.opens && round.opens < round.closes, place,
                "the room must open before the round, and the round before it closes")
            if let beacon = round.beacon { try check(beacon, of: round, place, demand: demand) }
            try demand((1...500).contains(round.units.count), place, "has no units")
            var seen: Set<String> = []
            for units in round.units {
                let name = "\(units.product) \(units.market?.code ?? "shared")"
                try demand(seen.insert(name).inserted, place, "\(name) is there twice")
                try demand(offered.contains(units.product), place, "\(units.product) isn't offered")
                try demand(
                    (1...10_000_000).contains(units.units), place,
                    "\(name) must have 1 to 10,000,000 units")
            }
        }
    }
}
