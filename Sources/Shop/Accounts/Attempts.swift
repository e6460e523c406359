// To count how often something is tried, under a keyed hash: what people type in the wrong field
// isn't kept.

import Rules
import Storage

extension Shop {
    /// Counts one more attempt. Throws `Refusal.tooManyAttempts`.
    func attempt(_ throttle: Throttle, _ subject: String) async throws {
        let bucket = try await bucket(throttle, subject)
        let now = clock.now()
        try await storage.write { try $0.attempt(throttle, in: bucket, at: now) }
    }

    func bucket(_ throttle: Throttle, _ subject: String) async throws -> String {
        let key = try await secrets.key("attempts")
        return throttle.name + ":" + Digest.hex(Digest.hmac(subject, key: key))
    }
}

extension Transaction {
    /// Two nodes that count in the same instant may let one more through; that is harmless.
    func attempt(_ throttle: Throttle, in bucket: String, at now: Moment) throws {
        try forgetAttempts(before: now - Throttle.longestWindow)
        let (attempts, oldest) = try attempts(in: bucket, since: now - throttle.window)
        try throttle.check(attempts: attempts, oldest: oldest, at: now)
        try noteAttempt(in: bucket, at: now)
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
