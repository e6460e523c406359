// onsale bench-shop: furnishes an empty database for the benchmarks. One round is live: of one
// product there are more units than anybody can reserve, of another the only one is held.

import ArgumentParser
import Foundation
import Logging
import Rules
import Shop
import Storage

struct BenchShopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-shop", abstract: "Furnish an empty database for the benchmarks.",
        shouldDisplay: false)

    static let hot = "band"
    static let gone = "headphones"

    @Option(help: "How many people are in the room, each logged in.")
    var buyers = 20_000

    @Option(help: "Units of the product that never sells out.")
    var units = 10_000_000

    @Option(help: "How many more are in the room, who never log in.")
    var waiting = 0

    @Option(help: "The most that one buyer may have.")
    var limit = 1000

    @Option(help: "Where the people's tokens are written, one a line.")
    var tokens: String

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let settings = try settings.read()
        try await withStorage(settings) { storage in
            guard try await storage.read({ try $0.account(mail: mail(0)) }) == nil else {
                throw ValidationError("there are people in this database already")
            }
            // Nobody's password matters here, and a thousand dear ones would take minutes.
            let shop = try Wiring.quietShop(
                settings, storage: storage, passwords: PasswordHasher(cost: .least),
                log: Logger(label: "bench"))
            let round = try await announce(in: shop)
            let people = try await settle(in: shop, round: round)
            try await fill(round, of: shop)
            try await Task.sleep(for: .seconds(1))
            try await shop.drawRounds()
            _ = try await shop.reserve(
                Self.gone, quantity: 1, in: round, for: people[0].account, key: "the only one")
            let lines = people.map { $0.token + "\n" }.joined()
            try Data(lines.utf8).write(to: URL(filePath: tokens))
            print(round.text)
        }
    }

    private func mail(_ number: Int) -> String { "bench\(number)@example.com" }

    private func announce(in shop: Shop) async throws -> ID<Round> {
        let now = shop.clock.now()
        var draft = try SaleDraft.sample(markets: shop.rulebook.current.markets).moved(
            to: now + .seconds(1), roomOpens: now, apart: .hours(12), lasting: .hours(12))
        draft.hold = .hours(2)
        for index in draft.offers.indices { draft.offers[index].limit = limit }
        draft.rounds = [draft.rounds[0]]
        draft.rounds[0].door = Door(burst: 2_000_000, perMinute: 1_000_000)
        draft.rounds[0].units = [
            .init(product: Self.hot, market: nil, units: units),
            .init(product: Self.gone, market: nil, units: 1),
        ]
        let sale = try await shop.importSale(draft, rulesConfirmedBy: "bench")
        return try await shop.storage.read { try $0.rounds(of: sale.id)[0].id }
    }

    /// As many accounts and tickets as are wanted, without the detour by their verbs: they only
    /// have to be there.
    private func fill(_ round: ID<Round>, of shop: Shop) async throws {
        let now = shop.clock.now()
        let chance = shop.chance
        for first in stride(from: 0, to: waiting, by: 2000) {
            let numbers = first..<min(first + 2000, waiting)
            try await shop.storage.write { tx in
                for number in numbers {
                    let account = Account(
                        id: chance.id(at: now), mail: "waiting\(number)@example.com",
                        name: "Waiting", language: .german, market: Country("DE")!,
                        confirmedAt: now, isOperator: false)
                    try tx.insert(account, password: "-", at: now)
                    try tx.insert(
                        Ticket(
                            id: chance.id(at: now), round: round, account: account.id,
                            entered: now), from: nil)
                }
            }
        }
    }

    /// By their verbs, many at once: those that wait share a commit. But they enter the room all
    /// together, who would else wait for each other at its door.
    private func settle(in shop: Shop, round: ID<Round>) async throws -> [LoggedIn] {
        var people: [LoggedIn] = []
        for first in stride(from: 0, to: buyers, by: 64) {
            let numbers = first..<min(first + 64, buyers)
            people += try await withThrowingTaskGroup(of: (Int, LoggedIn).self) { group in
                for number in numbers {
                    group.addTask { (number, try await settle(number, in: shop)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
                    .sorted { $0.0 < $1.0 }.map(\.1)
            }
        }
        let (now, chance, all) = (shop.clock.now(), shop.chance, people)
        try await shop.storage.write { tx in
            for known in all {
                try tx.insert(
                    Ticket(
                        id: chance.id(at: now), round: round, account: known.account.id,
                        entered: now))
            }
        }
        return people
    }

    private func settle(_ number: Int, in shop: Shop) async throws -> LoggedIn {
        let mail = mail(number)
        try await shop.createBuyer(
            mail: mail, name: "Buyer \(number)", password: DemoPerson.password, language: .german,
            market: Country("DE")!)
        return try await shop.logIn(
            mail: mail, password: DemoPerson.password, from: "bench \(number)")
    }
}
