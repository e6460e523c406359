// To count how often something is tried, under a keyed hash: what people type in the wrong field
// isn't kept.

import Rules
import Storage

/// What is tried, and under which name it is counted.
struct Attempt: Sendable {
    let throttle: Throttle
    let bucket: String
}

extension Shop {
    /// Counts one more attempt. Throws `Refusal.tooManyAttempts`.
    func attempt(_ throttle: Throttle, _ subject: String) async throws {
        try await count([Attempt(throttle: throttle, bucket: try await bucket(throttle, subject))])
    }

    /// All of them or, when one of them is tried too often, none. Throws `Refusal.tooManyAttempts`.
    func count(_ attempts: [Attempt]) async throws {
        let now = clock.now()
        for attempt in attempts { try turnedAway.check(attempt.bucket, at: now) }
        do {
            try await storage.write { tx in
                for attempt in attempts { try tx.count(attempt, at: now) }
            }
        } catch let tooMany as TooManyAttempts {
            turnedAway.note(tooMany.bucket, until: now + tooMany.retryAfter, at: now)
            throw Refusal.tooManyAttempts(retryAfter: tooMany.retryAfter)
        }
    }

    func bucket(_ throttle: Throttle, _ subject: String) async throws -> String {
        let key = try await secrets.key("attempts")
        return throttle.name + ":" + Digest.hex(Digest.hmac(subject, key: key))
    }
}

/// The refusal, and of which attempt.
private struct TooManyAttempts: Error {
    let bucket: String
    let retryAfter: Span
}

extension Transaction {
    /// Two nodes that count in the same instant may let one more through; that is harmless.
    func attempt(_ throttle: Throttle, in bucket: String, at now: Moment) throws {
        try forgetAttempts(before: now - Throttle.longestWindow)
        let (attempts, oldest) = try attempts(in: bucket, since: now - throttle.window)
        try throttle.check(attempts: attempts, oldest: oldest, at: now)
        try noteAttempt(in: bucket, at: now)
    }

    fileprivate func count(_ tried: Attempt, at now: Moment) throws {
        do {
            try attempt(tried.throttle, in: tried.bucket, at: now)
        } catch Refusal.tooManyAttempts(let retryAfter) {
            throw TooManyAttempts(bucket: tried.bucket, retryAfter: retryAfter)
        }
    }

    /// Whether one more letter may go to an address, for those who mustn't learn about it.
    func mayWriteLetter(_ bucket: String, at now: Moment) throws -> Bool {
        do {
            try attempt(.letters, in: bucket, at: now)
            return true
        } catch Refusal.tooManyAttempts {
            return false
        }
    }
}
