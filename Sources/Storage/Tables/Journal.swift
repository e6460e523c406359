// The journal: what happened to an order, a payment or a return, written with the change itself.

package import Rules

/// A line of the journal.
package struct JournalLine: Identified, Sendable {
    package static let idPrefix = "jnl"

    /// The id of what it is about.
    package let about: String
    /// A verb in the imperative: `place`, `pay`, `dispatch`.
    package let event: String
    package let happened: Moment
    package let detail: String
}

extension Reader {
    package func journal(about subject: String) throws -> [JournalLine] {
        try all("select * from journal where about = \(subject) order by id limit 1000").map {
            JournalLine(
                about: try $0.get("about"), event: try $0.get("event"),
                happened: try $0.get("happened"), detail: try $0.get("detail"))
        }
    }
}

extension Reader {
    /// How many lines about something were written since.
    package func journal(about subject: String, since moment: Moment) throws -> Int {
        try count(
            """
            select count(*) from journal where about = \(subject) and happened >= \(moment)
            """)
    }
}

extension Transaction {
    package func note(
        _ event: String, about subject: String, detail: String = "", id: ID<JournalLine>,
        at now: Moment
    ) throws {
        try run(
            """
            insert into journal (id, about, event, happened, detail)
            values (\(id), \(subject), \(event), \(now), \(detail))
            """)
    }
}
