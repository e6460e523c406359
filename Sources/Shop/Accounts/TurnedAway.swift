// Who was turned away a moment ago for trying too often: whoever goes on trying is answered from
// memory, and takes no time from the database's one writer.

import Rules
import Synchronization

final class TurnedAway: Sendable {
    private struct Entry {
        let noted: Moment
        let until: Moment
    }

    /// Another machine may have forgotten the attempts, so it is asked for again after a while.
    private static let span = Span.seconds(5)
    private static let most = 10_000

    private let entries = Mutex<[String: Entry]>([:])

    /// Throws `Refusal.tooManyAttempts`.
    func check(_ bucket: String, at now: Moment) throws(Refusal) {
        let entry = entries.withLock { $0[bucket] }
        guard let entry, now >= entry.noted, now < entry.until, now - entry.noted < Self.span
        else { return }
        throw .tooManyAttempts(retryAfter: entry.until - now)
    }

    func note(_ bucket: String, until: Moment, at now: Moment) {
        entries.withLock { entries in
            if entries.count >= Self.most { entries.removeAll(keepingCapacity: true) }
            entries[bucket] = Entry(noted: now, until: until)
        }
    }
}
