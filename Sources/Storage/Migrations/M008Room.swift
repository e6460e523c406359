// The tables of the room's later additions: codes that take a place to another device, and where
// tickets were asked for, under keyed hashes, so that no network addresses are kept.

extension Migration {
    static let room = Migration(
        8, "moves to another device, origins of tickets",
        [
            // An account has one open code at a time. It is kept as a keyed hash.
            """
            create table moves (
                account text primary key references accounts (id),
                round text not null references rounds (id),
                code_hash text not null unique,
                expires bigint not null
            )
            """,
            "create index moves_by_age on moves (expires)",
            "alter table tickets add column from_address text",
            "alter table tickets add column from_device text",
        ])
}
