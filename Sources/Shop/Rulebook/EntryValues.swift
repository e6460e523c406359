// The values that rules are made of, each read from its written form.

import Rules

extension Entry {
    func day() throws(RulebookFault) -> Day { try read("a day such as 2026-11-23", Day.init) }

    func country() throws(RulebookFault) -> Country {
        try read("a country's code such as DE", Country.init)
    }

    func currency() throws(RulebookFault) -> Currency {
        try read("a currency's code such as EUR", Currency.init)
    }

    func language() throws(RulebookFault) -> Language {
        try read("a language of the shop", Language.init(rawValue:))
    }

    func flag() throws(RulebookFault) -> Bool {
        try read("true or false") { ["true": true, "false": false][$0] }
    }

    func decimal() throws(RulebookFault) -> Rational {
        try read("a decimal number such as 0.19", Rational.init(decimal:))
    }

    /// A share between nothing and ten times the base: more is a slip of the point.
    func rate() throws(RulebookFault) -> Rational {
        let rate = try decimal()
        guard rate >= .zero, rate <= Rational(10) else { throw fault("\(rate) is no rate") }
        return rate
    }

    func money(_ currency: Currency) throws(RulebookFault) -> Money {
        let money = try read("an amount in \(currency)") { Money(decimal: $0, currency) }
        guard money.minor >= 0 else { throw fault("an amount can't be below nought") }
        return money
    }

    func whole(_ range: ClosedRange<Int>) throws(RulebookFault) -> Int {
        try read("a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _: Choice.Type
    ) throws(RulebookFault) -> Choice where Choice.RawValue == String {
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return try read("one of \(names)", Choice.init(rawValue:))
    }

    func texts() throws(RulebookFault) -> [String] {
        try each { entry throws(RulebookFault) in try entry.text() }
    }

    func countries() throws(RulebookFault) -> [Country] {
        try each { entry throws(RulebookFault) in try entry.country() }
    }

    /// One text for each language that is named.
    func phrases() throws(RulebookFault) -> [Language: String] {
        var phrases: [Language: String] = [:]
        for (key, value) in try pairs() {
            guard let language = Language(rawValue: key) else {
                throw value.fault("“\(key)” is not a language of the shop")
            }
            phrases[language] = try value.text()
        }
        return phrases
    }
}

extension Fields {
    mutating func validity() throws(RulebookFault) -> Validity {
        let validity = Validity(from: try optional("from")?.day(), to: try optional("to")?.day())
        if let from = validity.from, let to = validity.to, to < from {
            throw entry.fault("it ends on \(to), before it begins on \(from)")
        }
        return validity
    }

    mutating func evidence() throws(RulebookFault) -> Evidence {
        Evidence(
            sources: try required("sources").texts(),
            confidence: try required("confidence").choice(Evidence.Confidence.self),
            note: try optional("note")?.text())
    }

    mutating func texts(_ key: String) throws(RulebookFault) -> [String] {
        try optional(key)?.texts() ?? []
    }

    mutating func money(
        _ key: String, _ currency: Currency
    ) throws(RulebookFault) -> Money? {
        try optional(key)?.money(currency)
    }
}
