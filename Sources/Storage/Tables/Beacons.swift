// Beacons: what a round's draw waits for, and what came of it.

package import Rules

extension Beacon {
    init(_ row: Row) throws {
        self.init(
            name: try row.get("name"), address: try row.get("source"),
            listCloses: try row.get("list_closes"), published: try row.get("published"),
            fallback: try row.get("fallback"), closed: try row.get("closed"),
            value: try row.get("value"))
    }
}

extension Reader {
    /// Nil for a round whose draw waits for none.
    package func beacon(of round: ID<Round>) throws -> Beacon? {
        try first("select * from beacons where round = \(round)").map(Beacon.init)
    }

    /// Rounds whose list of entrants must be closed now, brake or no brake.
    package func listsToClose(at now: Moment) throws -> [ID<Round>] {
        try all(
            """
            select beacons.round from beacons
            join rounds on rounds.id = beacons.round
            where beacons.closed is null and rounds.drawn is null and beacons.list_closes <= \(now)
            limit 100
            """
        ).map { try $0.get(0) }
    }

    /// Rounds that stand still and needn't wait for their beacon any longer: it is there, or the
    /// time for it is over.
    package func roundsPastBeacon(at now: Moment) throws -> [ID<Round>] {
        try all(
            """
            select beacons.round from beacons
            join rounds on rounds.id = beacons.round
            where rounds.drawn is null and rounds.paused_since is not null
              and (beacons.value is not null or beacons.fallback <= \(now))
            limit 100
            """
        ).map { try $0.get(0) }
    }
}

extension Transaction {
    package func insert(_ beacon: Beacon, of round: ID<Round>) throws {
        try run(
            """
            insert into beacons (round, name, source, list_closes, published, fallback)
            values (\(round), \(beacon.name), \(beacon.address), \(beacon.listCloses),
                    \(beacon.published), \(beacon.fallback))
            """)
    }

    package func update(_ beacon: Beacon, of round: ID<Round>) throws {
        try run(
            """
            update beacons set closed = \(beacon.closed), value = \(beacon.value)
            where round = \(round)
            """)
    }
}
