// A draw with a public beacon: the list closes first, the value comes afterwards, and the order
// follows from both; or it doesn't come, and everybody can see that too.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct BeaconTests {
    private let sketch = SaleSketch.bands(6) { $0.hasBeacon = true }

    @Test(arguments: Engine.allCases)
    func `who is in the room when the list closes is drawn, who comes later stands behind`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, sketch) { town in
            let people = try await town.people(8, in: "DE")
            try await town.enter(Array(people.prefix(6)))
            try await town.wind(.minutes(55))
            let listed = try #require(try await town.round().entrants)
            // Who is on the list stays on it, and whoever comes now comes late.
            try await town.shop.leaveRoom(of: town.rounds[0], as: people[0])
            try await town.wind(.seconds(1))
            try await town.enter(people[6])
            try await town.wind(.seconds(1))
            try await town.enter(people[7])
            try await town.wind(.minutes(4))
            try await town.shop.enterBeacon("9f3c", of: town.rounds[0], by: town.clerk)
            try await town.open()
            #expect(try await town.round().drawn == 6)
            #expect(try await town.round().entrants == listed)
            #expect(try await town.place(of: people[6]) == 7)
            #expect(try await town.place(of: people[7]) == 8)
            #expect(try await town.enter(try await town.person("late", in: "DE"))[0].place == 9)
            try await town.reserve(2, for: people[6])
            let transcript = try await town.transcript()
            #expect(transcript.beacon?.value == "9f3c")
            #expect(transcript.troubles() == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a round stands still until the value is there, and nobody loses time`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, sketch) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enter(ann)
            try await town.wind(.minutes(55))
            try await town.open()
            #expect(try await town.round().awaitsBeacon)
            await #expect(throws: Refusal.self) { try await town.reserve(1, for: ann) }
            // Letting the brake go by hand draws nothing.
            try await town.shop.resume(town.rounds[0], by: town.clerk)
            try await town.wind(.seconds(1))
            #expect(try await town.round().awaitsBeacon)
            try await town.wind(.minutes(5))
            try await town.shop.enterBeacon("18312.39", of: town.rounds[0], by: town.clerk)
            try await town.wind(.seconds(1))
            let round = try await town.round()
            #expect(round.drawn == 1)
            #expect(round.clock.saleTime(at: town.clock.now()) <= round.opens + .seconds(2))
            try await town.reserve(1, for: ann)
            #expect(try await town.transcript().troubles() == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a value that never comes is done without at the stated time`(engine: Engine) async throws
    {
        try await Town.story(on: engine, sketch) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enter(ann)
            try await town.wind(.minutes(55))
            try await town.open()
            try await town.wind(.minutes(9))
            #expect(try await town.round().drawn == nil)
            try await town.wind(.minutes(1))
            #expect(try await town.round().drawn == 1)
            try await town.reserve(1, for: ann)
            let transcript = try await town.transcript()
            #expect(transcript.beacon != nil && transcript.beacon?.value == nil)
            #expect(transcript.troubles() == [])
            let journal = try await town.shop.storage.read {
                try $0.journal(about: town.rounds[0].text)
            }
            #expect(journal.contains { $0.detail == "1 tickets, without the beacon" })
        }
    }

    @Test(arguments: Engine.allCases)
    func `a slip is corrected before the draw, and nothing is entered too early or too late`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, sketch) { town in
            let (shop, round) = (town.shop, town.rounds[0])
            let ann = try await town.person("ann", in: "DE")
            try await town.enter(ann)
            await #expect(throws: Refusal.notAllowed) {
                try await shop.enterBeacon("1", of: round, by: ann)
            }
            let published = try await shop.storage.read { try $0.beacon(of: round)!.published }
            await #expect(throws: Refusal.beaconNotYet(at: published)) {
                try await shop.enterBeacon("1", of: round, by: town.clerk)
            }
            try await town.wind(.minutes(55))
            try await town.wind(.minutes(4))
            await #expect(throws: Refusal.input([Fault(.value, .malformed)])) {
                try await shop.enterBeacon("two words", of: round, by: town.clerk)
            }
            try await shop.enterBeacon("slip", of: round, by: town.clerk)
            try await shop.enterBeacon("9f3c", of: round, by: town.clerk)
            try await town.open()
            await #expect(throws: Refusal.orderDrawn) {
                try await shop.enterBeacon("another", of: round, by: town.clerk)
            }
            #expect(try await town.transcript().beacon?.value == "9f3c")
        }
    }

    /// The store was away when its time came.
    @Test(arguments: Engine.allCases)
    func `a list that is closed too late is drawn without the value`(engine: Engine) async throws {
        try await Town.story(on: engine, sketch) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enter(ann)
            try await town.wind(.minutes(59))
            await #expect(throws: Refusal.beaconTooLate) {
                _ = try await town.shop.enterBeacon("9f3c", of: town.rounds[0], by: town.clerk)
            }
            try await town.open()
            #expect(try await town.round().drawn == 1)
            try await town.reserve(1, for: ann)
            let transcript = try await town.transcript()
            #expect(transcript.beacon?.isTooLate == true)
            #expect(transcript.troubles() == [])
        }
    }

    @Test func `another value is another order`() {
        let seed = Digest.sha256("seed")
        let keys = [nil, "9f3c", "9f3d"].map {
            DrawKey.mixed(seed: seed, entrants: Digest.sha256("list"), beacon: $0)
        }
        #expect(Set(keys).count == 3)
    }

    @Test(arguments: [
        ("an order that isn’t drawn", "nothing is drawn"),
        ("a list that closes after the opening", "the list must close"),
        ("a value that is published before", "the value must be published"),
        ("no end of waiting", "the fallback must be"),
        ("no address", "the address must be"),
    ])
    func `a beacon that proves nothing isn't announced`(mistake: String, said: String) async throws
    {
        try await Town.story(on: .sqlite) { town in
            var draft = sketch.draft(from: town.clock.now())
            draft.code = "others"
            let opens = draft.rounds[0].opens
            var (address, closes) = ("https://example.com", opens - .minutes(5))
            var (published, fallback) = (opens - .minutes(1), opens + .minutes(1))
            switch mistake {
            case "an order that isn’t drawn": draft.order = .firstCome
            case "a list that closes after the opening": closes = opens + .seconds(1)
            case "a value that is published before": published = closes + .seconds(9)
            case "no end of waiting": fallback = published + .days(2)
            default: address = "the newspaper"
            }
            draft.rounds[0].beacon = Beacon(
                name: "drand", address: address, listCloses: closes, published: published,
                fallback: fallback)
            let announced = draft
            let fault = await #expect(throws: SaleDraftFault.self) {
                _ = try await town.shop.importSale(announced)
            }
            #expect(fault?.reason.contains(said) == true, "\(fault?.reason ?? "none")")
        }
    }
}
