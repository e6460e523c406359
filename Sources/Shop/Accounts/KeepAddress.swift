// To keep an address for the next order, to change it, and to remove it.

package import Rules
package import Storage

extension Shop {
    /// A new one, or another text for one that is kept. What is kept already in the same words
    /// isn't kept twice. Throws `Refusal`: the address's faults, too many, not the account's.
    @discardableResult
    package func keep(
        _ typed: Address, as known: ID<SavedAddress>? = nil, by account: Account
    ) async throws -> SavedAddress {
        let address = try typed.validate(for: try rulebook.current.market(account.market))
        let body = try JSONText.encode(address)
        let now = clock.now()
        return try await storage.write { [chance] tx in
            guard try tx.lock(account.id) != nil else { throw Refusal.notFound }
            let kept = try tx.keptAddresses(of: account.id)
            if let known, !kept.contains(where: { $0.id == known }) { throw Refusal.notFound }
            if let same = kept.first(where: { $0.body == body }), known == nil {
                return SavedAddress(id: same.id, account: account.id, address: address)
            }
            guard known != nil || kept.count < SavedAddress.most else {
                throw Refusal.input([Fault(.lines, .tooMany(most: SavedAddress.most))])
            }
            let saved = SavedAddress(
                id: known ?? chance.id(at: now), account: account.id, address: address)
            try tx.put(
                KeptAddress(
                    id: saved.id, account: account.id, country: address.country, body: body),
                at: now)
            return saved
        }
    }

    /// Throws `Refusal.notFound`.
    package func remove(_ id: ID<SavedAddress>, by account: Account) async throws {
        try await storage.write { tx in
            guard try tx.delete(id, of: account.id) else { throw Refusal.notFound }
        }
    }
}

extension Reader {
    /// The newest first.
    package func savedAddresses(of account: ID<Account>) throws -> [SavedAddress] {
        try keptAddresses(of: account).map {
            SavedAddress(
                id: $0.id, account: account,
                address: try JSONText.decode(Address.self, from: $0.body))
        }
    }
}
