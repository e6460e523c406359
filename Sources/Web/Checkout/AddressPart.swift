// The fields of an address as a market asks for them, and the address that was typed into them.

import Languages
import Rules

struct AddressPart {
    let form: Form
    let refusal: Refusal?

    func html(_ visitor: Visitor) -> HTML {
        let shape = visitor.market.address
        let fields = shape.order.map { field -> HTML in
            visitor.field(field, input(field, shape, visitor), in: form, refusal: refusal)
        }
        let country = visitor.phrases.account.country(visitor.market.country)
        return """
            \(fields)
            <p class="hint">\(visitor.phrases.checkout.countryFixed(country)) \
            <a href="/elsewhere">\(visitor.phrases.border.anotherCountry)</a></p>
            """
    }

    private func input(_ field: Field, _ shape: AddressForm, _ visitor: Visitor) -> Input {
        var input = Input(
            autocomplete: Self.autocomplete[field], most: 70,
            isRequired: shape.required.contains(field))
        switch field {
        case .postcode: input.hint = visitor.phrases.checkout.example(shape.postcodeExample)
        case .phone: input.type = "tel"
        case .subdivision:
            input.options =
                [(value: "", text: visitor.phrases.checkout.choose)]
                + shape.subdivisions.map { (value: $0.code, text: $0.name) }
        default: break
        }
        return input
    }

    /// What browsers know these fields by.
    private static let autocomplete: [Field: String] = [
        .name: "name", .line1: "address-line1", .line2: "address-line2", .city: "address-level2",
        .subdivision: "address-level1", .postcode: "postal-code", .phone: "tel",
    ]
}

extension Form {
    /// As typed; the rules tidy and check it.
    func address(in country: Country) -> Address {
        Address(
            name: self[.name], line1: self[.line1],
            line2: self[.line2].isEmpty ? nil : self[.line2], city: self[.city],
            subdivision: self[.subdivision].isEmpty ? nil : self[.subdivision],
            postcode: self[.postcode], country: country, phone: self[.phone])
    }

    /// Whether an address was typed, however much of it.
    var hasAddress: Bool { fields[Field.line1.rawValue] != nil }

    init(_ address: Address) {
        self.init(fields: [
            "name": address.name, "line1": address.line1, "line2": address.line2 ?? "",
            "city": address.city, "subdivision": address.subdivision ?? "",
            "postcode": address.postcode, "phone": address.phone,
        ])
    }

    /// The address again, to be sent on with the next form.
    var hiddenAddress: HTML {
        let fields = Field.ofAddress.map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.rawValue)\" value=\"\(self[field])\">"
        }
        return "\(fields)"
    }
}

extension Address {
    /// As it stands on the parcel, line by line.
    func lines(_ visitor: Visitor) -> [String] {
        let place = [city, subdivision ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        let order = visitor.rules.markets[country]?.address.order ?? []
        let isPostcodeFirst =
            (order.firstIndex(of: .postcode) ?? 0) < (order.firstIndex(of: .city) ?? 1)
        let town = isPostcodeFirst ? "\(postcode) \(place)" : "\(place) \(postcode)"
        return [name, line1, line2 ?? "", town, visitor.phrases.account.country(country)]
            .filter { !$0.isEmpty }
    }
}
