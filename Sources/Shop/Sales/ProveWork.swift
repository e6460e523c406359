// To make it dear to enter a room in masses: a browser finds a number whose hash begins with so
// many zero bits, or, where it runs no scripts, its owner waits. Both are bound to the account and
// the round, so that neither can be passed on. One person notices little of it.

import Crypto
package import Rules
import Storage
import Synchronization

package struct WorkChallenge: Hashable, Sendable {
    package let text: String
    /// How many zero bits SHA-256 of `text:nonce` has to begin with.
    package let bits: Int
    package let expires: Moment
}

/// A form that is accepted from a moment on, not before.
package struct EntryWait: Hashable, Sendable {
    package let form: String
    package let from: Moment
}

/// What somebody brings who wants to enter.
package enum EntryProof: Hashable, Sendable {
    case worked(challenge: String, nonce: String)
    case waited(form: String)
}

package enum EntryWork {
    /// About a minute's work for a telephone.
    package static let mostBits = 24
    static let lifetime = Span.hours(2)
    /// Of everybody who waits behind the same network address, one after the other.
    static let wait = Span.seconds(30)
}

extension Shop {
    /// Nil when nobody has to work for a ticket.
    package func entryChallenge(
        to round: ID<Round>, for account: Account
    ) async throws -> WorkChallenge? {
        guard settings.work > 0 else { return nil }
        let now = clock.now()
        return WorkChallenge(
            text: try await sealed(now, "work", round, account), bits: settings.work,
            expires: now + EntryWork.lifetime)
    }

    /// The way without scripts. Who asks again keeps the time given before.
    /// Throws `busy` when too many wait.
    package func entryWait(
        to round: ID<Round>, for account: Account, from address: String
    ) async throws -> EntryWait {
        let from = try entryLines.from(
            address: Neighbourhood.name(of: address), account: account.id, round: round,
            at: clock.now())
        return EntryWait(form: try await sealed(from, "wait", round, account), from: from)
    }

    /// Throws `Refusal`: `workMissing` without a proof or with one that isn't good, `waitFirst`.
    func check(_ proof: EntryProof?, to round: ID<Round>, for account: Account) async throws {
        guard settings.work > 0 else { return }
        let now = clock.now()
        switch proof {
        case nil: throw Refusal.workMissing
        case .worked(let challenge, let nonce):
            guard let issued = try await opened(challenge, "work", round, account),
                issued <= now, now < issued + EntryWork.lifetime, nonce.utf8.count <= 40,
                zeroBits(SHA256.hash(data: Array("\(challenge):\(nonce)".utf8))) >= settings.work
            else { throw Refusal.workMissing }
        case .waited(let form):
            guard let from = try await opened(form, "wait", round, account),
                now < from + EntryWork.lifetime
            else { throw Refusal.workMissing }
            guard now >= from else { throw Refusal.waitFirst(until: from) }
        }
    }

    /// `1432000000000.` and 32 hexadecimal digits.
    private func sealed(
        _ moment: Moment, _ purpose: String, _ round: ID<Round>, _ account: Account
    ) async throws -> String {
        let key = try await secrets.key("entry")
        let text = "\(purpose) \(round) \(account.id) \(moment.milliseconds)"
        return "\(moment.milliseconds)." + Digest.hex(Digest.hmac(text, key: key).prefix(16))
    }

    /// The moment in it; nil for what we didn't write for this account, round and purpose.
    private func opened(
        _ text: String, _ purpose: String, _ round: ID<Round>, _ account: Account
    ) async throws -> Moment? {
        guard text.utf8.count <= 60, let number = Int64(text.prefix { $0 != "." }) else {
            return nil
        }
        let moment = Moment(milliseconds: number)
        return try await sealed(moment, purpose, round, account) == text ? moment : nil
    }
}

private func zeroBits(_ digest: SHA256.Digest) -> Int {
    var bits = 0
    for byte in digest {
        bits += byte.leadingZeroBitCount
        if byte != 0 { return bits }
    }
    return bits
}

/// Who waits instead of working, by network address, one behind the other: many accounts behind one
/// address gain nothing by waiting together. In memory, on each node by itself.
final class EntryLines: Sendable {
    private struct Stand: Hashable {
        let account: ID<Account>
        let round: ID<Round>
    }

    private struct Lines {
        var ends: [String: Moment] = [:]
        var stands: [Stand: Moment] = [:]
    }

    private static let most = 50_000

    private let lines = Mutex(Lines())

    func from(
        address: String, account: ID<Account>, round: ID<Round>, at now: Moment
    ) throws(Refusal) -> Moment {
        let stand = Stand(account: account, round: round)
        let given = lines.withLock { lines -> Moment? in
            if let before = lines.stands[stand], now < before + EntryWork.lifetime { return before }
            if lines.ends.count >= Self.most || lines.stands.count >= Self.most {
                lines.ends = lines.ends.filter { $0.value > now }
                lines.stands = lines.stands.filter { $0.value > now }
                if max(lines.ends.count, lines.stands.count) >= Self.most { return nil }
            }
            let from = max(now, lines.ends[address] ?? now) + EntryWork.wait
            lines.ends[address] = from
            lines.stands[stand] = from
            return from
        }
        guard let given else { throw .busy(retryAfter: EntryWork.wait) }
        return given
    }
}
