// The turnstile: everybody who waits for one allotment goes through together. Requests are put in
// a lane per allotment; a few threads of its own take all that wait in a lane, decide them in one
// transaction, and answer after its fsync.

import Foundation
import Rules
import Storage
import Synchronization

final class Turnstile: Sendable {
    /// Bounded: beyond it people are told to try again, never dropped silently.
    static let waitingMost = 20_000
    static let batchMost = 500

    struct Waiting: Sendable {
        let request: ReservationRequest
        let answer: @Sendable (Result<Reserved, any Error>) -> Void
    }

    private struct Lanes {
        var waiting: [Lane: [Waiting]] = [:]
        /// Allotments with a lane that no thread is at work on, in the order they became ready.
        var ready: [Lane] = []
        var atWork: Set<Lane> = []
        var count = 0
        var isClosed = false
    }

    private let lanes = Mutex(Lanes())
    private let work = DispatchSemaphore(value: 0)
    private let storage: Storage
    private let clock: any Timepiece
    private let chance: SharedChance
    private let rule: BatchRule

    /// One thread is the most that SQLite's one writer can use; PostgreSQL locks by allotment.
    init(
        storage: Storage, clock: any Timepiece, chance: SharedChance, rule: BatchRule = .ours,
        threads: Int = 2
    ) {
        self.storage = storage
        self.clock = clock
        self.chance = chance
        self.rule = rule
        for number in 1...threads {
            let thread = Thread { [self] in run() }
            thread.name = "turnstile \(number)"
            thread.start()
        }
    }

    /// Answers with what was reserved, a `Refusal`, or what went wrong in storage.
    func reserve(_ request: ReservationRequest, in lane: Lane) async throws
        -> Reserved
    {
        try await withCheckedThrowingContinuation { continuation in
            enter(Waiting(request: request) { continuation.resume(with: $0) }, lane)
        }
    }

    func enter(_ waiting: Waiting, _ lane: Lane) { enter([waiting], lane) }

    /// All of them at once: no batch begins between two of them.
    func enter(_ group: [Waiting], _ lane: Lane) {
        let isReady = lanes.withLock { lanes -> Bool? in
            guard !lanes.isClosed, lanes.count + group.count <= Self.waitingMost else {
                return nil
            }
            lanes.count += group.count
            let isFirst = lanes.waiting[lane]?.isEmpty ?? true
            lanes.waiting[lane, default: []] += group
            guard isFirst, !lanes.atWork.contains(lane) else { return false }
            lanes.ready.append(lane)
            return true
        }
        switch isReady {
        case true?: work.signal()
        // A thread that is at work on the lane looks at it again before it rests.
        case false?: break
        case nil:
            for waiting in group {
                waiting.answer(.failure(Refusal.busy(retryAfter: .seconds(1))))
            }
        }
    }

    /// Somebody waits, or is being decided on.
    var isAtWork: Bool { lanes.withLock { $0.count > 0 || !$0.atWork.isEmpty } }

    /// Nobody else is let in; those who wait are still served.
    func close() {
        lanes.withLock { $0.isClosed = true }
        work.signal()
    }

    private func run() {
        while true {
            work.wait()
            while let (lane, batch) = take() {
                serve(batch, lane)
                leave(lane)
            }
            if lanes.withLock({ $0.isClosed && $0.count == 0 }) {
                work.signal()  // The next thread ends too.
                return
            }
        }
    }

    private func take() -> (Lane, [Waiting])? {
        lanes.withLock { lanes in
            guard !lanes.ready.isEmpty else { return nil }
            let lane = lanes.ready.removeFirst()
            let waiting = lanes.waiting.removeValue(forKey: lane) ?? []
            let batch = Array(waiting.prefix(Self.batchMost))
            if waiting.count > batch.count {
                lanes.waiting[lane] = Array(waiting.dropFirst(batch.count))
            }
            lanes.count -= batch.count
            lanes.atWork.insert(lane)
            return (lane, batch)
        }
    }

    private func leave(_ lane: Lane) {
        lanes.withLock { lanes in
            lanes.atWork.remove(lane)
            if lanes.waiting[lane] != nil { lanes.ready.append(lane) }
        }
    }

    /// A batch that fails is tried once more one by one, so that one poisoned request can't refuse
    /// its neighbours.
    private func serve(_ batch: [Waiting], _ lane: Lane) {
        do {
            for (waiting, outcome) in zip(batch, try decide(batch, lane)) {
                waiting.answer(outcome.mapError { $0 })
            }
        } catch  where batch.count > 1 {
            for waiting in batch { serve([waiting], lane) }
        } catch {
            batch[0].answer(.failure(error))
        }
    }

    private func decide(
        _ batch: [Waiting], _ lane: Lane
    ) throws -> [Result<Reserved, Refusal>] {
        let now = clock.now()
        let requests = batch.map { $0.request }
        do {
            return try storage.writeBatch { tx in
                try tx.reserve(requests, in: lane, at: now, chance: chance, rule: rule)
            }
        } catch is RoundsOverlap {
            return try storage.writeBatch { tx in
                try tx.reserve(
                    requests, in: lane, lockingSale: true, at: now, chance: chance, rule: rule)
            }
        }
    }
}
