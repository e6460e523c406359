// Tickets of one round that share a trait. It proves nothing about anybody: families share a
// household, and a whole office an address. It is shown to the operator, and nothing follows by
// itself.

package struct Cluster: Hashable, Sendable {
    package enum Trait: String, Hashable, Sendable, CaseIterable {
        case household
        /// The same network address, and a browser that says the same of itself.
        case device
        case address
    }

    /// Of each trait; what is beyond them is smaller.
    package static let most = 30

    package let trait: Trait
    package let tickets: Int
    /// How many of the tickets reserved something at any time.
    package let reserved: Int
    /// What they hold or have bought.
    package let units: Int
    package let firstEntered: Moment
    package let lastEntered: Moment

    package init(
        trait: Trait, tickets: Int, reserved: Int, units: Int, firstEntered: Moment,
        lastEntered: Moment
    ) {
        self.trait = trait
        self.tickets = tickets
        self.reserved = reserved
        self.units = units
        self.firstEntered = firstEntered
        self.lastEntered = lastEntered
    }
}

/// Where a ticket was asked for: keyed hashes (hexadecimal) of a network address and of what a
/// browser says of itself. They are made for one round, so that nobody is followed from one to the
/// next.
package struct Origin: Hashable, Sendable {
    package let address: String
    package let device: String

    package init(address: String, device: String) {
        self.address = address
        self.device = device
    }
}
