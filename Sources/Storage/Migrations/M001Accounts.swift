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
            // The shop's own keys: for households, links and forms.
            """
            create table secrets (
                name text primary key,
                secret bytea not null
            )
            """,
        ])
}
