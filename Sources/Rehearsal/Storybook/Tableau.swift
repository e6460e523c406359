// A shop in one market that was brought to one moment by its own verbs and stands still there.
// Whatever a page of the storybook shows has happened in its tableau.

import Foundation
import Logging
import Partners
package import Rules
package import Shop
package import Storage
import Synchronization

package final class Tableau: Sendable {
    package let shop: Shop
    package let clock: HandClock
    package let market: Country
    let postbox = Postbox()
    let till = Till()
    let courier = Courier()
    private let props = Mutex(Props())

    private struct Props {
        var sale: Sale?
        var rounds: [ID<Round>] = []
        var cast: [String: Account] = [:]
        var sessions: [String: Task<String, any Error>] = [:]
        /// What stands for `{…}` in the address of a scene.
        var names: [String: String] = [:]
        var keys = 0
    }

    /// The model sale's first round opens then. A Thursday far from any holiday.
    package static let opens = Day(2026, 10, 22)!.midnight() + .hours(10)

    /// - Parameter directory: where its database is made, and stays.
    package init(
        for setting: Setting, in market: Country, rulebook: LiveRulebook, publicURL: String,
        directory: String
    ) async throws {
        let name = "\(setting.rawValue)-\(market.code)"
        self.market = market
        clock = HandClock(Self.opens - .hours(26))
        let quiet = Logger(label: "storybook") { _ in SwiftLogNoOpLogHandler() }
        let storage = try Storage.open(
            .sqlite(path: "\(directory)/\(name).sqlite"), logger: quiet)
        shop = Shop(
            storage: storage, rulebook: rulebook, payments: ["paypal": till, "card": till],
            mailer: postbox, carriers: [Courier.name: courier],
            darkroom: QuickDarkroom(), clock: clock,
            // The same numbers each time, so that a picture changes only when its page does.
            chance: SharedChance(SeededChance(seed: 2015)),
            settings: ShopSettings(
                publicURL: publicURL, name: "Onsale",
                returnAddress: ["Onsale, Returns", "8 Xinghua Road", "Shenzhen 518000", "China"],
                work: setting == .work ? 12 : 0),
            passwords: PasswordHasher(cost: .least, threads: 1), log: quiet)
        try await setting.play(on: self)
    }

    package func close() { shop.storage.close() }

    var sale: Sale { props.withLock { $0.sale! } }
    var round: ID<Round> { props.withLock { $0.rounds[0] } }

    func freshKey() -> String {
        props.withLock { props in
            props.keys += 1
            return "key-\(props.keys)"
        }
    }

    // MARK: The cast

    /// Somebody a scene can be seen by. Who has no name yet comes in and has a confirmed address.
    @discardableResult
    func cast(
        _ role: String, named name: String? = nil, isConfirmed: Bool = true,
        isOperator: Bool = false
    ) async throws -> Account {
        if let known = props.withLock({ $0.cast[role] }) { return known }
        let now = clock.now()
        let account = Account(
            id: shop.chance.id(at: now), mail: "\(role)@example.com", name: name ?? market.heroine,
            language: market.tongue, market: market, confirmedAt: isConfirmed ? now : nil,
            isOperator: isOperator)
        try await shop.storage.write { try $0.insert(account, password: "-", at: now) }
        remember(account, as: role)
        if role == "buyer" { remember(account.door) }
        return account
    }

    /// What somebody types into the form of an address.
    private func remember(_ door: Address) {
        for (field, text) in [
            ("street", door.line1), ("city", door.city), ("postcode", door.postcode),
            ("subdivision", door.subdivision ?? ""), ("phone", door.phone),
        ] {
            remember(text, as: field)
        }
    }

    func crowd(_ count: Int) async throws -> [Account] {
        try await shop.settle((1...count).map { "visitor\($0)" }, in: market.code)
    }

    func remember(_ account: Account, as role: String) {
        props.withLock { $0.cast[role] = account }
    }

    /// The session of somebody of the cast. Two browsers may ask for it at once.
    package func token(of role: String) async throws -> String {
        let session = props.withLock { props in
            if let known = props.sessions[role] { return known }
            guard let account = props.cast[role] else {
                preconditionFailure("nobody plays \(role)")
            }
            let begun = Task { try await begin(account, as: role) }
            props.sessions[role] = begun
            return begun
        }
        return try await session.value
    }

    private func begin(_ account: Account, as role: String) async throws -> String {
        let token = Digest.sha256(role)
        let now = clock.now()
        try await shop.storage.write { tx in
            try tx.insert(
                Session(account: account.id, created: now, seen: now),
                tokenHash: Digest.sha256(token))
        }
        return token
    }

    // MARK: Names in addresses

    func remember(_ text: String, as name: String) { props.withLock { $0.names[name] = text } }

    func announced(_ sale: Sale, _ rounds: [ID<Round>]) {
        props.withLock { props in
            props.sale = sale
            props.rounds = rounds
            props.names["sale"] = sale.code
            for (index, round) in rounds.enumerated() {
                props.names["round\(index + 1)"] = round.text
            }
        }
    }

    /// `/orders/{late}` with the number of that order.
    package func resolved(_ address: String) -> String {
        props.withLock { props in
            props.names.reduce(address) { $0.replacing("{\($1.key)}", with: $1.value) }
        }
    }
}

extension Country {
    /// Who buys in it.
    fileprivate var heroine: String {
        switch code {
        case "DE": "Klara Weber"
        case "FR": "Camille Laurent"
        case "GB": "Amelia Hughes"
        default: "Ann Miller"
        }
    }

    package var tongue: Language {
        switch code {
        case "DE": .german
        case "FR": .french
        case "GB": .britishEnglish
        default: .americanEnglish
        }
    }
}
