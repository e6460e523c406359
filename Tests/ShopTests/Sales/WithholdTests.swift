// A gate opens in the middle of a round: the product is withheld at once, what is held and unpaid
// goes back with a word to its buyer, and what is paid stays sold.
import Foundation
import Partners
import Rules
import Shop
import Storage
import TestKit
import Testing

struct WithholdTests {
    /// `takeBack` takes the proof back for a market, `prove` gives it again.
    private func story(
        on engine: Engine, units: Int = 10,
        _ body: (Town, _ takeBack: () throws -> Void, _ prove: () throws -> Void) async throws
            -> Void
    ) async throws {
        try await withTemporaryDirectory { directory in
            try await Town.story(on: engine, .bands(units), rules: directory) { town in
                try await body(
                    town, { try write(gate, into: directory) },
                    {
                        try FileManager.default.removeItem(
                            atPath: "\(directory)/products/withheld.yaml")
                    })
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody of that market reserves any more, and the others go on`(
        engine: Engine
    ) async throws {
        try await story(on: engine) { town, takeBack, prove in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "FR")
            )
            try await town.enterAndOpen(ann, bob)
            try takeBack()
            try await town.wind(.seconds(1))
            await #expect(throws: Refusal.withheld(reason: reason)) {
                try await town.reserve(1, for: ann)
            }
            await #expect(throws: Refusal.withheld(reason: reason)) {
                try await town.shop.standBy(
                    for: "band", quantity: 1, in: town.rounds[0], as: ann)
            }
            try await town.reserve(1, for: bob)
            // The proof is there again before the end: so is the offer, for the same place.
            try prove()
            try await town.wind(.seconds(1))
            try await town.reserve(1, for: ann)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is held goes back, its buyer is told why, and others get it`(
        engine: Engine
    ) async throws {
        try await story(on: engine, units: 2) { town, takeBack, _ in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "FR")
            )
            try await town.enterAndOpen(ann, bob)
            let held = try await town.reserve(2, for: ann)
            let order = try await town.order(by: ann)
            try await town.shop.standBy(
                for: "band", quantity: 2, in: town.rounds[0], as: bob)
            try takeBack()
            try await town.wind(.seconds(1))
            #expect(try await town.now(held).state == .cancelled)
            #expect(try await town.now(order).state == .cancelled)
            #expect(try await town.units() == "0 free, 2 reserved, 0 sold")
            let letter = try #require(town.postbox.all.last { $0.to == ann.mail })
            #expect(letter.text.contains(reason))
            #expect(letter.text.contains("Es wurde nichts abgebucht"))
            let other = try #require(town.postbox.all.last { $0.to == bob.mail })
            #expect(other.text.contains("2 ×"))
            // The record says that it wasn't she who let go.
            let transcript = try await town.transcript()
            #expect(transcript.troubles() == [])
            let ticket = try #require(try await town.ticket(of: ann)).id
            let kinds = transcript.outcomes(of: ticket, in: ann.market).map(\.kind)
            #expect(kinds == [.withheld(at: town.clock.now())])
        }
    }

    @Test(arguments: Engine.allCases)
    func `who was about to pay isn't charged`(engine: Engine) async throws {
        try await story(on: engine) { town, takeBack, _ in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            try await town.enterAndOpen(ann, bob)
            try await town.reserve(1, for: ann)
            try await town.reserve(1, for: bob)
            // Bob comes back from the partner's page before the gate is noticed here.
            let (first, second) = (
                try await town.agree(toPay: town.order(by: ann), by: ann),
                try await town.agree(toPay: town.order(by: bob), by: bob)
            )
            try takeBack()
            try await town.shop.watchRules()
            try await town.comeBack(from: second)
            try await town.wind(.seconds(1))
            try await town.comeBack(from: first)
            try await town.wind(.minutes(40))
            #expect(town.till.kept(for: first.id.text) == 0)
            #expect(town.till.kept(for: second.id.text) == 0)
            #expect(try await town.units() == "10 free, 0 reserved, 0 sold")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is paid stays sold, and money that comes late goes back`(
        engine: Engine
    ) async throws {
        try await story(on: engine) { town, takeBack, _ in
            let (ann, bob) = (
                try await town.person("ann", in: "DE"), try await town.person("bob", in: "DE")
            )
            try await town.enterAndOpen(ann, bob)
            let sold = try await town.buy(2, for: ann)
            try await town.reserve(1, for: bob)
            let payment = try await town.agree(toPay: town.order(by: bob), by: bob)
            try takeBack()
            try await town.wind(.seconds(1))
            town.till.takeUnasked(payment.reference!)
            try await town.comeBack(from: payment)
            try await town.wind(.minutes(1))
            #expect(try await town.now(sold).state == .paid)
            #expect(town.till.kept(for: payment.id.text) == 0)
            #expect(try await town.units() == "8 free, 0 reserved, 2 sold")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a proof that runs out at midnight withholds at midnight, brake or no brake`(
        engine: Engine
    ) async throws {
        try await withTemporaryDirectory { directory in
            let eve = Day(2026, 11, 23)!
            try write(
                gate + "    proof: { file: ce.pdf, checked_by: me@example.com, to: \(eve) }\n",
                into: directory)
            let sketch = SaleSketch.bands(5) { $0.begins = eve }
            try await Town.story(on: engine, sketch, rules: directory) { town in
                let ann = try await town.person("ann", in: "DE")
                try await town.enterAndOpen(ann)
                let held = try await town.reserve(1, for: ann)
                try await town.shop.pause(town.rounds[0], reason: "a storm", by: town.clerk)
                try await town.wind(.hours(10))
                #expect(try await town.now(held).state == .live)
                try await town.wind(.hours(1))
                #expect(try await town.now(held).state == .cancelled)
                try await town.shop.resume(town.rounds[0], by: town.clerk)
                await #expect(throws: Refusal.withheld(reason: reason)) {
                    try await town.reserve(1, for: ann)
                }
                #expect(try await town.transcript().troubles() == [])
            }
        }
    }
}

private func write(_ gates: String, into directory: String) throws {
    let folder = "\(directory)/products"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try gates.write(toFile: "\(folder)/withheld.yaml", atomically: true, encoding: .utf8)
}

private let reason = "Die Erklärung des Herstellers fehlt."
private let gate = """
    kind: gates
    gates:
      - requirement: test.declaration
        markets: [DE]
        products: [band]
        reason:
          de: \(reason)

    """
