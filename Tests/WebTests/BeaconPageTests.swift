// A public beacon on the pages: told to everybody, entered by the operator, checked by anybody.
import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing

struct BeaconPageTests {
    private let sketch = SaleSketch.bands(6) { $0.hasBeacon = true }

    @Test(arguments: Engine.allCases)
    func `the operator enters the value, and everybody sees it`(engine: Engine) async throws {
        try await withSite(on: engine, sketch) { town, client in
            let room = "/rounds/\(town.rounds[0])"
            let (ann, clerk) = (Browser(client), Browser(client))
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            try await ann.open(room)
            #expect(ann.page.contains("drand quicknet, round 4471012"))
            #expect(ann.page.contains("https://api.drand.sh/rounds/4471012"))
            try await ann.submit("/enter")
            #expect(ann.page.contains("/leave"))
            try await town.wind(.minutes(55))
            try await ann.open(room)
            #expect(!ann.page.contains("/leave"), "the list is closed")
            let bob = Browser(client)
            try await bob.signUp(name: "Bob", mail: "bob@example.com", town)
            try await bob.open(room)
            #expect(bob.page.contains("The list of this round is closed."))

            try await clerk.becomeOperator(town)
            try await clerk.open("/console")
            #expect(!clerk.page.contains("/beacon"), "it isn't published yet")
            try await town.wind(.minutes(6))
            try await bob.open(room)
            #expect(bob.page.contains("The draw waits for the value"))
            #expect(bob.page.contains("/enter"))
            let klara = Browser(client)
            klara.language = "de-DE"
            try await klara.open(room)
            #expect(klara.page.contains("Die Auslosung wartet"))
            #expect(!klara.page.contains("The draw waits"), "in one language, theirs")
            try await clerk.open("/console")
            try await clerk.submit("/beacon", ["value": "9f3c", "again": "9f3d"])
            #expect(clerk.status == .unprocessableContent)
            try await clerk.submit("/beacon", ["value": "9f3c", "again": "9f3c"])
            #expect(clerk.status == .ok)
            try await town.wind(.seconds(1))
            try await ann.open("\(room)/proof")
            #expect(ann.page.contains("<code>9f3c</code>"))
            #expect(try await town.transcript().troubles() == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program enters it, and the document says what was entered`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine, sketch) { town, client in
            let round = "/api/v1/rounds/\(town.rounds[0])"
            let clerk = try await town.shop.program("operator@example.com", in: "US", client)
            let early = try await clerk.tell(
                "\(round)/beacon", ["value": "9f3c"], status: .conflict)
            #expect(early["code"] as? String == "beacon_not_yet")
            let document = try await clerk.ask("\(round)?market=US")
            let beacon = document["beacon"] as? [String: Any]
            #expect(beacon?["name"] as? String == "drand quicknet, round 4471012")
            #expect(beacon?["value"] == nil)
            try await town.wind(.minutes(55))
            try await town.open()
            let entered = try await clerk.tell(
                "\(round)/beacon", ["value": "9f3c"], key: "again", status: .created)
            #expect(entered["value"] as? String == "9f3c")
            try await town.wind(.seconds(2))
            let after = try await clerk.ask("\(round)?market=US")
            #expect((after["beacon"] as? [String: Any])?["value"] as? String == "9f3c")
            #expect(after["drawn"] as? Int == 0)
        }
    }

    @Test(arguments: Language.allCases)
    func `it is told in every language`(language: Language) async throws {
        try await withSite(on: .sqlite, sketch) { town, client in
            let visitor = Browser(client)
            visitor.language = language.rawValue
            try await visitor.open("/rounds/\(town.rounds[0])")
            let said = [
                Language.americanEnglish: "Public beacon", .britishEnglish: "Public beacon",
                .french: "Balise publique", .german: "Öffentlicher Zufallswert",
            ]
            #expect(visitor.page.contains(said[language]!))
        }
    }
}
