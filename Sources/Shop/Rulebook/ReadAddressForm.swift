// The address part of a market's file.

import Rules

extension AddressForm {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            let order = try fields.addressFields("order")
            let required = try fields.addressFields("required")
            if let hidden = required.first(where: { !order.contains($0) }) {
                throw entry.fault("\(hidden.rawValue) is required, but the form doesn't show it")
            }
            return AddressForm(
                required: Set(required), order: order,
                upper: Set(try fields.addressFields("upper")),
                postcodePattern: try fields.required("postcode_pattern").pattern(),
                postcodeTail: try fields.optional("postcode_tail")?.whole(0...9),
                postcodeExample: try fields.required("postcode_example").text(),
                subdivisions: try fields.optional("subdivisions")?.subdivisions() ?? [],
                excluded: try fields.optional("excluded")?.each(ExcludedArea.init(_:)) ?? [])
        }
    }
}

extension ExcludedArea {
    fileprivate init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            ExcludedArea(
                name: try fields.required("name").text(),
                postcodePrefixes: try fields.texts("postcode_prefixes"),
                subdivisions: try fields.texts("subdivisions"),
                why: try fields.required("why").text())
        }
    }
}

extension Fields {
    fileprivate mutating func addressFields(_ key: String) throws(RulebookFault) -> [Field] {
        try optional(key)?.each { entry throws(RulebookFault) in
            let field = try entry.read("a field of an address", Field.init(rawValue:))
            guard Field.ofAddress.contains(field) else {
                throw entry.fault("\(field.rawValue) is not a field of an address")
            }
            return field
        } ?? []
    }
}

extension Entry {
    fileprivate func subdivisions() throws(RulebookFault) -> [AddressForm.Subdivision] {
        try pairs().map { pair throws(RulebookFault) in
            AddressForm.Subdivision(code: pair.key, name: try pair.value.text())
        }
    }

    /// A regular expression that compiles.
    fileprivate func pattern() throws(RulebookFault) -> String {
        try read("a regular expression") { (try? Regex($0)) == nil ? nil : $0 }
    }
}
