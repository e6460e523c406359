// People who aren't: buyers with a confirmed address, without the detour by mail, and where they
// live.
package import Rules
package import Shop
import Storage

extension Shop {
    /// Nobody can log in as them: they have no password.
    package func settle(
        _ name: String, in market: String, isOperator: Bool = false
    ) async throws -> Account {
        try await settle([name], in: market, isOperator: isOperator)[0]
    }

    /// Many at once.
    package func settle(
        _ names: [String], in market: String, isOperator: Bool = false
    ) async throws -> [Account] {
        let now = clock.now()
        let language: Language =
            switch market {
            case "DE": .german
            case "FR": .french
            case "GB": .britishEnglish
            default: .americanEnglish
            }
        let accounts = names.map { name in
            Account(
                id: chance.id(at: now), mail: "\(name)@example.com", name: name,
                language: language, market: Country(market)!, confirmedAt: now,
                isOperator: isOperator)
        }
        try await storage.write { tx in
            for account in accounts { try tx.insert(account, password: "-", at: now) }
        }
        return accounts
    }
}

extension Account {
    /// Where they live: everybody at a door of their own, unless the street is said.
    package func home(_ street: String? = nil) -> Address {
        typealias Place = (city: String, state: String?, postcode: String, phone: String)
        let place: Place =
            switch market.code {
            case "US": ("Cupertino", "CA", "95014", "+1 408 555 0100")
            case "GB": ("London", nil, "SW1A 1AA", "+44 20 7946 0000")
            case "FR": ("Paris", nil, "75001", "+33 1 23 45 67 89")
            default: ("Berlin", nil, "10115", "+49 30 1234567")
            }
        return Address(
            name: name, line1: street ?? "12 \(name) Street", city: place.city,
            subdivision: place.state, postcode: place.postcode, country: market,
            phone: place.phone)
    }
}
