// The people the shop knows.

extension Migration {
    static let accounts = Migration(
        1, "accounts",
        [
            """
            create table accounts (
                id text primary key,
                mail text not null unique,
                name text not null,
                language text not null,
                market text not null,
                password text not null,
                confirmed bigint,
                household text,
                is_operator bigint not null default 0,
                created bigint not null
            )
            """,
            // Who is logged in where. A token is kept as its SHA-256 only.
            """
            create table sessions (
                token_hash text primary key,
                account text not null references accounts (id),
                created bigint not null,
                seen bigint not null
            )
            """,
            "create index sessions_of_account on sessions (account)",
            "create index sessions_by_age on sessions (created)",
            // Links in letters. Their secret isn't kept: it is worked out from the id and a key.
            // `password` is what the account gets when this one is followed.
            """
            create table confirmations (
                id text primary key,
                account text not null references accounts (id),
                purpose text not null,
                password text,
                expires bigint not null,
                used bigint
            )
            """,
            "create index confirmations_of_account on confirmations (account)",
            // Tries of the last hour, under a keyed hash of the mail or network address.
            """
            create table attempts (
                bucket text not null,
                at bigint not null
            )
            """,
            "create index attempts_in_bucket on attempts (bucket, at)",
            "create index attempts_by_age on attempts (at)",
            // The shop's own keys: for households, links and forms.
            """
            create table secrets (
                name text primary key,
                secret bytea not null
            )
            """,
        ])
}
