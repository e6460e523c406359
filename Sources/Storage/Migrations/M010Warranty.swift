// The tables of guarantees: a passport for each unit that was delivered, codes that hand one on,
// and what is claimed.

extension Migration {
    static let warranty = Migration(
        10, "warranties, claims",
        [
            """
            create table warranties (
                id text primary key,
                number text not null unique,
                of_order text not null references orders (id),
                product text not null,
                unit bigint not null constraint warranty_unit_positive check (unit > 0),
                part text not null,
                holder text not null references accounts (id),
                market text not null,
                delivered text not null,
                ended bigint,
                unique (of_order, product, unit)
            )
            """,
            "create index warranties_of_holder on warranties (holder, id)",
            """
            create table warranty_codes (
                warranty text primary key references warranties (id),
                code_hash text not null unique,
                expires bigint not null
            )
            """,
            "create index warranty_codes_by_age on warranty_codes (expires)",
            """
            create table claims (
                id text primary key,
                number text not null unique,
                warranty text not null references warranties (id),
                account text not null references accounts (id),
                description text not null,
                wish text,
                address text not null,
                state text not null,
                asked bigint not null,
                reason text,
                remedy text,
                goods text references goods_returns (id),
                carrier text,
                tracking_number text,
                sent text
            )
            """,
            "create index claims_of_warranty on claims (warranty, id)",
            "create index claims_of_account on claims (account, id)",
            "create index claims_by_state on claims (state, id)",
            "create index claims_of_return on claims (goods)",
            // One at a time for each unit.
            """
            create unique index claims_open on claims (warranty)
                where state not in ('declined', 'done')
            """,
            """
            create table claim_photos (
                claim text not null references claims (id),
                position bigint not null
                    constraint claim_photo_position check (position between 1 and 4),
                kind text not null,
                body bytea not null,
                primary key (claim, position)
            )
            """,
        ])
}
