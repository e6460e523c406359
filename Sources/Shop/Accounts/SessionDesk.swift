// Whose tokens these are, for a rush: those that come while others are being looked up are looked
// up together, in one read.

import Rules
import Storage
import Synchronization

final class SessionDesk: Sendable {
    typealias Answer = @Sendable (Account?) -> Void

    private struct Waiting {
        let token: String
        let answer: Answer
    }

    private struct Line {
        var waiting: [Waiting] = []
        var isReading = false
    }

    /// Of one read; and what may wait is bounded by it too.
    private static let most = 2000

    private let line = Mutex(Line())
    private let storage: Storage
    private let recent: RecentSessions
    private let lifetime: SessionLifetime
    private let clock: any Timepiece

    init(
        storage: Storage, recent: RecentSessions, lifetime: SessionLifetime,
        clock: any Timepiece
    ) {
        self.storage = storage
        self.clock = clock
        self.recent = recent
        self.lifetime = lifetime
    }

    /// Answers at once, or on another thread; nil when the session has to be asked for in the
    /// ordinary way, which can say why.
    func find(_ token: String, answer: @escaping Answer) {
        let now = clock.now()
        if let account = recent.account(for: token, at: now) { return answer(account) }
        guard token.utf8.count == 64 else { return answer(nil) }
        let place = line.withLock { line -> Place in
            guard line.waiting.count < Self.most else { return .none }
            line.waiting.append(Waiting(token: token, answer: answer))
            defer { line.isReading = true }
            return line.isReading ? .behind : .first
        }
        switch place {
        case .none: answer(nil)
        case .behind: break
        case .first: Task { await readAll() }
        }
    }

    private enum Place { case first, behind, none }

    /// Until nobody waits any more.
    private func readAll() async {
        while true {
            let group = line.withLock { line -> [Waiting] in
                defer { line.waiting = [] }
                if line.waiting.isEmpty { line.isReading = false }
                return line.waiting
            }
            if group.isEmpty { return }
            await read(group)
        }
    }

    private func read(_ group: [Waiting]) async {
        let now = clock.now()
        let edition = recent.edition
        let hashes = group.map { Digest.sha256($0.token) }
        // What can't be read now is asked for in the ordinary way, which says what went wrong.
        let found = (try? await storage.read { try $0.sessions(hashes) }) ?? [:]
        for (waiting, hash) in zip(group, hashes) {
            guard let (session, account) = found[hash],
                session.isAlive(at: now, within: lifetime), !session.wantsToBeSeen(at: now)
            else {
                waiting.answer(nil)
                continue
            }
            recent.keep(account, for: waiting.token, readAt: now, in: edition)
            waiting.answer(account)
        }
    }
}
