// What was tried in the last hour, to tell too often from often.

package import Rules

extension Transaction {
    /// How many there were since then, and when the first of them was.
    package func attempts(in bucket: String, since: Moment) throws -> (Int, oldest: Moment?) {
        let row = try one(
            "select count(*), min(at) from attempts where bucket = \(bucket) and at > \(since)")
        return (try row.get(0), try row.get(1))
    }

    package func noteAttempt(in bucket: String, at now: Moment) throws {
        try run("insert into attempts (bucket, at) values (\(bucket), \(now))")
    }

    package func forgetAttempts(in bucket: String) throws {
        try run("delete from attempts where bucket = \(bucket)")
    }

    package func forgetAttempts(before: Moment) throws {
        try run("delete from attempts where at <= \(before)")
    }
}
