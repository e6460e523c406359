// Who was logged in a moment ago: every request asks, and during a rush the same people ask again
// and again. What is said here is at most a second old: so long may a log-out on another machine
// take to be noticed. Ones on this machine are noticed at once.

import Rules
import Synchronization

final class RecentSessions: Sendable {
    private struct Entry {
        let account: Account
        let read: Moment
    }

    private struct Book {
        /// By token.
        var entries: [String: Entry] = [:]
        /// Counts what made it all void, so that nothing read before is put in afterwards.
        var edition = 0
    }

    static let lifetime = Span.seconds(1)
    /// About 10 MB.
    private static let most = 20_000

    private let book = Mutex(Book())

    func account(for token: String, at now: Moment) -> Account? {
        book.withLock { book in
            guard let entry = book.entries[token], now >= entry.read,
                now - entry.read < Self.lifetime
            else { return nil }
            return entry.account
        }
    }

    /// To be asked before the session is read.
    var edition: Int { book.withLock { $0.edition } }

    func keep(_ account: Account, for token: String, readAt now: Moment, in edition: Int) {
        book.withLock { book in
            guard book.edition == edition else { return }
            if book.entries.count >= Self.most { book.entries.removeAll() }
            book.entries[token] = Entry(account: account, read: now)
        }
    }

    /// An account changed, or somebody logged out.
    func forgetAll() {
        book.withLock { book in
            book.entries.removeAll()
            book.edition += 1
        }
    }
}
