// Rates of exchange, sales taxes of the states, and the list of sources.

import Rules

extension RateSet {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            var rates: [Currency: Rational] = [:]
            for (key, value) in try fields.required("units").pairs() {
                guard let currency = Currency(key) else {
                    throw value.fault("“\(key)” is not a currency's code")
                }
                rates[currency] = try value.decimal()
                guard rates[currency]! > .zero else { throw value.fault("a rate is above nought") }
            }
            return RateSet(
                authority: try fields.required("authority").text(),
                validity: try fields.validity(), base: try fields.required("base").currency(),
                rates: rates, evidence: try fields.evidence())
        }
    }
}

extension Entry {
    /// The file of one country: what holds for all its states, then each state.
    func salesTaxes(
        _ currencies: [Country: Currency]
    ) throws(RulebookFault) -> [StateTax] {
        try fields { fields throws(RulebookFault) in
            _ = fields.optional("kind")
            let market = try fields.required("market")
            let country = try market.country()
            guard let currency = currencies[country] else {
                throw market.fault("there is no market of this name")
            }
            let validity = try fields.validity()
            let evidence = try fields.evidence()
            return try fields.required("states").each { entry throws(RulebookFault) in
                try entry.fields { fields throws(RulebookFault) in
                    StateTax(
                        market: country, subdivision: try fields.required("state").text(),
                        isRegistered: try fields.required("registered").flag(),
                        rate: try fields.required("rate").rate(),
                        taxesShipping: try fields.required("taxes_shipping").flag(),
                        nexus: try fields.money("nexus", currency),
                        nexusOrders: try fields.optional("nexus_orders")?.whole(1...1_000_000),
                        validity: validity, evidence: evidence)
                }
            }
        }
    }

    func sources() throws(RulebookFault) -> [String: Rulebook.Source] {
        var sources: [String: Rulebook.Source] = [:]
        for (key, value) in try pairs() {
            sources[key] = try value.fields { fields throws(RulebookFault) in
                let url = try fields.required("url")
                return Rulebook.Source(
                    title: try fields.required("title").text(), url: url.written)
            }
        }
        return sources
    }
}
