// Where a buyer wants the parcel.

package struct Address: Hashable, Sendable, Codable {
    package var name: String
    package var line1: String
    package var line2: String?
    package var city: String
    package var subdivision: String?
    package var postcode: String
    package var country: Country
    package var phone: String

    package init(
        name: String, line1: String, line2: String? = nil, city: String,
        subdivision: String? = nil, postcode: String, country: Country, phone: String
    ) {
        self.name = name
        self.line1 = line1
        self.line2 = line2
        self.city = city
        self.subdivision = subdivision
        self.postcode = postcode
        self.country = country
        self.phone = phone
    }
}

extension Address {
    /// The address as it is kept: without stray spaces, and in capitals where the post wants them.
    ///
    /// - Throws: `.addressOutsideMarket` for another country, `.input` with every fault of the
    ///   form at once, `.addressExcluded` where the market doesn't send.
    package func validate(for market: Market) throws(Refusal) -> Address {
        guard country == market.country else { throw .addressOutsideMarket }
        let form = market.address
        var address = tidied(by: form)
        if form.subdivisions.isEmpty { address.subdivision = nil }
        let faults = Field.ofAddress.compactMap { address.fault(in: $0, by: form) }
        guard faults.isEmpty else { throw .input(faults) }
        if let area = form.excluded.first(where: { $0.contains(address) }) {
            throw .addressExcluded(area: area.name)
        }
        return address
    }

    private func tidied(by form: AddressForm) -> Address {
        func tidy(_ field: Field, _ text: String) -> String {
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return form.upper.contains(field) ? words.uppercased() : words
        }
        func tidy(_ field: Field, _ text: String?) -> String? {
            let words = tidy(field, text ?? "")
            return words.isEmpty ? nil : words
        }
        return Address(
            name: tidy(.name, name), line1: tidy(.line1, line1), line2: tidy(.line2, line2),
            city: tidy(.city, city), subdivision: tidy(.subdivision, subdivision),
            postcode: form.tidied(postcode: tidy(.postcode, postcode)), country: country,
            phone: tidy(.phone, phone))
    }

    private func fault(in field: Field, by form: AddressForm) -> Fault? {
        let text = self[field]
        if text.isEmpty { return form.required.contains(field) ? Fault(field, .missing) : nil }
        // Carriers cut what is longer, and a label has no room for it.
        if text.count > 70 { return Fault(field, .tooLong(most: 70)) }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return Fault(field, .malformed)
        }
        switch field {
        case .postcode: return form.accepts(postcode: text) ? nil : Fault(field, .malformed)
        case .subdivision:
            let isKnown = form.subdivisions.contains { $0.code == text }
            return isKnown ? nil : Fault(field, .notOffered)
        case .phone: return isPhone(text) ? nil : Fault(field, .malformed)
        default: return nil
        }
    }

    private subscript(field: Field) -> String {
        switch field {
        case .name: name
        case .line1: line1
        case .line2: line2 ?? ""
        case .city: city
        case .subdivision: subdivision ?? ""
        case .postcode: postcode
        case .phone: phone
        default: preconditionFailure("\(field) is not a field of an address")
        }
    }
}

extension Field {
    /// What an address is made of, apart from its country, that the market fixes.
    package static let ofAddress: [Field] = [
        .name, .line1, .line2, .city, .subdivision, .postcode, .phone,
    ]
}

/// Six to fifteen digits, as E.164 has them, with whatever people put between.
private func isPhone(_ text: String) -> Bool {
    let digits = text.utf8.count { (48...57).contains($0) }
    let others = text.dropFirst(text.hasPrefix("+") ? 1 : 0).filter { !$0.isNumber }
    return (6...15).contains(digits) && others.allSatisfy { " -./()".contains($0) }
}
