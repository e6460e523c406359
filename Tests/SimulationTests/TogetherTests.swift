// Many at the turnstile at once, and what interrupts a storage: the seams a simulation rests on.
import Rules
import Shop
import Storage
import Synchronization
import TestKit
import Testing

struct TogetherTests {
    @Test(arguments: Engine.allCases)
    func `those who ask together are decided in one batch, in their order`(
        engine: Engine
    ) async throws {
        try await Town.story(on: engine, .bands(3)) { town in
            let people = try await town.people(3, in: "DE")
            try await town.enter(people)
            try await town.open()
            let asks = people.map { person in
                ReservationAsk(
                    product: "band", quantity: 2, round: town.rounds[0], buyer: person,
                    key: "\(person.name) asks")
            }
            let answers = await town.shop.reserve(together: asks + [asks[0]])
            let first = try answers[0].get()
            #expect(first.numbers == [1, 2])
            #expect(try answers[1].get().numbers == [3])
            #expect(throws: Refusal.allHeld(nextLapse: first.expires)) { try answers[2].get() }
            #expect(try answers[3].get() == first)
            let allotment = try await town.allotment()
            let batches = try await town.shop.storage.read {
                try $0.batches(of: allotment.id, after: 0, limit: 10)
            }
            #expect(batches.count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is interrupted before its commit never was, and after it was`(
        engine: Engine
    ) async throws {
        try await withLocation(on: engine) { location in
            let trap = Trap()
            let storage = try Storage.open(
                location, schema: .asFound, logger: quiet, interruptions: trap)
            defer { storage.close() }
            try storage.migrate()
            for (point, isKept) in [
                (InterruptionPoint.writing, false), (.committing, false), (.committed, true),
            ] {
                trap.set(at: point)
                let name = "\(point)"
                await #expect(throws: Sprung.self) {
                    try await storage.write { try $0.secret(name, orElse: [1]) }
                }
                let found = try await storage.write { try $0.secret(name, orElse: [2]) }
                #expect(found == (isKept ? [1] : [2]))
            }
            trap.set(at: .reading)
            await #expect(throws: Sprung.self) { try await storage.read { try $0.jobsWaiting() } }
        }
    }
}

private struct Sprung: Error {}

/// Springs once, at a point that is chosen.
private final class Trap: Interruptions {
    private let point = Mutex<InterruptionPoint?>(nil)

    func set(at point: InterruptionPoint) { self.point.withLock { $0 = point } }

    func reach(_ reached: InterruptionPoint) throws {
        let isSprung = point.withLock { point in
            guard point == reached else { return false }
            point = nil
            return true
        }
        if isSprung { throw Sprung() }
    }
}
