// To be told when the shop sells to a country: asked for, confirmed by the mailbox, granted once,
// and forgotten.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct WishTests {
    private let austria = Country("AT")!

    private func ask(
        _ world: TestShop, _ mail: String = "ada@example.at", from address: String = "192.0.2.1"
    ) async throws {
        try await world.shop.makeWish(
            mail: mail, country: austria, language: .german, from: address)
        while try await world.shop.runJobs() > 0 {}
    }

    /// The token in the last letter to an address.
    private func token(_ world: TestShop, _ mail: String = "ada@example.at") throws -> String {
        let letter = try #require(world.postbox.all.last { $0.to == mail })
        let link = try #require(letter.text.firstMatch(of: #/shop\.example\.com/wishes/(\S+)/#))
        return String(link.1)
    }

    private func count(_ world: TestShop) async throws -> Int {
        try await world.shop.storage.read { try $0.wishCount() }
    }

    /// The shop begins to sell to Austria.
    private func begin(_ world: TestShop) throws {
        var rules = world.shop.rulebook.current
        var market = rules.markets[Country("DE")!]!
        market.country = austria
        rules.markets[austria] = market
        world.shop.rulebook.replace(with: rules)
    }

    @Test(arguments: Engine.allCases)
    func `who confirmed is told once, and then forgotten`(engine: Engine) async throws {
        try await withShop(on: engine) { world in
            try await ask(world)
            #expect(world.postbox.all.count == 1)
            #expect(world.postbox.all[0].subject.contains("Österreich"))
            try await world.shop.confirmWish(try token(world))
            #expect(try await world.shop.grantWishes() == 0)

            try begin(world)
            #expect(try await world.shop.grantWishes() == 1)
            #expect(try await world.shop.grantWishes() == 0)
            while try await world.shop.runJobs() > 0 {}
            #expect(world.postbox.all.count == 2)
            #expect(world.postbox.all[1].text.contains("https://shop.example.com/"))
            #expect(try await count(world) == 0)
        }
    }

    @Test func `who never confirmed is never written to again, and gone after two days`()
        async throws
    {
        try await withShop(on: .sqlite) { world in
            try await ask(world)
            let token = try token(world)
            try begin(world)
            #expect(try await world.shop.grantWishes() == 0)
            world.clock.wind(.days(3))
            await #expect(throws: Refusal.linkExpired) {
                try await world.shop.confirmWish(token)
            }
            try await ask(world, "bob@example.at")
            #expect(try await count(world) == 1, "the old one was swept away")
        }
    }

    @Test func `it can be taken back at any time, and nothing is left`() async throws {
        try await withShop(on: .sqlite) { world in
            try await ask(world)
            let token = try token(world)
            try await world.shop.confirmWish(token)
            try await world.shop.withdrawWish(token)
            try await world.shop.withdrawWish(token)
            #expect(try await count(world) == 0)
            await #expect(throws: Refusal.linkExpired) { try await world.shop.wish(token) }
            try begin(world)
            #expect(try await world.shop.grantWishes() == 0)
        }
    }

    @Test func `asking again and again bothers nobody`() async throws {
        try await withShop(on: .sqlite) { world in
            for number in 0..<8 { try await ask(world, from: "192.0.2.\(number)") }
            #expect(world.postbox.all.count == 5, "as many letters an hour as any")
            #expect(try await count(world) == 1)
            try await world.shop.confirmWish(try token(world))
            world.clock.wind(.hours(2))
            try await ask(world)
            #expect(world.postbox.all.count == 5, "it is known already")
            await #expect(throws: Refusal.self) { try await ask(world, "not a mail") }
        }
    }

    @Test func `one address can't ask for everybody`() async throws {
        try await withShop(on: .sqlite) { world in
            for number in 0..<60 { try await ask(world, "person\(number)@example.at") }
            let refusal = await #expect(throws: Refusal.self) {
                try await ask(world, "person61@example.at")
            }
            #expect(refusal?.code == "too_many_attempts")
        }
    }

    @Test func `a link to something else opens nothing`() async throws {
        try await withShop(on: .sqlite) { world in
            try await ask(world)
            let token = try token(world)
            let forged = token.dropLast() + (token.hasSuffix("0") ? "1" : "0")
            await #expect(throws: Refusal.linkExpired) {
                try await world.shop.confirmWish(String(forged))
            }
            await #expect(throws: Refusal.linkExpired) {
                _ = try await world.shop.confirmAddress(token)
            }
        }
    }
}
