// Reads every file of rules into one rulebook, or says which line of which file is wrong.

package import Rules

extension Rulebook {
    /// The rules that ship with the binary, overridden by the files in `directory`.
    ///
    /// - Parameter directory: the operator's; nil for the shipped rules alone.
    package static func load(directory: String?) throws(RulebookFault) -> Rulebook {
        let shipped = RuleFiles.shipped()
        guard let directory else { return try load(shipped) }
        return try load(try shipped.replaced(by: directory))
    }

    /// The rules in these files; the version is a digest of their names and texts.
    package static func load(_ files: RuleFiles) throws(RulebookFault) -> Rulebook {
        let shelf = try Shelf(files)
        let markets = try shelf.markets()
        let calendars = try shelf.calendars(files)
        let currencies = markets.mapValues(\.currency)
        let (wares, listPrices) = try shelf.products(currencies)
        let (batteryRules, boxGrams) = try shelf.batteryRules()
        let rulebook = Rulebook(
            version: version(of: files), markets: markets, tariffs: try shelf.tariffs(),
            rates: try shelf.lists("rates", of: "rates", RateSet.init(_:)),
            methods: try shelf.whole("method", ShippingMethod.init(_:)),
            batteryRules: batteryRules,
            warehouses: try shelf.lists("warehouses", of: "warehouses") {
                entry throws(RulebookFault) in try entry.warehouse(calendars)
            },
            wares: wares, listPrices: listPrices,
            gates: try shelf.lists("gates", of: "gates") { entry throws(RulebookFault) in
                try entry.gates()
            }.flatMap(\.self),
            salesTaxes: try shelf.whole("sales_tax") { entry throws(RulebookFault) in
                try entry.salesTaxes(currencies)
            }.flatMap(\.self),
            sources: try shelf.sources(), boxGrams: boxGrams, pictures: files.pictures)
        try shelf.check(rulebook)
        return rulebook
    }

    /// Sixteen hexadecimal digits: enough to tell versions apart, short enough for an invoice.
    private static func version(of files: RuleFiles) -> String {
        let all = files.texts.sorted { $0.key < $1.key }
            .map { "\($0.key)\n\($0.value.utf8.count)\n\($0.value)" }
            .joined(separator: "\n")
        return String(Digest.sha256(all).prefix(16))
    }
}

extension RuleFiles {
    /// Official notices that must be shown as they were drawn, by their name.
    fileprivate var pictures: [String: String] {
        var pictures: [String: String] = [:]
        for (file, text) in texts where file.hasPrefix("notices/") {
            pictures[String(file.dropFirst("notices/".count).dropLast(".svg".count))] = text
        }
        return pictures
    }
}
