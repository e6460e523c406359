// The table of beacons: rounds whose draw waits for a value that somebody else publishes.

extension Migration {
    static let beacons = Migration(
        17, "public beacons",
        [
            // All times are wall time.
            """
            create table beacons (
                round text primary key references rounds (id),
                name text not null,
                source text not null,
                list_closes bigint not null,
                published bigint not null,
                fallback bigint not null,
                closed bigint,
                value text,
                constraint beacon_in_order
                    check (list_closes < published and published < fallback)
            )
            """
        ])
}
