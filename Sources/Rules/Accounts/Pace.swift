// How fast somebody may ask: a bucket that holds what a minute brings, so that hurried people are
// let through at once, and programs that never stop are slowed down.

package struct Pace: Hashable, Sendable {
    /// So many at once, and so many in every minute after.
    package let perMinute: Int

    /// Nil for 0, which means that nobody counts.
    package init?(perMinute: Int) {
        guard perMinute > 0 else { return nil }
        precondition(perMinute <= Self.most, "a bucket that fills faster than time is counted")
        self.perMinute = perMinute
    }

    package static let most = 1_000_000

    /// What is left in somebody's bucket, said as the moment at which it is full again.
    package struct Bucket: Hashable, Sendable {
        /// Empty of debts from the beginning of time.
        fileprivate var fullMicroseconds: Int64 = 0

        package init() {}

        /// Nobody needs to remember a full one.
        package func isFull(at now: Moment) -> Bool { fullMicroseconds <= microseconds(now) }
    }

    /// Throws `askedTooOften` with the time until there is something in the bucket.
    package func check(_ bucket: Bucket, at now: Moment) throws(Refusal) {
        let next = bucket.fullMicroseconds - step * Int64(perMinute - 1)
        let wait = next - microseconds(now)
        guard wait > 0 else { return }
        // In whole seconds: that is how people wait.
        throw .askedTooOften(retryAfter: .seconds((wait + 999_999) / 1_000_000))
    }

    package func take(from bucket: inout Bucket, at now: Moment) {
        bucket.fullMicroseconds = max(bucket.fullMicroseconds, microseconds(now)) + step
    }

    /// For what wasn't the asker's fault.
    package func giveBack(to bucket: inout Bucket) {
        bucket.fullMicroseconds = max(0, bucket.fullMicroseconds - step)
    }

    private var step: Int64 { 60_000_000 / Int64(perMinute) }
}

private func microseconds(_ moment: Moment) -> Int64 { moment.milliseconds * 1000 }
