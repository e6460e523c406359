// The tables of the sale path. The CHECKs here are the promise itself; the rules only refuse first
// so that the refusal is kind.

extension Migration {
    static let sales = Migration(
        2, "sales, rounds, allotments, tickets, reservations, units",
        [
            """
            create table products (
                code text primary key,
                texts text not null
            )
            """,
            """
            create table sales (
                id text primary key,
                code text not null unique,
                order_policy text not null,
                hold bigint not null constraint hold_positive check (hold > 0),
                texts text not null,
                created bigint not null
            )
            """,
            """
            create table offers (
                sale text not null references sales (id),
                product text not null references products (code),
                market text not null,
                price bigint not null constraint price_positive check (price > 0),
                currency text not null,
                unit_limit bigint not null constraint limit_positive check (unit_limit > 0),
                primary key (sale, product, market)
            )
            """,
            // All times but paused_since are sale time.
            """
            create table rounds (
                id text primary key,
                sale text not null references sales (id),
                number bigint not null,
                room_opens bigint not null,
                opens bigint not null,
                closes bigint not null,
                paused_since bigint,
                paused_total bigint not null default 0,
                pause_reason text,
                door_burst bigint not null constraint door_burst_positive check (door_burst > 0),
                door_per_minute bigint not null
                    constraint door_pace_positive check (door_per_minute > 0),
                seed text not null,
                commitment text not null,
                drawn bigint,
                entrants text,
                last_place bigint not null default 0,
                unique (sale, number),
                constraint times_in_order check (room_opens <= opens and opens < closes)
            )
            """,
            """
            create table allotments (
                id text primary key,
                round text not null references rounds (id),
                product text not null references products (code),
                market text,
                units bigint not null constraint units_positive check (units > 0),
                reserved bigint not null default 0
                    constraint reserved_not_negative check (reserved >= 0),
                sold bigint not null default 0
                    constraint sold_not_negative check (sold >= 0),
                next_number bigint not null default 1,
                batches bigint not null default 0,
                chain text not null,
                constraint never_oversold check (reserved + sold <= units),
                constraint numbers_of_units check (next_number between 1 and units + 1)
            )
            """,
            """
            create unique index allotments_of_round
                on allotments (round, product, coalesce(market, ''))
            """,
            """
            create table tickets (
                id text primary key,
                round text not null references rounds (id),
                account text not null references accounts (id),
                entered bigint not null,
                place bigint,
                unique (round, account),
                unique (round, place)
            )
            """,
            // Neither these nor the units say what they refer to: a batch has read all of it under
            // its lock, none of it is ever deleted, and to look it up again (PostgreSQL locks each
            // row it finds) took longer than all else about a reservation. The audit looks it up.
            """
            create table reservations (
                id text primary key,
                allotment text not null,
                sale text not null,
                product text not null,
                buyer text not null,
                household text,
                ticket text not null,
                asked bigint not null constraint asked_positive check (asked > 0),
                quantity bigint not null constraint quantity_positive check (quantity > 0),
                numbers text not null,
                state text not null,
                expires bigint not null,
                made bigint not null,
                key text not null,
                prolonged bigint not null default 0,
                unique (buyer, key)
            )
            """,
            // What may lapse, soonest first.
            """
            create index reservations_unpaid on reservations (allotment, expires)
                where state = 'live'
            """,
            // With all that a limit is counted from, so that counting doesn't read the rows. What
            // one buyer has is few rows, found by the key's index: another one that every
            // reservation writes somewhere else cost a fifth of the speed.
            """
            create index reservations_of_household
                on reservations (household, sale, product, state, quantity)
                where household is not null
            """,
            // A unit is in one pair of hands: its number is the key.
            """
            create table units (
                allotment text not null,
                number bigint not null constraint number_positive check (number > 0),
                reservation text,
                primary key (allotment, number)
            ) {by key}
            """,
            "create index units_returned on units (allotment, number) where reservation is null",
            // Who waits for units that come back, in the order of their places.
            """
            create table standbys (
                allotment text not null references allotments (id),
                ticket text not null references tickets (id),
                place bigint not null,
                buyer text not null references accounts (id),
                household text,
                quantity bigint not null constraint standby_quantity_positive check (quantity > 0),
                unit_limit bigint not null,
                made bigint not null,
                primary key (allotment, ticket)
            )
            """,
            "create index standbys_in_order on standbys (allotment, place)",
            "create index standbys_of_ticket on standbys (ticket)",
            // The public record: every change to an allotment's units, each batch sealed with a
            // hash over itself and the one before.
            """
            create table batches (
                allotment text not null references allotments (id),
                sequence bigint not null,
                made bigint not null,
                entries text not null,
                hash text not null,
                primary key (allotment, sequence)
            )
            """,
        ])
}
