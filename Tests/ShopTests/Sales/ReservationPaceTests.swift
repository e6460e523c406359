// Limits on how fast people try to reserve: who is slowed, and who never is.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ReservationPaceTests {
    @Test(arguments: Engine.allCases)
    func `whoever asks too often waits, and keeps what they have`(engine: Engine) async throws {
        let pace = ReservationPace(account: Pace(perMinute: 2))
        try await Town.story(on: engine, .bands(10) { $0.limit = 5 }, pace: pace) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            try await town.enterAndOpen(ann, bob)
            let first = try await town.reserve(1, for: ann, key: "first")
            await #expect(throws: Refusal.limitReached(limit: 5, held: 1)) {
                try await town.reserve(5, for: ann, key: "greedy")
            }
            await #expect(throws: Refusal.askedTooOften(retryAfter: .seconds(30))) {
                try await town.reserve(1, for: ann, key: "second")
            }
            // The answer that got lost on its way is given again.
            #expect(try await town.reserve(1, for: ann, key: "first") == first)
            try await town.reserve(1, for: bob)
            try await town.wind(.seconds(30))
            try await town.reserve(1, for: ann, key: "second")
            #expect(try await town.units() == "7 free, 3 reserved, 0 sold")
        }
    }

    @Test func `an address is counted for all who share it`() async throws {
        let pace = ReservationPace(address: Pace(perMinute: 2))
        try await Town.story(on: .sqlite, .bands(10), pace: pace) { town in
            let people = try await town.people(4, in: "FR")
            try await town.enter(people)
            try await town.open()
            func reserve(_ person: Int, from address: String?) async throws {
                _ = try await town.shop.reserve(
                    "band", quantity: 1, in: town.rounds[0], for: people[person],
                    key: town.freshKey(), from: address)
            }
            try await reserve(0, from: "192.0.2.1")
            try await reserve(1, from: "192.0.2.1")
            await #expect(throws: Refusal.askedTooOften(retryAfter: .seconds(30))) {
                try await reserve(2, from: "::ffff:192.0.2.1")
            }
            try await reserve(2, from: "192.0.2.2")
            try await reserve(3, from: nil)
        }
    }

    /// Seen to fail when what went wrong was counted.
    @Test func `failures of our own cost nobody anything`() async throws {
        let pace = ReservationPace(account: Pace(perMinute: 2), address: Pace(perMinute: 2))
        try await Town.unaudited(on: .sqlite, .bands(10), pace: pace) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.reserve(1, for: ann)
            town.shop.storage.close()
            for _ in 1...5 {
                do {
                    try await town.shop.reserve(
                        "band", quantity: 1, in: town.rounds[0], for: ann, key: town.freshKey(),
                        from: "192.0.2.1")
                    Issue.record("a closed storage reserved something")
                } catch let refusal as Refusal {
                    #expect(refusal == .busy(retryAfter: .seconds(1)), "\(refusal)")
                } catch {}
            }
        }
    }
}
