// A tariff's file: tariffs/DE.yaml. A tariff may extend another: it has its layers too, first.

import Rules

/// What a file says, before the tariff it extends is known.
struct TariffFile {
    let entry: Entry
    let name: String
    let extends: Entry?

    init(_ entry: Entry) throws(RulebookFault) {
        guard let named = try entry.pairs().first(where: { $0.key == "name" }) else {
            throw entry.fault("“name” is missing")
        }
        self.entry = entry
        name = try named.value.text()
        extends = try entry.pairs().first { $0.key == "extends" }?.value
    }

    func tariff(extending base: Tariff?) throws(RulebookFault) -> Tariff {
        try entry.fields { fields throws(RulebookFault) in
            for key in ["kind", "name", "extends"] { _ = fields.optional(key) }
            let currency = try fields.optional("currency")?.currency() ?? base?.currency
            guard let currency else { throw entry.fault("“currency” is missing") }
            let layers = try fields.required("layers").each { entry throws(RulebookFault) in
                try TariffLayer(entry, in: currency)
            }
            return Tariff(
                name: name, currency: currency,
                authority: try fields.inherited("authority", base?.authority) {
                    entry throws(RulebookFault) in try entry.text()
                },
                coverage: try fields.inherited("covers", base?.coverage) {
                    entry throws(RulebookFault) in
                    try entry.fields { part throws(RulebookFault) in try part.validity() }
                },
                dutyBase: try fields.inherited("duty_base", base?.dutyBase) {
                    entry throws(RulebookFault) in try entry.choice(Tariff.DutyBase.self)
                },
                rounding: try fields.inherited("rounding", base?.rounding) {
                    entry throws(RulebookFault) in try Tariff.Roundings(entry)
                },
                layers: (base?.layers ?? []) + layers)
        }
    }
}

extension Fields {
    fileprivate mutating func inherited<Value>(
        _ key: String, _ base: Value?, _ read: (Entry) throws(RulebookFault) -> Value
    ) throws(RulebookFault) -> Value {
        if let entry = optional(key) { return try read(entry) }
        guard let base else { throw entry.fault("“\(key)” is missing") }
        return base
    }
}

extension Tariff.Roundings {
    fileprivate init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            Tariff.Roundings(
                mode: try fields.required("mode").choice(Rounding.self),
                wholeUnits: try fields.required("whole_units").flag())
        }
    }
}
