// Limits: per buyer and per household, over the whole sale, whatever is in between.
import Rules
import Shop
import TestKit
import Testing

struct LimitTests {
    @Test(arguments: Engine.allCases)
    func `a buyer has one limit over holds, orders and rounds`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(10) { $0.rounds = 2 }) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.reserve(1, for: ann)
            await #expect(throws: Refusal.limitReached(limit: 2, held: 1)) {
                try await town.reserve(2, for: ann)
            }
            let bought = try await town.buyWhatIsHeld(ann)
            #expect(bought.state == .paid)
            try await town.enterAndOpenNextDay(ann)
            await #expect(throws: Refusal.limitReached(limit: 2, held: 1)) {
                try await town.reserve(2, for: ann, round: 2)
            }
            try await town.reserve(1, for: ann, round: 2)
            _ = try await town.buyWhatIsHeld(ann)
            await #expect(throws: Refusal.limitReached(limit: 2, held: 2)) {
                try await town.reserve(1, for: ann, round: 2)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a hold that lapsed no longer counts against a limit`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.reserve(2, for: ann)
            try await town.wind(.minutes(15))
            try await town.reserve(2, for: ann)
        }
    }

    @Test(arguments: Engine.allCases)
    func `two at one door have one limit between them`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            try await town.enterAndOpen(ann, bob)
            try await town.reserve(1, for: ann)
            _ = try await town.order(by: ann, to: town.home(of: ann, "Lindenstraße 5"))
            // Where bob lives isn't known before he says it.
            try await town.reserve(2, for: bob)
            await #expect(throws: Refusal.householdLimitReached(limit: 2)) {
                try await town.order(by: bob, to: town.home(of: bob, "LINDENSTRASSE 5"))
            }
            _ = try await town.order(by: bob, to: town.home(of: bob, "Lindenstraße 6"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a household that is known is refused at the reservation`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(10) { $0.rounds = 2 }) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            try await town.enterAndOpen(ann, bob)
            let home = "Lindenstraße 5"
            for person in [ann, bob] {
                try await town.reserve(1, for: person)
                let order = try await town.order(by: person, to: town.home(of: person, home))
                try await town.pay(order, by: person)
            }
            try await town.enterAndOpenNextDay(ann, bob)
            await #expect(throws: Refusal.householdLimitReached(limit: 2)) {
                try await town.reserve(1, for: bob, round: 2)
            }
        }
    }

    @Test func `an address is the same however it is written`() async throws {
        let rows = table(
            """
            # one | other | same?
            Lindenstraße 5        | LINDENSTRASSE 5       | yes
            Lindenstraße 5        | Lindenstrasse   5     | yes
            12 rue de l’Église    | 12, RUE DE L'EGLISE   | yes
            12 Main St.           | 12  main st           | yes
            Åsgatan 1             | Asgatan 1             | yes
            Øster Allé 3          | Oster Alle 3          | yes
            Rue du Cœur 9         | RUE DU COEUR 9        | yes
            Lindenstraße 5        | Lindenstraße 6        | no
            Lindenstraße 15       | Lindenstraße 5        | no
            """)
        try await Town.story(on: .sqlite) { town in
            let ann = try await town.person("ann", in: "DE")
            for row in rows {
                let one = try await town.shop.household(at: town.home(of: ann, row[0]))
                let other = try await town.shop.household(at: town.home(of: ann, row[1]))
                #expect((one == other) == (row[2] == "yes"), "\(row)")
            }
            var flat = town.home(of: ann, "Lindenstraße 5")
            let oneLine = try await town.shop.household(at: town.home(of: ann, "Lindenstraße 5 A2"))
            flat.line2 = "A2"
            #expect(try await town.shop.household(at: flat) == oneLine)
        }
    }
}

extension Town {
    func buyWhatIsHeld(_ person: Account) async throws -> Order {
        try await pay(order(by: person), by: person)
    }
}
