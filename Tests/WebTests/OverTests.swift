// Whoever waits is told at once when it is over, and never that it is their turn at nothing.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct OverTests {
    @Test func `a turn at nothing isn't called a turn`() async throws {
        try await withSite(.bands(2)) { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            let bob = try await town.shop.storage.read { try $0.account(mail: "bob@example.com")! }
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann, bob)
            try await browser.open("/rounds/\(town.rounds[0])")
            #expect(browser.page.contains("It’s your turn."))
            _ = try await town.buy(2, for: ann)
            town.clock.wind(.seconds(2))
            try await browser.open("/rounds/\(town.rounds[0])")
            #expect(browser.page.contains("Everything is sold."))
            #expect(browser.page.contains(" data-over"))
            #expect(!browser.page.contains("It’s your turn."))
            #expect(browser.page.contains("/rounds/\(town.rounds[0])/why"))
            try await browser.open("/")
            #expect(browser.page.contains("Everything is sold."))
            #expect(!browser.page.contains(">Enter the waiting room</a>"))
        }
    }

    /// The door lets one in each minute, and the round ends after two hours.
    @Test func `a place whose turn never comes is let go`() async throws {
        var sketch = SaleSketch()
        sketch.door = Door(burst: 1, perMinute: 1)
        try await withSite(sketch) { town, client in
            let people = try await town.people(130, in: "DE")
            try await town.enter(people)
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            try await town.open()
            let bob = try await town.shop.storage.read { try $0.account(mail: "bob@example.com")! }
            let late = try await town.enter(bob)
            #expect(late[0].place == 131)
            try await browser.open("/rounds/\(town.rounds[0])")
            #expect(browser.page.contains("Nothing will be left."))
            #expect(!browser.page.contains("Your turn comes in"))
        }
    }

    @Test func `a later round is where to go when the first is sold out`() async throws {
        var sketch = SaleSketch.bands(2)
        sketch.rounds = 2
        try await withSite(sketch) { town, client in
            let ann = try await town.person("ann", in: "US")
            try await town.enterAndOpen(ann)
            _ = try await town.buy(2, for: ann)
            town.clock.wind(.seconds(2))
            let guest = Browser(client)
            try await guest.open("/")
            #expect(guest.page.contains("Round 1</a>"))
            #expect(guest.page.contains("Sold out"))
            #expect(guest.page.contains("The waiting room opens in"))
        }
    }
}
