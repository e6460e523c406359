// What files must agree on among each other, found before any quote is made.

import Rules

extension Shelf {
    func check(_ rulebook: Rulebook) throws(RulebookFault) {
        if rulebook.warehouses.isEmpty {
            throw RulebookFault(
                file: "shipping", line: nil, field: "warehouses", problem: "there is none")
        }
        for entry in entries("market") {
            guard let market = rulebook.markets[try entry.value("country").country()] else {
                continue
            }
            if rulebook.tariffs[market.tariff] == nil {
                throw try entry.value("tariff").fault("there is no tariff of this name")
            }
        }
        for entry in entries("tariff") {
            let layers = try entry.value("layers").list()
            var seen: Set<String> = []
            for layer in layers {
                let id = try layer.value("id")
                guard seen.insert(try id.text()).inserted else { throw id.fault("is there twice") }
            }
        }
        try checkNames(rulebook)
        for entry in everything { try checkSources(in: entry, rulebook.sources) }
    }

    /// A method has a name in every language of the markets it goes to.
    private func checkNames(_ rulebook: Rulebook) throws(RulebookFault) {
        for entry in entries("method") {
            let code = try entry.value("code").text()
            guard let method = rulebook.methods.first(where: { $0.code == code }) else { continue }
            for country in method.tables.flatMap(\.countries) {
                let languages = rulebook.markets[country]?.languages ?? []
                if let language = languages.first(where: { method.name[$0] == nil }) {
                    throw try entry.value("name").fault("it is not said in \(language.rawValue)")
                }
            }
        }
    }

    /// A rule may only name a source that is listed.
    private func checkSources(
        in entry: Entry, _ known: [String: Rulebook.Source]
    ) throws(RulebookFault) {
        if entry.isList {
            for item in try entry.list() { try checkSources(in: item, known) }
        } else if entry.isMapping {
            for (key, value) in try entry.pairs() {
                guard key == "sources", value.isList else {
                    try checkSources(in: value, known)
                    continue
                }
                for source in try value.list() where known[try source.text()] == nil {
                    throw source.fault("“\(try source.text())” is not in the list of sources")
                }
            }
        }
    }
}

extension Entry {
    fileprivate func value(_ key: String) throws(RulebookFault) -> Entry {
        guard let pair = try pairs().first(where: { $0.key == key }) else {
            throw fault("“\(key)” is missing")
        }
        return pair.value
    }
}
