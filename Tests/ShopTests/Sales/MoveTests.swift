// A place on a second device: a code that works once and for a while, and the place that stays the
// account's. And what tickets share, as the operator is shown it.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct MoveTests {
    @Test(arguments: Engine.allCases)
    func `a code logs a second device in, once, and the place stays`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            let ticket = try await town.enter(ann)[0]
            let move = try await town.shop.offerMove(to: town.rounds[0], by: ann)
            let letters = #/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/#
            #expect(move.code.wholeMatch(of: letters) != nil)
            #expect(move.expires == town.clock.now() + .minutes(10))
            let typed = " " + move.code.lowercased().replacing("-", with: " ")
            let (known, round) = try await town.shop.useMove(typed, from: "192.0.2.7")
            #expect(known.account.id == ann.id && round == town.rounds[0])
            #expect(try await town.shop.session(token: known.token)?.id == ann.id)
            await #expect(throws: Refusal.codeExpired) {
                try await town.shop.useMove(move.code, from: "192.0.2.7")
            }
            #expect(try await town.enter(known.account) == [ticket])
            try await town.open()
            try await town.reserve(1, for: known.account)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a code ends after ten minutes, or when another is asked for`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            await #expect(throws: Refusal.noTicket) {
                try await town.shop.offerMove(to: town.rounds[0], by: ann)
            }
            try await town.enter(ann)
            func offer() async throws -> String {
                try await town.shop.offerMove(to: town.rounds[0], by: ann).code
            }
            func refuses(_ code: String) async {
                await #expect(throws: Refusal.codeExpired) {
                    try await town.shop.useMove(code, from: "192.0.2.7")
                }
            }
            let first = try await offer()
            let second = try await offer()
            await refuses(first)
            town.clock.wind(.minutes(10))
            await refuses(second)
            await refuses("")
            await refuses("ABCD-EFG!")
            town.clock.wind(.minutes(1))
            _ = try await town.shop.useMove(try await offer(), from: "192.0.2.7")
        }
    }

    @Test func `nobody tries codes for long, from whatever address of a network`() async throws {
        try await Town.story(on: .sqlite) { town in
            for number in 1...60 {
                await #expect(throws: Refusal.codeExpired) {
                    try await town.shop.useMove("0000-0000", from: "2001:db8::\(number)")
                }
            }
            await #expect(throws: Refusal.tooManyAttempts(retryAfter: .hours(1))) {
                try await town.shop.useMove("0000-0000", from: "2001:db8::ffff")
            }
            await #expect(throws: Refusal.codeExpired) {
                try await town.shop.useMove("0000-0000", from: "192.0.2.1")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `tickets that share something are shown, and nobody is refused`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10)) { town in
            let people = try await town.people(5, in: "DE")
            let begun = town.clock.now()
            func enter(_ person: Int, _ address: String, _ device: String) async throws {
                _ = try await town.shop.enterRoom(
                    of: town.rounds[0], as: people[person],
                    from: Whereabouts(address: address, device: device))
                town.clock.wind(.seconds(1))
            }
            try await enter(0, "192.0.2.1", "phone")
            try await enter(1, "192.0.2.1", "phone")
            try await enter(2, "192.0.2.1", "desk")
            try await enter(3, "192.0.2.2", "phone")
            try await enter(4, "2001:db8::1", "phone")
            try await town.open()
            try await town.reserve(2, for: people[0])
            try await town.reserve(1, for: people[3])
            let groups = try await town.shop.storage.read { try $0.clusters(in: town.rounds[0]) }
            #expect(
                groups == [
                    Cluster(
                        trait: .device, tickets: 2, reserved: 1, units: 2, firstEntered: begun,
                        lastEntered: begun + .seconds(1)),
                    Cluster(
                        trait: .address, tickets: 3, reserved: 1, units: 2, firstEntered: begun,
                        lastEntered: begun + .seconds(2)),
                ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a household is a group too, and what lapsed isn't counted as units`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10) { $0.limit = 4 }) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            try await town.enterAndOpen(ann, bob)
            for person in [ann, bob] {
                try await town.reserve(1, for: person)
                _ = try await town.pay(
                    town.order(by: person, to: town.home(of: ann, "Lindenstr. 3")), by: person)
            }
            try await town.reserve(1, for: bob)
            try await town.wind(.minutes(20))
            let groups = try await town.shop.storage.read { try $0.clusters(in: town.rounds[0]) }
            #expect(groups.map(\.trait) == [.household])
            #expect(groups.map { [$0.tickets, $0.reserved, $0.units] } == [[2, 2, 2]])
        }
    }
}
