// A sale as an operator writes it in a file, read into a draft; a mistake is named by its line.

import Foundation
package import Rules

extension SaleDraft {
    /// Reads the YAML of a sale. What only the rulebook knows, such as a product's gates, is
    /// checked at the import. Throws the fault with `file`, line and field.
    package static func read(
        file: String, yaml: String, markets: [Country: Market]
    ) throws(RulebookFault) -> SaleDraft {
        let top = try Entry(file: file, yaml: yaml)
        return try top.fields { fields throws(RulebookFault) in
            let kind = try fields.required("kind")
            guard try kind.text() == "sale" else { throw kind.fault("the kind must be “sale”") }
            return SaleDraft(
                code: try fields.required("code").text(),
                order: try fields.required("order").read(
                    "one of shuffled, first_come, draw", Sale.OrderPolicy.init(rawValue:)),
                hold: .minutes(Int64(try fields.required("hold_minutes").whole(1...120))),
                texts: try fields.required("texts").byLanguage { entry throws(RulebookFault) in
                    try entry.saleText()
                },
                products: try fields.required("products").each { entry throws(RulebookFault) in
                    try entry.product()
                },
                offers: try fields.required("offers").each { entry throws(RulebookFault) in
                    try entry.offers(markets)
                }.flatMap(\.self),
                rounds: try fields.required("rounds").each { entry throws(RulebookFault) in
                    try entry.round()
                })
        }
    }
}

extension Entry {
    fileprivate func byLanguage<Text>(
        _ read: (Entry) throws(RulebookFault) -> Text
    ) throws(RulebookFault) -> [Language: Text] {
        var texts: [Language: Text] = [:]
        for (key, value) in try pairs() {
            guard let language = Language(rawValue: key) else {
                throw value.fault("“\(key)” is not a language of the shop")
            }
            texts[language] = try read(value)
        }
        for language in Language.allCases where texts[language] == nil {
            throw fault("it is not said in \(language.rawValue)")
        }
        return texts
    }

    fileprivate func saleText() throws(RulebookFault) -> SaleText {
        try fields { fields throws(RulebookFault) in
            SaleText(
                title: try fields.required("title").text(),
                announcement: try fields.required("announcement").text())
        }
    }

    fileprivate func product() throws(RulebookFault) -> Product {
        try fields { fields throws(RulebookFault) in
            Product(
                code: try fields.required("code").text(),
                texts: try fields.required("texts").byLanguage { entry throws(RulebookFault) in
                    try entry.fields { fields throws(RulebookFault) in
                        ProductText(
                            name: try fields.required("name").text(),
                            about: try fields.required("about").text())
                    }
                })
        }
    }

    /// One row stands for several markets, each with its own price.
    fileprivate func offers(
        _ markets: [Country: Market]
    ) throws(RulebookFault) -> [SaleDraft.OfferDraft] {
        try fields { fields throws(RulebookFault) in
            let product = try fields.required("product").text()
            let limit = try fields.required("limit").whole(1...1000)
            var offers: [SaleDraft.OfferDraft] = []
            for (key, value) in try fields.required("prices").pairs() {
                let market = try value.market(key)
                guard let currency = markets[market]?.currency else {
                    throw value.fault("there is no market \(key)")
                }
                offers.append(
                    SaleDraft.OfferDraft(
                        product: product, market: market, price: try value.money(currency),
                        limit: limit))
            }
            return offers
        }
    }

    fileprivate func round() throws(RulebookFault) -> SaleDraft.RoundDraft {
        try fields { fields throws(RulebookFault) in
            SaleDraft.RoundDraft(
                roomOpens: try fields.required("room_opens").moment(),
                opens: try fields.required("opens").moment(),
                closes: try fields.required("closes").moment(),
                door: try fields.required("door").door(),
                units: try fields.required("units").each { entry throws(RulebookFault) in
                    try entry.units()
                }.flatMap(\.self),
                beacon: try fields.optional("beacon")?.beacon())
        }
    }

    /// A value that others publish, and that is mixed into the draw.
    private func beacon() throws(RulebookFault) -> Beacon {
        try fields { fields throws(RulebookFault) in
            Beacon(
                name: try fields.required("name").text(),
                address: try fields.required("address").text(),
                listCloses: try fields.required("list_closes").moment(),
                published: try fields.required("published").moment(),
                fallback: try fields.required("fallback").moment())
        }
    }

    fileprivate func door() throws(RulebookFault) -> Door {
        try fields { fields throws(RulebookFault) in
            Door(
                burst: try fields.required("burst").whole(1...1_000_000),
                perMinute: try fields.required("per_minute").whole(1...1_000_000))
        }
    }

    /// Units of a product: `markets` keeps so many for each, `shared` is for all of them.
    fileprivate func units() throws(RulebookFault) -> [SaleDraft.UnitsDraft] {
        try fields { fields throws(RulebookFault) in
            let product = try fields.required("product").text()
            var units: [SaleDraft.UnitsDraft] = []
            if let shared = fields.optional("shared") {
                let count = try shared.whole(1...10_000_000)
                units.append(.init(product: product, market: nil, units: count))
            }
            for (key, value) in try fields.optional("markets")?.pairs() ?? [] {
                let count = try value.whole(1...10_000_000)
                units.append(
                    .init(product: product, market: try value.market(key), units: count))
            }
            guard !units.isEmpty else { throw fault("“markets” or “shared” is missing") }
            return units
        }
    }

    /// The market that is this value's key.
    private func market(_ key: String) throws(RulebookFault) -> Country {
        guard let country = Country(key) else {
            throw fault("“\(key)” is not a country's code such as DE")
        }
        return country
    }

    fileprivate func moment() throws(RulebookFault) -> Moment {
        try read("a time with its zone such as 2015-05-19T02:00:00Z") { text in
            // What isn't such a time is said by `read`, with its line.
            guard let date = try? Date(text, strategy: .iso8601) else { return nil }
            return Moment(seconds: Int64(date.timeIntervalSince1970))
        }
    }
}
