// What a crowd asks for at once and is the same for all of them: read once a second, whoever asks.

import Rules
import Shop
import Synchronization

/// How old what everybody sees may be.
let latelySpan = Span.seconds(1)

final class Lately<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let asked: Moment
        let task: Task<Value?, any Error>
        /// What the task found.
        var found: Value?
    }

    /// Far more than a shop has rounds, sales and markets.
    private let most = 1000
    private let clock: any Timepiece
    private let entries = Mutex<[Key: Entry]>([:])

    init(clock: any Timepiece) { self.clock = clock }

    /// What `read` finds, or found less than a second ago. Throws `notFound` where it finds
    /// nothing, and what it throws; a failure isn't kept, and whoever comes next asks again.
    func value(
        _ key: Key, _ read: @escaping @Sendable (Moment) async throws -> Value?
    ) async throws -> Value {
        let now = clock.now()
        let task = entries.withLock { entries in
            if let entry = entries[key], isFresh(entry, at: now) { return entry.task }
            if entries.count >= most { entries.removeAll() }
            let task = Task { [self] in
                let found = try await read(now)
                self.entries.withLock { entries in
                    if entries[key]?.asked == now { entries[key]?.found = found }
                }
                return found
            }
            entries[key] = Entry(asked: now, task: task)
            return task
        }
        do {
            guard let found = try await task.value else { throw Refusal.notFound }
            return found
        } catch {
            entries.withLock { _ = $0.removeValue(forKey: key) }
            throw error
        }
    }

    /// Nil when it would have to be read first.
    func atHand(_ key: Key) -> Value? {
        let now = clock.now()
        return entries.withLock { entries in
            guard let entry = entries[key], isFresh(entry, at: now) else { return nil }
            return entry.found
        }
    }

    /// What was done on this node is seen by the one who did it at once.
    func forget(_ isMeant: (Key) -> Bool) {
        entries.withLock { entries in
            for key in entries.keys where isMeant(key) { entries[key] = nil }
        }
    }

    private func isFresh(_ entry: Entry, at now: Moment) -> Bool {
        now >= entry.asked && now - entry.asked < latelySpan
    }
}
