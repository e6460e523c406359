// How fast people may try to reserve, by account and by network address. Counted in memory, on each
// node by itself: where several nodes serve, somebody who goes to all of them has as many times as
// much.

package import Rules
import Storage
import Synchronization

/// What the operator sets; nil where nobody counts.
package struct ReservationPace: Hashable, Sendable {
    package let account: Pace?
    /// Generous: an office, a village or a mobile network may stand behind one address.
    package let address: Pace?

    package init(account: Pace? = nil, address: Pace? = nil) {
        self.account = account
        self.address = address
    }

    package static let off = ReservationPace()
}

final class ReservationPaces: Sendable {
    /// Who asks, and for what.
    struct Asker: Hashable, Sendable {
        let account: ID<Account>
        /// Nil for those who come by no network.
        let address: String?
        let key: String
    }

    private struct Book {
        var accounts = Buckets<ID<Account>>()
        var addresses = Buckets<String>()
        var done = LastDone()
    }

    private let pace: ReservationPace
    private let clock: any Timepiece
    private let book = Mutex(Book())

    init(_ pace: ReservationPace, clock: any Timepiece) {
        self.pace = pace
        self.clock = clock
    }

    private var isOff: Bool { pace == .off }

    /// Throws `askedTooOften`. Whoever got something under this key before asks for nothing new,
    /// and isn't counted.
    func admit(_ asker: Asker) throws(Refusal) {
        if isOff { return }
        let now = clock.now()
        let neighbourhood = asker.address.map(Neighbourhood.name)
        let outcome = book.withLock { book -> Result<Void, Refusal> in
            if book.done.contains(asker) { return .success(()) }
            do throws(Refusal) {
                try pace.account?.check(book.accounts[asker.account], at: now)
                if let neighbourhood {
                    try pace.address?.check(book.addresses[neighbourhood], at: now)
                }
            } catch {
                return .failure(error)
            }
            if let limit = pace.account {
                book.accounts.change(asker.account, at: now) { limit.take(from: &$0, at: now) }
            }
            if let limit = pace.address, let neighbourhood {
                book.addresses.change(neighbourhood, at: now) { limit.take(from: &$0, at: now) }
            }
            return .success(())
        }
        try outcome.get()
    }

    /// What came of it. What is our fault costs nobody anything.
    func settle(_ asker: Asker, _ outcome: Result<Reserved, any Error>) {
        if isOff { return }
        switch outcome {
        case .success: book.withLock { $0.done.insert(asker) }
        case .failure(let refusal as Refusal) where !refusal.isOurs: break
        case .failure: giveBack(to: asker)
        }
    }

    private func giveBack(to asker: Asker) {
        let now = clock.now()
        book.withLock { book in
            if book.done.contains(asker) { return }
            if let limit = pace.account {
                book.accounts.change(asker.account, at: now) { limit.giveBack(to: &$0) }
            }
            if let limit = pace.address, let address = asker.address.map(Neighbourhood.name) {
                book.addresses.change(address, at: now) { limit.giveBack(to: &$0) }
            }
        }
    }
}

extension Refusal {
    /// The shop couldn't, though the buyer did nothing wrong.
    fileprivate var isOurs: Bool { if case .busy = self { true } else { false } }
}

private struct Buckets<Name: Hashable & Sendable>: Sendable {
    /// About 10 MB. Beyond it newcomers aren't counted until others' buckets are full again: rather
    /// one too many is let through than a buyer turned away for want of room.
    private static var most: Int { 100_000 }

    private var buckets: [Name: Pace.Bucket] = [:]
    private var swept = Moment(milliseconds: 0)

    subscript(name: Name) -> Pace.Bucket { buckets[name] ?? Pace.Bucket() }

    mutating func change(
        _ name: Name, at now: Moment, _ change: (inout Pace.Bucket) -> Void
    ) {
        if buckets.count >= Self.most, buckets[name] == nil {
            // Once a second at the most: it looks at all of them.
            if now - swept >= .seconds(1) || now < swept {
                swept = now
                buckets = buckets.filter { !$0.value.isFull(at: now) }
            }
            if buckets.count >= Self.most { return }
        }
        change(&buckets[name, default: Pace.Bucket()])
    }
}

/// The requests by which something was reserved lately, in two halves, of which the older goes.
private struct LastDone: Sendable {
    private static let most = 50_000

    private var recent: Set<ReservationPaces.Deed> = []
    private var older: Set<ReservationPaces.Deed> = []

    func contains(_ asker: ReservationPaces.Asker) -> Bool {
        let deed = ReservationPaces.Deed(asker)
        return recent.contains(deed) || older.contains(deed)
    }

    mutating func insert(_ asker: ReservationPaces.Asker) {
        if recent.count >= Self.most {
            older = recent
            recent = []
        }
        recent.insert(ReservationPaces.Deed(asker))
    }
}

extension ReservationPaces {
    fileprivate struct Deed: Hashable, Sendable {
        let account: ID<Account>
        let key: String

        init(_ asker: Asker) {
            account = asker.account
            key = asker.key
        }
    }
}
