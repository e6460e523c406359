// One layer of a tariff: a day from, a day to, one rule, its conditions and its source.

import Rules

extension TariffLayer {
    init(_ entry: Entry, in currency: Currency) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            TariffLayer(
                id: try fields.required("id").text(), validity: try fields.validity(),
                rule: try Rule(&fields, in: currency),
                conditions: try Conditions(&fields, in: currency),
                evidence: try fields.evidence())
        }
    }
}

extension TariffLayer.Rule {
    /// Exactly one of the six must be there; the others would be stray keys.
    fileprivate init(_ fields: inout Fields, in currency: Currency) throws(RulebookFault) {
        if let relief = fields.optional("relief") {
            self = .relief(try relief.choice(Charge.self))
        } else if let rate = fields.optional("duty") {
            self = .dutyRate(try rate.rate())
        } else if let amount = fields.optional("duty_per_subheading") {
            self = .dutyPerSubheading(try amount.money(currency))
        } else if let rate = fields.optional("tax") {
            let parts = try fields.required("on").each { entry throws(RulebookFault) in
                try entry.choice(TariffLayer.TaxedPart.self)
            }
            self = .taxRate(
                try rate.rate(), on: Set(parts),
                collectedFrom: try fields.money("collected_from", currency))
        } else if let fee = fields.optional("fee") {
            self = try fee.fields { fields throws(RulebookFault) in
                .fee(
                    try TariffLayer.FeeAmount(&fields, in: currency),
                    borneBy: try fields.optional("borne_by")?.choice(Bearer.self) ?? .buyer)
            }
        } else if let charge = fields.optional("unknown") {
            self = .unknown(try charge.choice(Charge.self))
        } else {
            throw fields.entry.fault(
                "one of relief, duty, duty_per_subheading, tax, fee, unknown is needed")
        }
    }
}

extension TariffLayer.FeeAmount {
    fileprivate init(_ fields: inout Fields, in currency: Currency) throws(RulebookFault) {
        let each = try fields.required("each")
        switch try each.text() {
        case "consignment":
            self = .perConsignment(try fields.required("amount").money(currency))
        case "subheading":
            self = .perSubheading(try fields.required("amount").money(currency))
        case "share":
            let least = try fields.required("least").money(currency)
            let most = try fields.required("most").money(currency)
            guard least <= most else { throw each.fault("the least is more than the most") }
            self = .share(try fields.required("rate").rate(), least: least, most: most)
        default: throw each.fault("a fee is for each consignment, each subheading, or a share")
        }
    }
}

extension TariffLayer.Conditions {
    fileprivate init(_ fields: inout Fields, in currency: Currency) throws(RulebookFault) {
        self = .none
        headings = try fields.headings("headings")
        exceptHeadings = try fields.headings("except_headings")
        origins = try fields.optional("origins")?.countries() ?? []
        exceptOrigins = try fields.optional("except_origins")?.countries() ?? []
        valueUpTo = try fields.money("up_to", currency)
        valueBelow = try fields.money("below", currency)
        valueOver = try fields.money("over", currency)
        whenDutiable = try fields.optional("when_dutiable")?.flag() ?? false
    }
}

extension Fields {
    fileprivate mutating func headings(_ key: String) throws(RulebookFault) -> [TariffCode] {
        try optional(key)?.each { entry throws(RulebookFault) in try entry.tariffCode() } ?? []
    }
}

extension Entry {
    /// Two to ten digits, with points where people like them.
    func tariffCode() throws(RulebookFault) -> TariffCode {
        try read("a tariff code such as 8507.60", TariffCode.init(_:))
    }
}
