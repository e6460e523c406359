// Password hashing by argon2id: slow on purpose, so it has threads of its own and a short line.

import CSodium
import Foundation
import Rules

package final class PasswordHasher: Sendable {
    /// How hard a password is to guess from its hash, in work and memory for each try.
    package struct Cost: Hashable, Sendable {
        package let operations: UInt64
        package let memoryBytes: Int

        /// Two passes over 19 MiB: OWASP's password storage cheat sheet, for one lane.
        package static let standard = Cost(operations: 2, memoryBytes: 19 << 20)
        /// The least that argon2id allows, for tests and rehearsals with made-up people.
        package static let least = Cost(
            operations: UInt64(crypto_pwhash_argon2id_opslimit_min()),
            memoryBytes: crypto_pwhash_argon2id_memlimit_min())
    }

    private let line: PasswordLine
    private let cost: Cost

    /// At most `threads` hashes and one more are worked on at once, each in its own memory;
    /// `waiting` more wait.
    package init(cost: Cost = .standard, threads: Int = 2, waiting: Int = 200) {
        precondition(sodium_init() >= 0, "libsodium doesn't start")
        self.cost = cost
        line = PasswordLine(limit: waiting)
        for number in 1...threads {
            let thread = Thread { [line] in line.workInIdleTime() }
            thread.name = "passwords \(number)"
            thread.start()
        }
        let steady = Thread { [line] in line.workSteadily() }
        steady.name = "passwords"
        steady.start()
    }

    /// The threads end when what waits is done.
    deinit { line.close() }

    /// Asked after each hash: in a rush the next waits nine times as long as this one took.
    package func giveWay(while isRushed: @escaping @Sendable () -> Bool) {
        line.giveWay(while: isRushed)
    }

    /// Throws `Refusal.busy` when too many wait already.
    package func admit() throws { if line.isFull { throw PasswordLine.busy } }

    /// The hash as argon2id writes it, with its parameters and its salt.
    /// Throws `Refusal.busy` when too many wait.
    package func hash(_ password: String) async throws -> String {
        try await line.run { [cost] in try Self.hash(password, at: cost) }
    }

    /// Throws `Refusal.busy` when too many wait.
    package func verify(_ password: String, against hash: String) async throws -> Bool {
        try await line.run {
            let bytes = password.utf8.map(CChar.init(bitPattern:))
            return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
        }
    }

    private static func hash(_ password: String, at cost: Cost) throws -> String {
        let bytes = password.utf8.map(CChar.init(bitPattern:))
        var written = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let outcome = crypto_pwhash_str_alg(
            &written, bytes, UInt64(bytes.count), cost.operations, cost.memoryBytes,
            crypto_pwhash_alg_argon2id13())
        guard outcome == 0 else { throw NoMemoryForPassword() }
        let end = written.firstIndex(of: 0) ?? written.endIndex
        return String(decoding: written[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// The machine had no memory for one more hash.
struct NoMemoryForPassword: Error {}

/// Those who wait for a hash. The threads hold on to it and not to the hasher, so that its
/// end is theirs, too.
private final class PasswordLine: @unchecked Sendable {
    private struct Job {
        let work: @Sendable () -> Void
        let since: ContinuousClock.Instant
    }

    // Unchecked: everything below `condition` is only touched while it is locked.
    private let condition = NSCondition()
    private var jobs: [Job] = []
    private var isClosed = false
    private var isRushed: @Sendable () -> Bool = { false }
    private let limit: Int

    /// How long somebody may wait until the steady thread cares, how often it looks, and for how
    /// many times as long as it worked it rests: one hash a second or so, a thirtieth of a core.
    private static let (patience, look, rest) = (Duration.milliseconds(200), 0.1, 30.0)

    /// For how many times as long as it worked an idle thread rests while everybody buys. Idle time
    /// isn't free: whoever hashes probably takes the cache from others, and a core of a rented
    /// machine is often half of one.
    private static let restInRush = 9.0

    /// `SCHED_IDLE` of Linux, which the C library declares for GNU programs only.
    private static let idlePolicy: Int32 = 5

    static let busy = Refusal.busy(retryAfter: .seconds(5))

    init(limit: Int) { self.limit = limit }

    func giveWay(while isRushed: @escaping @Sendable () -> Bool) {
        condition.withLock { self.isRushed = isRushed }
    }

    func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isIn = add { continuation.resume(with: Result { try body() }) }
            if !isIn { continuation.resume(throwing: Self.busy) }
        }
    }

    var isFull: Bool { condition.withLock { jobs.count >= limit } }

    private func add(_ job: @escaping @Sendable () -> Void) -> Bool {
        condition.withLock {
            guard !isClosed, jobs.count < limit else { return false }
            jobs.append(Job(work: job, since: .now))
            condition.signal()
            return true
        }
    }

    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }

    /// A flood of log-ins takes what time the sale leaves, and nothing else. A lower priority isn't
    /// enough: Linux lets whoever runs go on for some milliseconds, whoever wakes, and a sale is a
    /// chain of wakings. What was measured is in docs/performance.md.
    func workInIdleTime() {
        // About this thread alone. Should it be refused, hashing is no slower than everything else.
        var parameters = sched_param()
        _ = sched_setscheduler(0, Self.idlePolicy, &parameters)
        while let job = next() {
            let worked = ContinuousClock().measure(job)
            let isRushed = condition.withLock { self.isRushed }
            if isRushed() { rest(Self.restInRush, after: worked) }
        }
    }

    /// Idle time may never come while everybody buys, and who logs in then wants to buy, too.
    func workSteadily() {
        while let job = nextOverdue() {
            let worked = ContinuousClock().measure(job)
            rest(Self.rest, after: worked)
        }
    }

    private func rest(_ times: Double, after worked: Duration) {
        Thread.sleep(forTimeInterval: worked / .seconds(1) * times)
    }

    private func next() -> (@Sendable () -> Void)? {
        condition.withLock {
            while jobs.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            return jobs.removeFirst().work
        }
    }

    /// Looks now and then, so that it is never woken for somebody whom another thread serves.
    private func nextOverdue() -> (@Sendable () -> Void)? {
        while true {
            let (job, isOver) = condition.withLock {
                guard let first = jobs.first, isClosed || first.since + Self.patience < .now else {
                    return (nil as Job?, isClosed && jobs.isEmpty)
                }
                return (jobs.removeFirst(), false)
            }
            if let job { return job.work }
            if isOver { return nil }
            Thread.sleep(forTimeInterval: Self.look)
        }
    }
}
