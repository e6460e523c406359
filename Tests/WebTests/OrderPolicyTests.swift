// The three ways to put a room in order, as people and programs meet them: no page promises a lot
// where who comes first is first, and who wasn't drawn is told what is left to hope for.
import HTTPTypes
import HummingbirdTesting
import Rules
import Shop
import Storage
import TestKit
import Testing

struct OrderPolicyTests {
    @Test(arguments: Engine.allCases)
    func `who comes first is first, and nothing is said of a lot`(engine: Engine) async throws {
        try await withSite(on: engine, .bands(10) { $0.order = .firstCome }) { town, client in
            let room = "/rounds/\(town.rounds[0])"
            let (ann, bob) = (Browser(client), Browser(client))
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            try await bob.signUp(name: "Bob", mail: "bob@example.com", town)
            for person in [bob, ann] {
                try await person.open("/sales/bands")
                #expect(person.page.contains("whoever comes first is first"))
                #expect(!person.page.contains("by lot"))
                try await person.open(room)
                try await person.submit("/enter")
                #expect(person.page.contains("Whoever entered first is first."))
                #expect(!person.page.contains("by lot"))
                town.clock.wind(.seconds(1))
            }
            try await town.open()
            try await bob.open(room)
            #expect(bob.page.contains("Place 1 of 2"))
            let sale = try await town.shop.program("cid@example.com", in: "DE", client)
                .ask("/api/v1/sales/bands?market=DE")
            #expect(sale["order"] as? String == "first_come")
        }
    }

    @Test(arguments: Engine.allCases)
    func `in a draw the winners reserve, and the others are told until when`(
        engine: Engine
    ) async throws {
        try await withSite(on: engine, .bands(2) { $0.order = .draw }) { town, client in
            let round = "/api/v1/rounds/\(town.rounds[0])"
            var people = [
                try await town.shop.program("ann@example.com", in: "DE", client),
                try await town.shop.program("bob@example.com", in: "DE", client),
            ]
            for person in people { try await person.tell("\(round)/ticket", status: .created) }
            try await town.open()
            town.clock.wind(.seconds(2))
            let first = try await people[0].ask("\(round)/ticket")
            if first["place"] as? Int != 1 { people.reverse() }
            let stall =
                try await people[0].ask("\(round)?market=DE")["allotments"] as? [[String: Any]]
            #expect(stall?[0]["winners"] as? Int == 1)
            #expect(stall?[0]["kept_until"] != nil)
            let wish: [String: any Sendable] = ["product": "band", "quantity": 1]
            let refused = try await people[1].tell(
                "\(round)/reservations", wish, status: .conflict)
            #expect(refused["code"] as? String == "not_drawn")
            try await people[1].tell("\(round)/standbys", wish, status: .created)
            try await people[0].tell("\(round)/reservations", wish, status: .created)
            // What the winner leaves is for everybody, those who stand by first.
            try await town.wind(.minutes(16))
            #expect(try await town.units() == "1 free, 1 reserved, 0 sold")
            let outcome = try await people[1].ask("\(round)/outcome")
            let kinds = (outcome["outcomes"] as? [[String: Any]])?.map { $0["outcome"] as? String }
            #expect(kinds == ["holds"])
        }
    }
}
