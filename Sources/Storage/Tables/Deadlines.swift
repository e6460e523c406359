// Every date by which something is due, with the event that started its clock.

package import Rules

extension Deadline {
    init(_ row: Row) throws {
        self.init(
            subject: try row.get("subject"), kind: try row.get("kind"), ends: try row.get("ends"),
            day: try row.get("last_day"), anchor: try row.get("anchor"),
            anchored: try row.get("anchored"), rule: try row.get("rule"),
            state: try row.get("state"))
    }
}

extension Reader {
    package func deadline(_ kind: Deadline.Kind, of subject: String) throws -> Deadline? {
        try first("select * from deadlines where subject = \(subject) and kind = \(kind)")
            .map(Deadline.init)
    }

    package func deadlines(of subject: String) throws -> [Deadline] {
        try all("select * from deadlines where subject = \(subject) order by ends")
            .map(Deadline.init)
    }

    /// Those that are over by `moment` and nobody has looked at since, the oldest first.
    package func deadlinesDue(at moment: Moment, limit: Int) throws -> [Deadline] {
        try all(
            """
            select * from deadlines where state = 'open' and ends <= \(moment)
            order by ends, subject limit \(limit)
            """
        ).map(Deadline.init)
    }

    /// The nearest first.
    package func deadlines(
        in state: Deadline.State, after moment: Moment = Moment(milliseconds: 0),
        kinds: [Deadline.Kind] = Deadline.Kind.allCases, limit: Int
    ) throws -> [Deadline] {
        try all(
            """
            select * from deadlines
            where state = \(state) and ends >= \(moment) and kind in \(list: kinds)
            order by ends, subject limit \(limit)
            """
        ).map(Deadline.init)
    }
}

extension Transaction {
    /// A deadline that is set again takes the place of the one before.
    package func set(_ deadline: Deadline) throws {
        try run(
            """
            insert into deadlines (subject, kind, ends, last_day, anchor, anchored, rule, state)
            values (\(deadline.subject), \(deadline.kind), \(deadline.ends), \(deadline.day),
                    \(deadline.anchor), \(deadline.anchored), \(deadline.rule), \(deadline.state))
            on conflict (subject, kind) do update
            set ends = excluded.ends, last_day = excluded.last_day, anchor = excluded.anchor,
                anchored = excluded.anchored, rule = excluded.rule, state = excluded.state,
                settled = null
            """)
    }

    /// Of a deadline that is open; one that was missed stays so.
    package func settle(
        _ kind: Deadline.Kind, of subject: String, as state: Deadline.State, at now: Moment
    ) throws {
        try run(
            """
            update deadlines set state = \(state), settled = \(now)
            where subject = \(subject) and kind = \(kind) and state = 'open'
            """)
    }
}

extension Reader {
    /// Orders that are paid and haven't left altogether, by the last day of their promise.
    package func promisedByDay() throws -> [Day: Int] {
        try counts(
            all(
                """
                select promise as day, count(*) as orders from orders
                where state in ('paid', 'partly_dispatched') group by promise limit 1000
                """))
    }

    /// Orders that left, by the day of their last parcel.
    package func packedByDay(since day: Day) throws -> [Day: Int] {
        try counts(
            all(
                """
                select dispatched as day, count(*) as orders from orders
                where dispatched >= \(day) group by dispatched limit 1000
                """))
    }

    private func counts(_ rows: [Row]) throws -> [Day: Int] {
        try rows.reduce(into: [:]) { $0[try $1.get("day")] = try $1.get("orders") }
    }
}
