// The outbox: work owed to the world outside, committed with what caused it.

package import Rules

/// A job a runner has taken for a while.
package struct LeasedJob: Sendable {
    package let kind: String
    package let subject: String
    /// How often it was owed so far; owed once more meanwhile, it isn't done when this run is.
    package let asked: Int
    package let attempts: Int
    package let owed: Moment
}

/// A job that was given up, for the operator.
package struct GivenUpJob: Sendable {
    package let kind: String
    package let subject: String
    package let attempts: Int
    package let owed: Moment
    package let trouble: String
}

extension Reader {
    package func jobsGivenUp() throws -> [GivenUpJob] {
        try all("select * from jobs where given_up = 1 order by owed limit 200").map {
            GivenUpJob(
                kind: try $0.get("kind"), subject: try $0.get("subject"),
                attempts: try $0.get("attempts"), owed: try $0.get("owed"),
                trouble: try $0.get("trouble") ?? "")
        }
    }

    package func jobsWaiting() throws -> Int {
        try one("select count(*) from jobs where given_up = 0").get(0)
    }

    /// When the next job falls due; nil when nothing is owed.
    package func nextJobDue() throws -> Moment? {
        try one("select min(due) from jobs where given_up = 0").get(0)
    }
}

extension Transaction {
    /// To owe a job that is owed already is to owe it again, at the earlier of the two times.
    package func owe(_ job: Job, at due: Moment) throws {
        try run(
            """
            insert into jobs (kind, subject, due, owed)
            values (\(job.kind), \(job.subject), \(due), \(due))
            on conflict (kind, subject) do update
            set due = case when jobs.due < excluded.due then jobs.due else excluded.due end,
                asked = jobs.asked + 1, attempts = 0, given_up = 0
            """)
    }

    package func owe(_ jobs: [Job], at due: Moment) throws {
        for job in jobs { try owe(job, at: due) }
    }

    /// Takes due jobs that nobody else has; they come back by themselves after `lease`.
    package func takeJobs(at now: Moment, lease: Span, limit: Int) throws -> [LeasedJob] {
        let rows = try all(
            """
            select kind, subject, asked, attempts, owed from jobs
            where given_up = 0 and due <= \(now) and leased_until <= \(now)
            order by due limit \(limit) \(.forUpdate) \(.skipLocked)
            """)
        return try rows.map { try leased($0, until: now + lease) }
    }

    /// Takes one job if it is owed and nobody else has it.
    package func takeJob(_ job: Job, at now: Moment, lease: Span) throws -> LeasedJob? {
        let row = try first(
            """
            select kind, subject, asked, attempts, owed from jobs
            where kind = \(job.kind) and subject = \(job.subject) and leased_until <= \(now)
            \(.forUpdate) \(.skipLocked)
            """)
        return try row.map { try leased($0, until: now + lease) }
    }

    private func leased(_ row: Row, until end: Moment) throws -> LeasedJob {
        let job = LeasedJob(
            kind: try row.get(0), subject: try row.get(1), asked: try row.get(2),
            attempts: try row.get(3), owed: try row.get(4))
        try run(
            """
            update jobs set leased_until = \(end), attempts = attempts + 1
            where kind = \(job.kind) and subject = \(job.subject)
            """)
        return job
    }

    /// Done, unless it was owed again meanwhile.
    package func finish(_ job: LeasedJob) throws {
        let done = try run(
            """
            delete from jobs
            where kind = \(job.kind) and subject = \(job.subject) and asked = \(job.asked)
            """)
        if done == 0 {
            try run(
                """
                update jobs set leased_until = 0
                where kind = \(job.kind) and subject = \(job.subject)
                """)
        }
    }

    package func retry(_ job: LeasedJob, at due: Moment, trouble: String) throws {
        try run(
            """
            update jobs set leased_until = 0, due = \(due), trouble = \(trouble)
            where kind = \(job.kind) and subject = \(job.subject)
            """)
    }

    /// Until then, unless it was owed again meanwhile. Nothing was wrong, so its patience begins
    /// anew.
    package func putOff(_ job: LeasedJob, until due: Moment) throws {
        try run(
            """
            update jobs
            set leased_until = 0, attempts = 0, trouble = null,
                due = case when asked = \(job.asked) then \(due) else due end
            where kind = \(job.kind) and subject = \(job.subject)
            """)
    }

    package func giveUp(_ job: LeasedJob, trouble: String) throws {
        try run(
            """
            update jobs set leased_until = 0, given_up = 1, trouble = \(trouble)
            where kind = \(job.kind) and subject = \(job.subject)
            """)
    }
}
