// Somebody who presses the button too often, as the page tells them.

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing

struct PacePageTests {
    @Test(arguments: Engine.allCases)
    func `the page of the room says when to press again`(engine: Engine) async throws {
        let pace = ReservationPace(account: Pace(perMinute: 1))
        try await withSite(on: engine, .bands(10), pace: pace) { town, client in
            let room = "/rounds/\(town.rounds[0])"
            let ann = Browser(client)
            try await ann.signUp(name: "Ann", mail: "ann@example.com", town)
            try await ann.open(room)
            try await ann.submit("/enter")
            try await town.open()
            town.clock.wind(.seconds(1))
            try await ann.open(room)
            try await ann.submit("/reserve", ["quantity": "1"])
            try await ann.submit("/reserve", ["quantity": "1"])
            #expect(ann.status == .tooManyRequests)
            #expect(ann.headers[.retryAfter] == "60")
            #expect(ann.page.contains("That was too often in a short time."))
            #expect(ann.page.contains("Held for you"))
            town.clock.wind(.minutes(1))
            try await ann.open(room)
            try await ann.submit("/reserve", ["quantity": "1"])
            #expect(ann.status == .ok)
            #expect(try await town.units() == "8 free, 2 reserved, 0 sold")
        }
    }
}
