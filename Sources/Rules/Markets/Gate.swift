// What a market demands before a product may be sold there. While one gate is open the product is
// shown as withheld, with the reason, and can't be offered, reserved or imported.

package struct Gate: Hashable, Sendable {
    /// The requirement's name: `us.fcc.certification`.
    package var requirement: String
    package var market: Country
    package var product: String
    /// When the requirement is in force.
    package var validity: Validity
    /// What is told to a visitor while the gate is open, per language.
    package var reason: [Language: String]
    /// Nil while nothing proves that it is met.
    package var proof: Proof?

    package init(
        requirement: String, market: Country, product: String, validity: Validity,
        reason: [Language: String], proof: Proof? = nil
    ) {
        self.requirement = requirement
        self.market = market
        self.product = product
        self.validity = validity
        self.reason = reason
        self.proof = proof
    }

    /// The file that shows the requirement is met, who looked at it, and how long it holds.
    package struct Proof: Hashable, Sendable, Codable {
        package var file: String
        package var checkedBy: String
        package var validity: Validity

        package init(file: String, checkedBy: String, validity: Validity) {
            self.file = file
            self.checkedBy = checkedBy
            self.validity = validity
        }
    }

    /// A gate is open when its requirement is in force and no valid proof closes it.
    package func isOpen(on day: Day) -> Bool {
        guard validity.contains(day) else { return false }
        return !(proof?.validity.contains(day) ?? false)
    }

    /// Why the product is withheld, in a language, or in whichever there is.
    package func reason(in language: Language) -> String {
        reason[language] ?? reason.values.min() ?? requirement
    }
}
