// The people of the demo, with passwords that anybody may know: it listens to this machine only.

import Rules
import Shop

struct DemoPerson: Sendable {
    let mail: String
    let name: String
    let role: String
    let market: Country
    let language: Language

    static let password = "nineteenth of May"

    static let all = [
        DemoPerson(
            mail: "ben@example.com", name: "Ben Buyer", role: "a buyer in the US",
            market: Country("US")!, language: .americanEnglish),
        DemoPerson(
            mail: "klara@example.com", name: "Klara Käufer", role: "a buyer in Germany",
            market: Country("DE")!, language: .german),
        DemoPerson(
            mail: "olivia@example.com", name: "Olivia Operator", role: operatorRole,
            market: Country("US")!, language: .americanEnglish),
    ]

    private static let operatorRole = "the operator"

    func settle(in shop: Shop) async throws {
        if role == Self.operatorRole {
            try await shop.createOperator(
                mail: mail, name: name, password: Self.password, language: language,
                market: market)
        } else {
            try await shop.createBuyer(
                mail: mail, name: name, password: Self.password, language: language,
                market: market)
        }
    }
}
