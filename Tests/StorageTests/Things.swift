// The tables that the tests of the storage use: not the shop's, so that those may change.
import Foundation
import Rules
import Storage
import Synchronization

let everything: [Migration] = [
    Migration(
        1, "things",
        [
            """
            create table things (
                words text,
                number bigint,
                blob bytea
            )
            """,
            """
            create table counters (
                id bigint not null primary key,
                total bigint not null constraint never_negative check (total >= 0),
                name text not null,
                serial text not null,
                unique (name, serial)
            )
            """,
            "create unique index counters_folded on counters (lower(serial)) where id > 100",
            """
            create table parts (
                number {counter},
                counter bigint not null references counters (id)
            )
            """,
        ])
]

enum Parcel: Identified {
    static let idPrefix = "par"
}

enum Mood: String, SQLBindable, SQLReadable {
    case calm, keen
}

enum Grade: Int, SQLBindable, SQLReadable {
    case first = 1
    case second
}

/// How often a closure was run, on whichever thread.
final class Tally: Sendable {
    private let total = Mutex(0)
    var count: Int { total.withLock { $0 } }
    func add() { total.withLock { $0 += 1 } }

    /// Blocks until `count` have been added, or ten seconds have passed.
    func wait(for count: Int) {
        let end = Date(timeIntervalSinceNow: 10)
        while self.count < count, Date() < end { Thread.sleep(forTimeInterval: 0.005) }
    }
}
