// The proof of a round: its transcript convinces whoever checks it, and a forged one doesn't, even
// when the forger has made its last line fit again.
import Rules
import Shop
import Storage
import TestKit
import Testing

struct ProofTests {
    /// A lively round: sold, lapsed, passed on, prolonged, cancelled, paused, and late-comers.
    private func transcript(
        on engine: Engine, hasBeacon: Bool = false,
        _ more: (Town, [Account], Transcript) async throws -> Void
    ) async throws {
        let sketch = SaleSketch.bands(6) {
            $0.door = Door(burst: 2, perMinute: 2)
            $0.hasBeacon = hasBeacon
        }
        try await Town.story(on: engine, sketch) { town in
            let people = try await town.people(9, in: "DE")
            try await town.enter(Array(people.prefix(7)))
            if hasBeacon {
                try await town.wind(.minutes(55))
                try await town.wind(.minutes(4))
                try await town.shop.enterBeacon("9f3c", of: town.rounds[0], by: town.clerk)
            }
            try await town.open()
            try await town.wind(.minutes(1))
            try await town.enter(Array(people.suffix(2)))
            let tickets = try await town.shop.storage.read { try $0.tickets(in: town.rounds[0]) }
            let line = tickets.map { ticket in people.first { $0.id == ticket.account }! }
            _ = try await town.buy(2, for: line[0])
            try await town.reserve(2, for: line[1])
            try await town.shop.pause(town.rounds[0], reason: "a fire", by: town.clerk)
            try await town.wind(.minutes(20))
            try await town.shop.resume(town.rounds[0], by: town.clerk)
            try await town.wind(.minutes(2))
            let held = try await town.reserve(2, for: line[3])
            try await town.shop.prolong(holdsOf: line[3], in: town.sale.id)
            try await town.shop.standBy(for: "band", quantity: 1, in: town.rounds[0], as: line[6])
            try await town.wind(.minutes(14))
            try await town.shop.cancelReservation(held.reservation.id, of: line[3])
            _ = try await town.pay(try await town.order(by: line[6]), by: line[6])
            let now = town.clock.now()
            let transcript = try await town.shop.storage.read {
                try $0.transcript(of: town.rounds[0], at: now)
            }
            try await more(town, line, transcript)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a true transcript is believed, and reads back as it was`(engine: Engine) async throws {
        try await transcript(on: engine) { _, _, transcript in
            #expect(transcript.troubles() == [])
            let read = try Transcript(transcript.text)
            #expect(read == transcript)
            let events = Set(
                transcript.records[0].batches.flatMap { $0.entries.split(separator: "\n") }
                    .map { $0.split(separator: " ")[0] })
            #expect(events == ["reserve", "sell", "lapse", "pass", "prolong", "cancel"])
        }
    }

    @Test func `what anybody changes in the file is noticed`() async throws {
        try await transcript(on: .sqlite) { _, _, transcript in
            let text = transcript.text
            for at in stride(from: 0, to: text.utf8.count, by: 37) {
                var bytes = Array(text.utf8)
                bytes[at] = bytes[at] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
                #expect(throws: TranscriptFault.self) {
                    try Transcript(String(decoding: bytes, as: UTF8.self))
                }
            }
            #expect(throws: TranscriptFault.self) { try Transcript(String(text.dropLast(90))) }
            #expect(throws: TranscriptFault.self) { try Transcript("") }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a brake pulled and let go within a millisecond is no trouble`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.reserve(1, for: ann)
            // The lines' ids are of the same time, so they stand in the journal by chance.
            for _ in 1...10 {
                try await town.shop.pause(town.rounds[0], reason: "a", by: town.clerk)
                try await town.shop.pause(town.rounds[0], reason: "b", by: town.clerk)
                try await town.shop.resume(town.rounds[0], by: town.clerk)
            }
            try await town.wind(.minutes(16))
            #expect(try await town.transcript().troubles() == [])
        }
    }

    @Test func `a clock that was set back under the brake is no trouble`() async throws {
        try await Town.story(on: .sqlite) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.reserve(1, for: ann)
            try await town.shop.pause(town.rounds[0], reason: "a", by: town.clerk)
            town.clock.wind(.seconds(-3))
            try await town.shop.resume(town.rounds[0], by: town.clerk)
            try await town.wind(.minutes(16))
            #expect(try await town.transcript().troubles() == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a pause under a clock that was set back takes no time from those before it`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.wind(.minutes(1))
            try await town.reserve(1, for: ann)
            town.clock.wind(.seconds(-10))
            try await town.shop.pause(town.rounds[0], reason: "a", by: town.clerk)
            town.clock.wind(.seconds(2))
            try await town.shop.resume(town.rounds[0], by: town.clerk)
            try await town.wind(.minutes(16))
            #expect(try await town.transcript().troubles() == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a clock that was set back makes no batch or late-comer come earlier`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine) { town in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            let cid = try await town.person("cid", in: "DE")
            try await town.enterAndOpen(ann)
            try await town.wind(.minutes(1))
            try await town.enter(bob)
            try await town.reserve(1, for: ann)
            town.clock.wind(.seconds(-20))
            try await town.enter(cid)
            try await town.reserve(1, for: bob)
            #expect(try await town.transcript().troubles() == [])
        }
    }

    @Test func `a round that was held back proves its late hours`() async throws {
        let unconfirmed = SaleSketch.bands(10) {
            $0.confirmsRules = false
            $0.begins = Day(2026, 11, 23)
        }
        try await Town.story(on: .sqlite, unconfirmed) { town in
            let ann = try await town.person("ann", in: "DE")
            try await town.enterAndOpen(ann)
            // Longer than the two hours for which it was to be open.
            try await town.wind(.hours(3))
            try await town.shop.confirmRules(
                of: town.sale.id,
                seen: Set(try await town.shop.doubts(about: town.sale.id).map(\.stamp)),
                by: town.clerk)
            try await town.tick()
            try await town.reserve(1, for: ann)
            #expect(try await town.transcript().troubles() == [])
        }
    }

    /// What was forged, and what the proof says of it.
    @Test(
        arguments: [
            ("a changed seed", "the seed isn’t the one"),
            ("a swapped place", "the order isn’t the one"),
            ("a dropped entrant", "the list of those who were drawn isn’t"),
            ("a new time of entry", "the list of those who were drawn isn’t"),
            ("a doubled unit", "was given to two"),
            ("an edited time", "the seal of batch 1 is broken"),
            ("a cut journal", "the record ends elsewhere"),
            ("a batch left out", "batch 2 is missing"),
            ("a wider door", "a longer hold than others"),
            ("an early bird", "before the turn of place"),
            ("more units", "the seal of batch 1 is broken"),
        ], [false, true])
    func `a forgery is found, with a beacon and without`(
        _ forgery: (name: String, trouble: String), hasBeacon: Bool
    ) async throws {
        try await transcript(on: .sqlite, hasBeacon: hasBeacon) { _, _, transcript in
            #expect(transcript.troubles() == [])
            var forged = transcript
            switch forgery.name {
            case "a changed seed": forged.seed = String(forged.seed.reversed())
            case "a swapped place":
                let (first, last) = (forged.tickets[0], forged.tickets[5])
                forged.tickets[0].ticket = last.ticket
                forged.tickets[0].entered = last.entered
                forged.tickets[5].ticket = first.ticket
                forged.tickets[5].entered = first.entered
            case "a dropped entrant":
                forged.tickets.remove(at: 6)
                forged.drawn -= 1
                for index in forged.tickets.indices { forged.tickets[index].place = index + 1 }
            case "a new time of entry": forged.tickets[0].entered.milliseconds += 1
            case "a doubled unit":
                forged.records[0].reseal { $0.replacing(" 3,4 ", with: " 1,4 ") }
            case "an edited time":
                let first = forged.records[0].batches[0]
                forged.records[0].batches[0] = RecordedBatch(
                    sequence: 1, made: first.made - .seconds(1), entries: first.entries,
                    hash: first.hash)
            case "a cut journal": forged.records[0].batches.removeLast()
            case "a batch left out": forged.records[0].batches.remove(at: 1)
            case "a wider door": forged.hold = .minutes(1)
            case "an early bird": forged.opens = forged.opens + .minutes(30)
            default: forged.records[0].units += 1
            }
            // The forger makes the file whole again.
            let read = try Transcript(forged.text)
            #expect(
                read.troubles().contains { $0.contains(forgery.trouble) }, "\(read.troubles())")
        }
    }

    @Test(arguments: Engine.allCases)
    func `everybody is told why`(engine: Engine) async throws {
        try await transcript(on: engine) { town, line, transcript in
            let tickets = try await town.shop.storage.read { try $0.tickets(in: town.rounds[0]) }
            func kind(_ place: Int) -> String {
                let outcomes = transcript.outcomes(of: tickets[place].id, in: Country("DE")!)
                let text = outcomes.map { "\($0.kind)" }.joined()
                return String(text.prefix { $0 != "(" })
            }
            #expect(kind(0) == "bought")
            #expect(kind(1) == "lapsed")
            #expect(kind(2) == "unused")
            #expect(kind(3) == "letGo")
            #expect(kind(6) == "bought")
            // The brake stood for twenty minutes, and the turns came as much later.
            let round = try await town.round()
            #expect(transcript.turn(of: 2) == round.opens)
            #expect(transcript.turn(of: 9) == round.opens + .minutes(23) + .seconds(30))
            #expect(transcript.outcomes(of: town.shop.chance.id(at: town.clock.now())) == [])
        }
    }
}

extension Transcript.Record {
    /// What a forger does who knows how seals are made.
    fileprivate mutating func reseal(_ change: (String) -> String) {
        var hash = PublicRecord.origin(of: allotment, units: units)
        batches = batches.map { batch in
            let entries = change(batch.entries)
            hash = PublicRecord.seal(
                after: hash, sequence: batch.sequence, at: batch.made, entries: entries)
            return RecordedBatch(
                sequence: batch.sequence, made: batch.made, entries: entries, hash: hash)
        }
        head = ChainHead(sequence: head.sequence, hash: hash)
    }
}
