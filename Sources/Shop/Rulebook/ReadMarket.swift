// A market's file: markets/DE.yaml.

import Rules

extension Market {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in try Market(&fields) }
    }

    private init(_ fields: inout Fields) throws(RulebookFault) {
        _ = fields.optional("kind")
        let country = try fields.required("country").country()
        let languages = try fields.required("languages").each { entry throws(RulebookFault) in
            try entry.language()
        }
        guard !languages.isEmpty else { throw fields.entry.fault("a market needs a language") }
        let typical = try fields.required("typical_destination").fields {
            place throws(RulebookFault) in
            Destination(
                country: country, subdivision: try place.optional("subdivision")?.text(),
                postcode: try place.optional("postcode")?.text())
        }
        let currency = try fields.required("currency").currency()
        self.init(
            country: country, currency: currency,
            languages: languages,
            taxDisplay: try fields.required("tax_display").choice(TaxDisplay.self),
            address: try AddressForm(try fields.required("address")),
            orderButton: try fields.phrases("order_button", in: languages),
            returns: try fields.required("returns").each(ReturnPolicy.init(_:)),
            guarantees: try fields.required("guarantees").each(Guarantee.init(_:)),
            paymentMethods: try fields.required("payment_methods").texts(),
            notices: try fields.required("notices").each { entry throws(RulebookFault) in
                try LegalNotice(entry, in: languages)
            },
            typicalDestination: typical, tariff: try fields.required("tariff").text(),
            localTime: try fields.required("local_time").fields(LocalTime.init(_:)),
            localTimes: try fields.optional("local_times")?.localTimes() ?? [:],
            deliveryDays: try fields.optional("delivery_days")?.whole(1...365),
            delayDays: try fields.optional("delay_days")?.whole(1...365),
            customs: try fields.required("customs").fields(CustomsTimes.init(_:)),
            repairs: try fields.optional("repairs")?.each(RepairTerm.init(_:)) ?? [],
            claimDays: try fields.optional("claim_days")?.whole(1...60) ?? 14,
            reportDays: try fields.optional("report_days")?.whole(1...365) ?? 30,
            recovery: try fields.optional("recovery")?.each { entry throws(RulebookFault) in
                try RecoveryRule(entry, in: currency)
            } ?? [],
            retention: try fields.optional("retention")?.each(RetentionRule.init(_:)) ?? [])
    }
}

extension CustomsTimes {
    fileprivate init(_ fields: inout Fields) throws(RulebookFault) {
        self.init(
            protestDays: try fields.required("protest_days").whole(1...3660),
            finalDays: try fields.required("final_days").whole(1...3660),
            finalFrom: try fields.required("final_from").choice(FinalAnchor.self))
    }
}

extension LocalTime {
    fileprivate init(_ fields: inout Fields) throws(RulebookFault) {
        let minutes = try fields.required("utc_offset_minutes").whole(-720...840)
        self.init(
            offset: .minutes(Int64(minutes)),
            summer: try fields.optional("summer_time")?.choice(SummerTime.self) ?? .none)
    }
}

extension Entry {
    /// Clocks by the codes of the states that have them.
    fileprivate func localTimes() throws(RulebookFault) -> [String: LocalTime] {
        var times: [String: LocalTime] = [:]
        for entry in try list() {
            let (states, time) = try entry.fields { fields throws(RulebookFault) in
                (try fields.required("subdivisions").texts(), try LocalTime(&fields))
            }
            for state in states { times[state] = time }
        }
        return times
    }
}

extension Fields {
    /// A text in every language of the market: a page may not fall silent in one of them.
    mutating func phrases(
        _ key: String, in languages: [Language]
    ) throws(RulebookFault) -> [Language: String] {
        let entry = try required(key)
        let phrases = try entry.phrases()
        if let language = languages.first(where: { phrases[$0] == nil }) {
            throw entry.fault("it is not said in \(language.rawValue)")
        }
        return phrases
    }
}

extension LegalNotice {
    fileprivate init(_ entry: Entry, in languages: [Language]) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            LegalNotice(
                kind: try fields.required("kind").choice(Kind.self),
                validity: try fields.validity(),
                text: try fields.phrases("text", in: languages),
                picture: try fields.optional("picture")?.phrases() ?? [:],
                evidence: try fields.evidence())
        }
    }
}
