// To be told of the next sale where the shop sells: when it is announced, and when its room opens;
// then nothing is kept.
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct TellOfSalesTests {
    private let germany = Country("DE")!

    private func ask(
        _ world: TestShop, for product: String? = nil, _ mail: String = "ada@example.com"
    ) async throws {
        try await world.shop.makeWish(
            mail: mail, country: germany, about: .sale(product: product), language: .german,
            from: "192.0.2.1")
        try await run(world)
        let letter = try #require(world.postbox.all.last { $0.to == mail })
        #expect(letter.unsubscribe == nil, "it is no announcement")
        let link = try #require(letter.text.firstMatch(of: #/shop\.example\.com/wishes/(\S+)/#))
        try await world.shop.confirmWish(String(link.1))
    }

    private func announce(_ world: TestShop) async throws {
        var sketch = SaleSketch()
        sketch.units = 10
        var draft = sketch.draft(from: world.clock.now() + .hours(5))
        draft.rounds[0].roomOpens = world.clock.now() + .hours(5)
        try await world.shop.importSale(draft, rulesConfirmedBy: "clerk")
    }

    private func run(_ world: TestShop) async throws {
        try await world.shop.tellOfSales()
        while try await world.shop.runJobs() > 0 {}
    }

    private func letters(_ world: TestShop, to mail: String = "ada@example.com") -> [Mail] {
        world.postbox.all.filter { $0.to == mail }
    }

    @Test(arguments: Engine.allCases)
    func `who asked before hears of the announcement and of the room, and no more`(
        engine: Engine
    ) async throws {
        try await withShop(on: engine) { world in
            try await ask(world)
            try await run(world)
            #expect(letters(world).count == 1, "there is nothing to tell yet")
            world.clock.wind(.hours(1))
            try await announce(world)
            try await run(world)
            try await run(world)
            #expect(letters(world).map(\.subject).last == "Angekündigt: Bands")
            world.clock.wind(.hours(5))
            try await run(world)
            try await run(world)
            let told = letters(world)
            #expect(told.count == 3)
            #expect(told[2].subject == "Der Warteraum ist offen: Bands")
            #expect(told[2].text.contains("https://shop.example.com/sales/bands"))
            #expect(told[1...].allSatisfy { $0.unsubscribe?.hasSuffix("/end") == true })
            #expect(try await world.shop.storage.read { try $0.wishCount() } == 0)
        }
    }

    @Test func `who asks about an announced sale hears of its room only`() async throws {
        try await withShop(on: .sqlite) { world in
            try await announce(world)
            world.clock.wind(.hours(1))
            try await ask(world)
            try await run(world)
            #expect(letters(world).count == 1)
            world.clock.wind(.hours(4))
            try await run(world)
            #expect(letters(world).count == 2)
        }
    }

    @Test func `who waits for one product hears of no sale without it`() async throws {
        try await withShop(on: .sqlite) { world in
            try await ask(world, for: "handset", "hope@example.com")
            try await ask(world, for: "band", "ben@example.com")
            world.clock.wind(.hours(1))
            try await announce(world)
            try await run(world)
            #expect(letters(world, to: "hope@example.com").count == 1)
            #expect(letters(world, to: "ben@example.com").count == 2)
        }
    }

    @Test func `an account's address is confirmed already, and the link ends it`() async throws {
        try await withShop(on: .sqlite) { world in
            let jonas = try await world.shop.settle("jonas", in: "DE")
            let wish = try await world.shop.makeWish(ofSaleOf: nil, for: jonas)
            #expect(wish.confirmed != nil && world.postbox.all.isEmpty)
            let again = try await world.shop.makeWish(ofSaleOf: "band", for: jonas)
            #expect(again.id == wish.id)
            try await world.shop.withdrawWish(try await world.shop.linkToken(for: wish.id))
            world.clock.wind(.hours(1))
            try await announce(world)
            try await run(world)
            #expect(world.postbox.all.isEmpty)
        }
    }

    @Test func `a wish about a sale isn't granted by a market that is there`() async throws {
        try await withShop(on: .sqlite) { world in
            try await ask(world)
            #expect(try await world.shop.grantWishes() == 0)
            #expect(try await world.shop.storage.read { try $0.wishesByCountry() }.isEmpty)
        }
    }

    /// The mail is away from before the room opens until the sale has begun.
    @Test func `whom no letter reached in time hears of the next sale`() async throws {
        try await withShop(on: .sqlite) { world in
            try await announce(world)
            world.clock.wind(.hours(1))
            try await ask(world)
            struct Away: Error {}
            world.postbox.fail(with: Away())
            world.clock.wind(.hours(4))
            try await run(world)
            world.clock.wind(.hours(2))
            world.postbox.fail(with: nil)
            try await run(world)
            #expect(letters(world).count == 1)
            #expect(try await world.shop.storage.read { try $0.wishCount() } == 1)
        }
    }
}
