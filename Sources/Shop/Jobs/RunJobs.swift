// The job runner: carries out what is owed to the world outside, again and again with growing
// patience, until it is done or is given up and shown to the operator.

import Logging
package import Rules
import Storage

extension Shop {
    /// Carries out what is due. Returns how many jobs were taken; called by the ticker.
    @discardableResult
    package func runJobs(limit: Int = 20) async throws -> Int {
        let now = clock.now()
        let taken = try await storage.write {
            try $0.takeJobs(at: now, lease: JobPatience.lease, limit: limit)
        }
        await withTaskGroup(of: Void.self) { group in
            for job in taken { group.addTask { await self.run(job) } }
        }
        return taken.count
    }

    /// Owes a job and does it at once if nobody else is at it. For somebody who waits for it.
    package func runNow(_ job: Job) async throws {
        let now = clock.now()
        let taken = try await storage.write { tx in
            try tx.owe(job, at: now)
            return try tx.takeJob(job, at: now, lease: JobPatience.lease)
        }
        if let taken { await run(taken) }
    }

    private func run(_ leased: LeasedJob) async {
        do {
            guard let job = Job(kind: leased.kind, subject: leased.subject) else {
                throw UnknownJob(kind: leased.kind)
            }
            do {
                try await carryOut(job)
                try await storage.write { try $0.finish(leased) }
            } catch {
                try await putOff(leased, because: error)
            }
        } catch {
            // The lease runs out and the job comes back by itself.
            log.error("job \(leased.kind) \(leased.subject): \(error)")
        }
    }

    private func carryOut(_ job: Job) async throws {
        switch job {
        case .settle(let payment): try await settle(payment)
        case .refund(let refund): try await makeRefund(refund)
        case .withdraw(let withdrawal): try await carryOut(withdrawal)
        case .release(let payment): try await release(payment)
        case .heed(let notice): try await heed(notice)
        case .track(let parcel): try await track(parcel)
        case .follow(let parcel): try await follow(parcel)
        case .letter(let kind, let about): try await write(kind, about: about)
        }
    }

    private func putOff(_ leased: LeasedJob, because error: any Error) async throws {
        if let later = error as? JobLater {
            return try await storage.write { try $0.putOff(leased, until: later.at) }
        }
        let trouble = String("\(error)".prefix(500))
        let now = clock.now()
        if let wait = JobPatience.wait(after: leased.attempts + 1), !(error is JobHopeless) {
            log.warning("job \(leased.kind) \(leased.subject) put off: \(trouble)")
            try await storage.write { try $0.retry(leased, at: now + wait, trouble: trouble) }
        } else {
            log.critical("job \(leased.kind) \(leased.subject) given up: \(trouble)")
            try await storage.write { try $0.giveUp(leased, trouble: trouble) }
        }
    }
}

/// Nothing is wrong, and there is something to look at then.
struct JobLater: Error {
    let at: Moment
}

/// Trying again can't help.
struct JobHopeless: Error, CustomStringConvertible {
    let description: String
}

/// A later version of the program owed it.
private struct UnknownJob: Error {
    let kind: String
}

package enum JobPatience {
    /// After which a job whose runner died is taken by another.
    package static let lease = Span.minutes(2)

    /// How long to wait after so many attempts; nil to give up, after about a day.
    package static func wait(after attempts: Int) -> Span? {
        let waits: [Span] = [
            .seconds(1), .seconds(5), .seconds(15), .minutes(1), .minutes(5), .minutes(15),
            .hours(1), .hours(2), .hours(4), .hours(8), .hours(8),
        ]
        return attempts <= waits.count ? waits[attempts - 1] : nil
    }
}
