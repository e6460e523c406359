// The files of a rulebook, sorted by what they say they are: each begins with its `kind`.

import Rules

struct Shelf {
    private var sorted: [(kind: String, entry: Entry)] = []

    init(_ files: RuleFiles) throws(RulebookFault) {
        for (name, text) in files.texts.sorted(by: { $0.key < $1.key })
        where name.hasSuffix(".yaml") {
            let entry = try Entry(file: name, yaml: text)
            guard let kind = try entry.pairs().first(where: { $0.key == "kind" }) else {
                throw entry.fault("“kind” is missing")
            }
            let word = try kind.value.text()
            guard kinds.contains(word) else {
                throw kind.value.fault("“\(word)” is not one of \(kinds.joined(separator: ", "))")
            }
            sorted.append((word, entry))
        }
    }

    var everything: [Entry] { sorted.map(\.entry) }

    func entries(_ kind: String) -> [Entry] {
        sorted.filter { $0.kind == kind }.map(\.entry)
    }

    /// Files that are one thing each.
    func whole<Thing>(
        _ kind: String, _ read: (Entry) throws(RulebookFault) -> Thing
    ) throws(RulebookFault) -> [Thing] {
        try entries(kind).map(read)
    }

    /// Files that are a list of things, under one key.
    func lists<Thing>(
        _ kind: String, of key: String, _ read: (Entry) throws(RulebookFault) -> Thing
    ) throws(RulebookFault) -> [Thing] {
        var things: [Thing] = []
        for entry in entries(kind) {
            things += try entry.fields { fields throws(RulebookFault) in
                _ = fields.optional("kind")
                return try fields.required(key).each(read)
            }
        }
        return things
    }

    func markets() throws(RulebookFault) -> [Country: Market] {
        var markets: [Country: Market] = [:]
        for entry in entries("market") {
            let market = try Market(entry)
            guard markets.updateValue(market, forKey: market.country) == nil else {
                throw entry.fault("market \(market.country) is there twice")
            }
        }
        return markets
    }

    func tariffs() throws(RulebookFault) -> [String: Tariff] {
        let files = try whole("tariff", TariffFile.init(_:))
        var tariffs: [String: Tariff] = [:]
        for file in files where file.extends == nil {
            tariffs[file.name] = try file.tariff(extending: nil)
        }
        for file in files {
            guard let extends = file.extends else { continue }
            guard let base = tariffs[try extends.text()] else {
                throw extends.fault("there is no tariff of this name that extends none itself")
            }
            tariffs[file.name] = try file.tariff(extending: base)
        }
        return tariffs
    }

    func calendars(_ files: RuleFiles) throws(RulebookFault) -> [String: WorkingCalendar] {
        var calendars: [String: WorkingCalendar] = [:]
        for (file, text) in files.texts where file.hasPrefix("calendars/") {
            let name = String(file.dropFirst("calendars/".count).dropLast(".csv".count))
            calendars[name] = try WorkingCalendar(file: file, name: name, csv: text)
        }
        return calendars
    }

    func batteryRules() throws(RulebookFault) -> ([BatteryRule], boxGrams: Int) {
        var rules: [BatteryRule] = []
        var boxGrams = 0
        for entry in entries("battery_rules") {
            try entry.fields { fields throws(RulebookFault) in
                _ = fields.optional("kind")
                boxGrams = try fields.required("box_grams").whole(0...10_000)
                rules += try fields.required("rules").each(BatteryRule.init(_:))
            }
        }
        return (rules, boxGrams)
    }

    func products(
        _ currencies: [Country: Currency]
    ) throws(RulebookFault) -> ([String: Ware], [String: [Country: Money]]) {
        var wares: [String: Ware] = [:]
        var prices: [String: [Country: Money]] = [:]
        for entry in try lists("products", of: "products", { $0 }) {
            let (ware, listed) = try entry.fields { fields throws(RulebookFault) in
                let listed = try fields.optional("prices")?.prices(currencies) ?? [:]
                return (try Ware(&fields), listed)
            }
            guard wares.updateValue(ware, forKey: ware.product) == nil else {
                throw entry.fault("product \(ware.product) is there twice")
            }
            prices[ware.product] = listed
        }
        return (wares, prices)
    }

    func sources() throws(RulebookFault) -> [String: Rulebook.Source] {
        var sources: [String: Rulebook.Source] = [:]
        for entry in entries("sources") {
            let listed = try entry.fields { fields throws(RulebookFault) in
                _ = fields.optional("kind")
                return try fields.required("sources").sources()
            }
            sources.merge(listed) { _, later in later }
        }
        return sources
    }
}

extension Entry {
    fileprivate func prices(
        _ currencies: [Country: Currency]
    ) throws(RulebookFault) -> [Country: Money] {
        var prices: [Country: Money] = [:]
        for (key, value) in try pairs() {
            guard let country = Country(key), let currency = currencies[country] else {
                throw value.fault("“\(key)” is not a market")
            }
            prices[country] = try value.money(currency)
        }
        return prices
    }
}

private let kinds = [
    "market", "tariff", "rates", "sales_tax", "sources", "method", "battery_rules", "warehouses",
    "products", "gates",
]
