// Odds, standby, more time and the proof, as a buyer's browser and a program meet them.
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Rules
import Shop
import Storage
import TestKit
import Testing

struct FairnessTests {
    @Test(arguments: Engine.allCases)
    func `who comes too late stands by, and gets what is let go`(engine: Engine) async throws {
        try await withSite(on: engine, .bands(2)) { town, client in
            let room = "/rounds/\(town.rounds[0])"
            let (ann, bob) = (Browser(client), Browser(client))
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            try await bob.signUp(name: "Bob", mail: "bob@example.com", town)
            try await bob.open(room)
            try await bob.submit("/enter")
            try await ann.reserveTwo(town)
            #expect(ann.page.contains("I need more time"))
            // She has as many as anybody may: there is nothing to stand by for.
            try await ann.open(room)
            #expect(!ann.page.contains("/standby\""))
            try await ann.open("/sales/bands")
            try await ann.submit("/more-time")
            #expect(!ann.page.contains("I need more time"))

            town.clock.wind(.seconds(1))
            try await bob.open(room)
            #expect(!bob.page.contains("/reserve\""))
            try await bob.submit("/standby", ["quantity": "2"])
            #expect(bob.page.contains("You stand by, and you are next."))
            try await ann.open("/sales/bands")
            try await ann.submit("/cancel")
            town.clock.wind(.seconds(1))
            try await bob.open(room)
            #expect(bob.page.contains("Held for you"))

            try await ann.open("\(room)/why")
            #expect(ann.page.contains("you let go of yours"))
            #expect(ann.page.contains("Why this result?"))
            try await bob.open("\(room)/why")
            #expect(bob.page.contains("held for you"))
        }
    }

    /// The draw comes up to a second after the opening. A page that called the round live by then
    /// would wait for a change that has happened.
    @Test func `between the opening and the draw the page says so`() async throws {
        try await withSite { town, client in
            let ann = Browser(client)
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            let room = "/rounds/\(town.rounds[0])"
            try await ann.open(room)
            try await ann.submit("/enter")
            town.clock.wind(.hours(1))
            try await ann.open(room)
            #expect(ann.page.contains("data-phase=\"drawing\""))
            #expect(ann.page.contains("The order is being settled."))
            try await town.tick()
            town.clock.wind(.seconds(1))
            try await ann.open(room)
            #expect(ann.page.contains("data-phase=\"live\""))
        }
    }

    @Test func `who gets fewer than asked for is told so`() async throws {
        try await withSite(on: .sqlite, .bands(1)) { town, client in
            let ann = Browser(client)
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            try await ann.reserveTwo(town)
            #expect(ann.page.contains("There were fewer left than you asked for."))
            try await ann.open("/account")
            try await ann.submit("/logout")
            #expect(ann.page.contains("You are logged out."))
        }
    }

    @Test func `a waiting buyer is told the odds`() async throws {
        let sketch = SaleSketch.bands(3) { $0.door = Door(burst: 1, perMinute: 1) }
        try await withSite(on: .sqlite, sketch) { town, client in
            let ann = Browser(client)
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            let room = "/rounds/\(town.rounds[0])"
            try await ann.open(room)
            try await ann.submit("/enter")
            let people = try await town.people(30, in: "US")
            try await town.enter(people)
            try await town.open()
            try await ann.open(room)
            let place = try await town.shop.storage.read { reader in
                try reader.tickets(in: town.rounds[0]).first { ticket in
                    !people.map(\.id).contains(ticket.account)
                }?.place
            }
            let said =
                switch place! {
                case 1: "It’s your turn."
                case 2: "Certain: "
                default: "Unlikely: "
                }
            #expect(ann.page.contains(said), "\(place!): \(ann.page)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program stands by, gets more time, and verifies the transcript`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine, .bands(2)) { town, client in
            let round = "/api/v1/rounds/\(town.rounds[0])"
            let ann = try await town.shop.program("ann@example.com", in: "DE", client)
            let bob = try await town.shop.program("bob@example.com", in: "FR", client)
            try await ann.tell("\(round)/ticket", status: .created)
            try await bob.tell("\(round)/ticket", status: .created)
            try await client.execute(uri: "\(round)/transcript", method: .get) {
                #expect($0.status == .conflict)
            }
            try await town.open()
            try await ann.tell(
                "\(round)/reservations", ["product": "band", "quantity": 2], status: .created)
            let standing = try await bob.tell(
                "\(round)/standbys", ["product": "band", "quantity": 1], status: .created)
            #expect(standing["ahead"] as? Int == 0)
            try await ann.tell("/api/v1/sales/bands/more-time")
            let again = try await ann.tell(
                "/api/v1/sales/bands/more-time", key: "again", status: .conflict)
            #expect(again["code"] as? String == "already_prolonged")
            try await town.wind(.minutes(30))

            let outcome = try await ann.ask("\(round)/outcome")
            let kinds = (outcome["outcomes"] as? [[String: Any]])?.map { $0["outcome"] as? String }
            #expect(kinds == ["lapsed"])
            let text = try await client.execute(uri: "\(round)/transcript", method: .get) {
                String(buffer: $0.body)
            }
            let transcript = try Transcript(text)
            #expect(transcript.troubles() == [])
            let document = try await ann.ask("\(round)?market=DE")
            let stalls = document["allotments"] as? [[String: Any]]
            #expect(stalls?[0]["head"] as? String == transcript.records[0].head.hash)
            #expect(document["entrants"] as? String == transcript.entrants)
        }
    }
}
