// The proof of a draw with a beacon: what a forger changes is found, even in a file made whole
// again.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct BeaconProofTests {
    private func transcript(entering value: String?) async throws -> Transcript {
        var transcript: Transcript?
        try await Town.story(on: .sqlite, .bands(6) { $0.hasBeacon = true }) { town in
            // So many that another seed gives another order: of five, one in 120 gives the same.
            let people = try await town.people(13, in: "DE")
            try await town.enter(Array(people.prefix(12)))
            try await town.wind(.minutes(55))
            try await town.wind(.minutes(1))
            try await town.enter(people[12])
            try await town.wind(.minutes(3))
            if let value {
                try await town.shop.enterBeacon(value, of: town.rounds[0], by: town.clerk)
            }
            try await town.open()
            try await town.wind(.minutes(10))
            for person in people.prefix(3) { _ = try await town.buy(2, for: person) }
            transcript = try await town.transcript()
        }
        return transcript!
    }

    @Test(arguments: [nil, "9f3c"])
    func `a true one is believed, with the value and without`(value: String?) async throws {
        let transcript = try await transcript(entering: value)
        #expect(transcript.troubles() == [])
        #expect(try Transcript(transcript.text) == transcript)
    }

    @Test(arguments: [
        ("a changed seed", "the seed isn’t the one"),
        ("another value", "the order isn’t the one that the seed and the beacon give"),
        ("a value left out", "the order isn’t the one"),
        ("no beacon at all", "the order isn’t the one"),
        ("a list closed too late", "closed after the beacon’s value was published"),
        ("an entrant who came late", "somebody who entered after the list was closed was drawn"),
        ("a late-comer let in", "somebody who entered before the list was closed wasn’t"),
        ("a value from the future", "before the beacon’s value was published"),
        ("a list never closed", "the list was drawn and never closed"),
    ])
    func `a forgery is found`(forgery: String, trouble: String) async throws {
        var forged = try await transcript(entering: "9f3c")
        let beacon = try #require(forged.beacon)
        let closed = try #require(beacon.closed)
        func with(
            closed: Moment?, published: Moment? = nil, value: String? = "9f3c"
        ) -> Beacon {
            Beacon(
                name: beacon.name, address: beacon.address, listCloses: beacon.listCloses,
                published: published ?? beacon.published, fallback: beacon.fallback,
                closed: closed, value: value)
        }
        switch forgery {
        case "a changed seed": forged.seed = String(forged.seed.reversed())
        case "another value": forged.beacon = with(closed: closed, value: "9f3d")
        case "a value left out": forged.beacon = with(closed: closed, value: nil)
        case "no beacon at all": forged.beacon = nil
        case "a list closed too late": forged.beacon = with(closed: beacon.published)
        case "an entrant who came late": forged.tickets[0].entered = closed + .seconds(1)
        case "a late-comer let in": forged.tickets[12].entered = closed
        case "a value from the future":
            forged.beacon = with(closed: closed, published: forged.taken + .seconds(1))
        default: forged.beacon = with(closed: nil)
        }
        let read = try Transcript(forged.text)
        #expect(read.troubles().contains { $0.contains(trouble) }, "\(read.troubles())")
    }

    @Test func `an order drawn without the value before its time is found`() async throws {
        var forged = try await transcript(entering: nil)
        let beacon = try #require(forged.beacon)
        forged.beacon = Beacon(
            name: beacon.name, address: beacon.address, listCloses: beacon.listCloses,
            published: beacon.published, fallback: forged.taken + .seconds(1), closed: beacon.closed
        )
        #expect(forged.troubles() == ["units were given before the time for the beacon was over"])
    }
}
