// To remember where a ticket was asked for without keeping the address: under a key of the shop's
// own, for one round.

package import Rules
package import Storage

/// What a request says of where it comes from.
package struct Whereabouts: Hashable, Sendable {
    package let address: String
    /// What the browser or program calls itself, and the languages it asks for.
    package let device: String

    package init(address: String, device: String) {
        self.address = address
        self.device = device
    }
}

extension Shop {
    func origin(_ whereabouts: Whereabouts, in round: ID<Round>) async throws -> Origin {
        let key = try await secrets.key("origins")
        func hash(_ text: String) -> String {
            Digest.hex(Digest.hmac("\(round)\n\(text)", key: key).prefix(16))
        }
        return Origin(
            address: hash(Neighbourhood.name(of: whereabouts.address)),
            device: hash(whereabouts.device))
    }
}

extension Reader {
    /// By trait, the largest first.
    package func clusters(in round: ID<Round>) throws -> [Cluster] {
        try Cluster.Trait.allCases.flatMap { try clusters(by: $0, in: round) }
    }
}
