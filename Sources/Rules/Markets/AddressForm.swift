// How an address is asked for in one market, what it must have, and where the store doesn't send.

package struct AddressForm: Hashable, Sendable {
    package var required: Set<Field>
    /// Fields that the form shows, in the order of the country.
    package var order: [Field]
    /// Fields that the post wants in capitals.
    package var upper: Set<Field>
    /// A regular expression for the whole postcode, in capitals.
    package var postcodePattern: String
    /// How many letters stand behind the one space of a postcode, 0 for no space; nil where it is
    /// kept as it was written.
    package var postcodeTail: Int?
    /// How a postcode is written, for the form: `10115`.
    package var postcodeExample: String
    /// Code and name of every state, in the order of the form; empty where an address has none.
    package var subdivisions: [Subdivision]
    package var excluded: [ExcludedArea]

    package init(
        required: Set<Field>, order: [Field], upper: Set<Field>, postcodePattern: String,
        postcodeTail: Int?, postcodeExample: String, subdivisions: [Subdivision],
        excluded: [ExcludedArea]
    ) {
        self.required = required
        self.order = order
        self.upper = upper
        self.postcodePattern = postcodePattern
        self.postcodeTail = postcodeTail
        self.postcodeExample = postcodeExample
        self.subdivisions = subdivisions
        self.excluded = excluded
    }

    package struct Subdivision: Hashable, Sendable {
        package var code: String
        package var name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }
}

/// A place inside the country that the market leaves out, by rule of tax or of carriage.
package struct ExcludedArea: Hashable, Sendable {
    /// As it is told to the buyer: `Heligoland`.
    package var name: String
    package var postcodePrefixes: [String]
    package var subdivisions: [String]
    package var why: String

    package init(name: String, postcodePrefixes: [String], subdivisions: [String], why: String) {
        self.name = name
        self.postcodePrefixes = postcodePrefixes
        self.subdivisions = subdivisions
        self.why = why
    }
}

extension AddressForm {
    /// The postcode in capitals, with its space where the country puts it: `SW1A 1AA`.
    func tidied(postcode: String) -> String {
        let written = postcode.uppercased()
        guard let postcodeTail else { return written }
        let letters = written.filter { $0 != " " }
        guard postcodeTail > 0, letters.count > postcodeTail else { return letters }
        return "\(letters.dropLast(postcodeTail)) \(letters.suffix(postcodeTail))"
    }

    package func accepts(postcode: String) -> Bool {
        // Compiled at each use: a regular expression isn't Sendable, and an address is rare.
        guard let pattern = try? Regex(postcodePattern) else {
            preconditionFailure("the loader lets no broken pattern through: \(postcodePattern)")
        }
        return postcode.wholeMatch(of: pattern) != nil
    }
}

extension ExcludedArea {
    /// By its state, or by the beginning of its postcode, spaces aside.
    package func contains(_ address: Address) -> Bool {
        if let subdivision = address.subdivision, subdivisions.contains(subdivision) {
            return true
        }
        let postcode = address.postcode.filter { $0 != " " }
        return postcodePrefixes.contains { postcode.hasPrefix($0) }
    }
}
