// A line of jobs in front of a few threads. Databases block, and must never block the threads that
// answer everybody; the line has an end, beyond which a job is turned away at once.
import Foundation

final class WorkQueue: @unchecked Sendable {
    // Unchecked: everything below `condition` is only touched while it is locked.
    private let condition = NSCondition()
    private var jobs: [@Sendable () -> Void] = []
    private var next = 0
    private var working = 0
    private var isClosed = false

    private let limit: Int
    private let rest: @Sendable () -> Void

    /// `rest` is called on one of the threads when a second has passed without a job.
    init(name: String, threads: Int, limit: Int, rest: @escaping @Sendable () -> Void) {
        self.limit = limit
        self.rest = rest
        for number in 1...threads {
            let thread = Thread { [self] in work() }
            thread.name = "\(name) \(number)"
            thread.start()
        }
    }

    /// Throws `StorageBusy` when the line is full.
    func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try add { continuation.resume(with: Result { try body() }) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Throws `StorageBusy` when the line is full, `StorageUnavailable` when it is closed.
    func add(_ job: @escaping @Sendable () -> Void) throws {
        condition.lock()
        defer { condition.unlock() }
        if isClosed { throw StorageUnavailable(reason: "the storage is closed") }
        if jobs.count - next >= limit {
            throw StorageBusy(reason: "\(limit) are waiting for the database already")
        }
        jobs.append(job)
        condition.signal()
    }

    /// No new jobs; those that wait are still done. Doesn't wait for them.
    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }

    /// Waits until what is in line is done. Only after `close`, and never from one of the threads.
    func drain() {
        condition.lock()
        defer { condition.unlock() }
        while working > 0 || next < jobs.count { condition.wait() }
    }

    private func work() {
        while true {
            switch take() {
            case .job(let job):
                job()
                finish()
            case .pause: rest()
            case .end: return
            }
        }
    }

    private enum Turn {
        case job(@Sendable () -> Void)
        case pause, end
    }

    private func take() -> Turn {
        condition.lock()
        defer { condition.unlock() }
        let pause = Date(timeIntervalSinceNow: 1)
        while next == jobs.count {
            if isClosed { return .end }
            if !condition.wait(until: pause) { return .pause }
        }
        let job = jobs[next]
        next += 1
        working += 1
        // Now and then what is done is let go of, also when the line never empties.
        if next == jobs.count || next == 256 {
            jobs.removeFirst(next)
            next = 0
        }
        return .job(job)
    }

    private func finish() {
        condition.lock()
        defer { condition.unlock() }
        working -= 1
        if isClosed { condition.broadcast() }
    }
}
