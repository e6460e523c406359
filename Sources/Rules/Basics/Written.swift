// How the basics are written where a quote or an address is kept as JSON: days, countries and
// currencies as their codes, money as minor units with its currency.

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.written("a day such as 2015-05-19", Day.init)
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension Country: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.written("two capital letters", Country.init)
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(code) }
}

extension Currency: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.written("a currency's code", Currency.init)
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(code) }
}

extension Money: Codable {
    private enum Key: String, CodingKey { case minor, currency }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            try container.decode(Int64.self, forKey: .minor),
            try container.decode(Currency.self, forKey: .currency))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(minor, forKey: .minor)
        try container.encode(currency, forKey: .currency)
    }
}

extension Language: Codable {}

extension Rational: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.written("a fraction such as 204/125", Rational.init(written:))
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(written) }
}

extension Decoder {
    fileprivate func written<Value>(_ form: String, _ read: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = read(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is not \(form)")
        }
        return value
    }
}

extension Encoder {
    fileprivate func write(_ text: String) throws {
        var container = singleValueContainer()
        try container.encode(text)
    }
}
