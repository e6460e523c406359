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
        var waiting: [ID<Allotment>: [Waiting]] = [:]
        /// Allotments with a lane that no thread is at work on, in the order they became ready.
        var ready: [ID<Allotment>] = []
        var atWork: Set<ID<Allotment>> = []
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
    func reserve(_ request: ReservationRequest, of allotment: ID<Allotment>) async throws
        -> Reserved
    {
        try await withCheckedThrowingContinuation { continuation in
            enter(Waiting(request: request) { continuation.resume(with: $0) }, allotment)
        }
    }

    func enter(_ waiting: Waiting, _ allotment: ID<Allotment>) { enter([waiting], allotment) }

    /// All of them at once: no batch begins between two of them.
    func enter(_ group: [Waiting], _ allotment: ID<Allotment>) {
        let isReady = lanes.withLock { lanes -> Bool? in
            guard !lanes.isClosed, lanes.count + group.count <= Self.waitingMost else {
                return nil
            }
            lanes.count += group.count
            let isFirst = lanes.waiting[allotment]?.isEmpty ?? true
            lanes.waiting[allotment, default: []] += group
            guard isFirst, !lanes.atWork.contains(allotment) else { return false }
            lanes.ready.append(allotment)
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

    /// Nobody else is let in; those who wait are still served.
    func close() {
        lanes.withLock { $0.isClosed = true }
        work.signal()
    }

    private func run() {
        while true {
            work.wait()
            while let (allotment, batch) = take() {
                serve(batch, allotment)
                leave(allotment)
            }
            if lanes.withLock({ $0.isClosed && $0.count == 0 }) {
                work.signal()  // The next thread ends too.
                return
            }
        }
    }

    private func take() -> (ID<Allotment>, [Waiting])? {
        lanes.withLock { lanes in
            guard !lanes.ready.isEmpty else { return nil }
            let allotment = lanes.ready.removeFirst()
            let lane = lanes.waiting.removeValue(forKey: allotment) ?? []
            let batch = Array(lane.prefix(Self.batchMost))
            if lane.count > batch.count {
                lanes.waiting[allotment] = Array(lane.dropFirst(batch.count))
            }
            lanes.count -= batch.count
            lanes.atWork.insert(allotment)
            return (allotment, batch)
        }
    }

    private func leave(_ allotment: ID<Allotment>) {
        lanes.withLock { lanes in
            lanes.atWork.remove(allotment)
            if lanes.waiting[allotment] != nil { lanes.ready.append(allotment) }
        }
    }

    /// A batch that fails is tried once more one by one, so that one poisoned request can't refuse
    /// its neighbours.
    private func serve(_ batch: [Waiting], _ allotment: ID<Allotment>) {
        do {
            for (waiting, outcome) in zip(batch, try decide(batch, allotment)) {
                waiting.answer(outcome.mapError { $0 })
            }
        } catch  where batch.count > 1 {
            for waiting in batch { serve([waiting], allotment) }
        } catch {
            batch[0].answer(.failure(error))
        }
    }

    private func decide(
        _ batch: [Waiting], _ allotment: ID<Allotment>
    ) throws -> [Result<Reserved, Refusal>] {
        let now = clock.now()
        let requests = batch.map { $0.request }
        do {
            return try storage.writeBatch { tx in
                try tx.reserve(requests, of: allotment, at: now, chance: chance, rule: rule)
            }
        } catch is RoundsOverlap {
            return try storage.writeBatch { tx in
                try tx.reserve(
                    requests, of: allotment, lockingSale: true, at: now, chance: chance, rule: rule)
            }
        }
    }
}
