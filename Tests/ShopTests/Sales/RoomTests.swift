// The room and its order: who may come in, who stands where, and that anybody can check it.
import Crypto
import Rules
import Shop
import Storage
import TestKit
import Testing

struct RoomTests {
    @Test(arguments: Engine.allCases)
    func `no ticket, not open, not your turn, closed: each is said`(engine: Engine) async throws {
        let slow = SaleSketch.bands(10) { $0.door = Door(burst: 1, perMinute: 1) }
        try await Town.story(on: engine, slow) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            let opens = town.clock.now() + .hours(1)
            try await town.enter(ann)
            await #expect(throws: Refusal.saleNotOpen(opens: opens)) {
                try await town.reserve(1, for: ann)
            }
            try await town.open()
            await #expect(throws: Refusal.noTicket) { try await town.reserve(1, for: bob) }
            let late = try await town.enter(bob)
            #expect(late.map(\.place) == [2])
            await #expect(throws: Refusal.notYourTurn(at: opens + .minutes(1))) {
                try await town.reserve(1, for: bob)
            }
            try await town.wind(.minutes(1))
            try await town.reserve(1, for: bob)

            try await town.wind(.hours(2))
            await #expect(throws: Refusal.saleClosed) { try await town.reserve(1, for: ann) }
            let cat = try await town.person("cat", in: "DE")
            await #expect(throws: Refusal.saleClosed) { try await town.enter(cat) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a room opens when it was announced, for confirmed addresses`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(10) { $0.rounds = 2 }) { town in
            var ann = try await town.person("ann", in: "DE")
            let opens = try await town.round(2).roomOpens
            await #expect(throws: Refusal.roomNotOpen(opens: opens)) {
                try await town.enter(ann, round: 2)
            }
            ann.confirmedAt = nil
            let unconfirmed = ann
            await #expect(throws: Refusal.mailNotConfirmed) { try await town.enter(unconfirmed) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `entering twice keeps the ticket, leaving gives it up`(engine: Engine) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            let tickets = try await town.enter(ann, ann)
            #expect(tickets[0] == tickets[1])
            try await town.shop.leaveRoom(of: town.rounds[0], as: ann)
            try await town.open()
            await #expect(throws: Refusal.noTicket) { try await town.reserve(1, for: ann) }
        }
    }

    /// By the published recipe, with another program's eyes: nothing of the shop's is called.
    @Test(arguments: Engine.allCases)
    func `the draw can be computed again from the seed and the tickets`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let people = try await town.people(20, in: "US")
            let tickets = try await town.enter(people)
            #expect(tickets.allSatisfy { $0.place == nil })
            let commitment = try await town.round().commitment
            try await town.open()

            let round = town.rounds[0]
            let (seed, drawn) = try await town.shop.storage.read { reader in
                (try reader.seed(of: round), try reader.tickets(in: round))
            }
            #expect(hex(SHA256.hash(data: Array(seed.utf8))) == commitment)
            let list = tickets.map { "\($0.id) \($0.entered.milliseconds)" }.sorted()
                .joined(separator: "\n")
            let digest = hex(SHA256.hash(data: Array(list.utf8)))
            let mixed = hex(SHA256.hash(data: Array("\(seed)\n\(digest)".utf8)))
            let key = SymmetricKey(data: Array(mixed.utf8))
            func rank(_ ticket: Ticket) -> String {
                hex(HMAC<SHA256>.authenticationCode(for: Array(ticket.id.text.utf8), using: key))
            }
            #expect(drawn.map(\.place) == Array(1...20))
            #expect(drawn.map(\.id) == tickets.sorted { rank($0) < rank($1) }.map(\.id))
            #expect(drawn.map(\.id) != tickets.map(\.id), "once in 20! runs this is chance")

            try await town.shop.drawRounds()
            let again = try await town.shop.storage.read { try $0.tickets(in: round) }
            #expect(again == drawn, "an order is fixed once")
        }
    }

    @Test(arguments: Engine.allCases)
    func `first come, first served, where the sale says so`(engine: Engine) async throws {
        try await Town.story(on: engine, .bands(10) { $0.order = .firstCome }) { town in
            var tickets: [ID<Ticket>] = []
            for person in try await town.people(5, in: "FR") {
                tickets += try await town.enter(person).map(\.id)
                town.clock.wind(.seconds(1))
            }
            try await town.open()
            let round = town.rounds[0]
            let drawn = try await town.shop.storage.read { try $0.tickets(in: round) }
            #expect(drawn.map(\.id) == tickets)
        }
    }

    @Test(arguments: Engine.allCases)
    func `late-comers stand behind all others, in the order they came`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let people = try await town.people(6, in: "GB")
            try await town.enter(Array(people[0..<3]))
            try await town.open()
            #expect(try await town.enter(Array(people[3...])).map(\.place) == [4, 5, 6])
            #expect(try await town.enter(people[4]).map(\.place) == [5])
        }
    }
}

private func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}
