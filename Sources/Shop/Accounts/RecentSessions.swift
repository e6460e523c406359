// Who was logged in a moment ago: every request asks, and during a rush the same people ask again
// and again. What ends or changes a session on this machine is noticed at once; what another
// machine did, when what is kept here is too old.

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
        var tokens: [ID<Account>: [String]] = [:]
        /// Counts what made something void, so that nothing read before is put in afterwards.
        var edition = 0
    }

    /// As large a crowd as one machine serves; about 50 MB when all of it is there.
    private static let most = 100_000

    private let lifetime: Span
    private let book = Mutex(Book())

    /// A log-out on another machine takes up to a second to be noticed; where there is no other
    /// machine, only what was forgotten here has to be read again.
    init(isShared: Bool) { lifetime = isShared ? .seconds(1) : .minutes(1) }

    func account(for token: String, at now: Moment) -> Account? {
        book.withLock { book in
            guard let entry = book.entries[token], now >= entry.read, now - entry.read < lifetime
            else { return nil }
            return entry.account
        }
    }

    /// To be asked before the session is read.
    var edition: Int { book.withLock { $0.edition } }

    func keep(_ account: Account, for token: String, readAt now: Moment, in edition: Int) {
        book.withLock { book in
            guard book.edition == edition else { return }
            if book.entries.count >= Self.most {
                book.entries.removeAll(keepingCapacity: true)
                book.tokens.removeAll(keepingCapacity: true)
            }
            let before = book.entries.updateValue(Entry(account: account, read: now), forKey: token)
            if before == nil { book.tokens[account.id, default: []].append(token) }
        }
    }

    /// The account changed, or its sessions ended.
    func forget(_ account: ID<Account>) {
        book.withLock { book in
            for token in book.tokens.removeValue(forKey: account) ?? [] {
                book.entries[token] = nil
            }
            book.edition += 1
        }
    }

    func forget(token: String) {
        book.withLock { book in
            if let entry = book.entries.removeValue(forKey: token) {
                book.tokens[entry.account.id]?.removeAll { $0 == token }
            }
            book.edition += 1
        }
    }
}
