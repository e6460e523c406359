// What privacy needs: to know what was forgotten, what a notice of a partner is about, since when
// nobody uses an account, and who looked at somebody's records.

extension Migration {
    static let privacy = Migration(
        11, "forgetting, access log",
        [
            "alter table accounts add column erased bigint",
            // When it was last used, or last found to be needed still.
            "alter table accounts add column idle_since bigint not null default 0",
            "update accounts set idle_since = created",
            """
            create index accounts_idle on accounts (market, idle_since) where erased is null
            """,
            // When name and address were overwritten, and when the books were reduced to sums.
            "alter table orders add column forgotten bigint",
            "alter table orders add column reduced bigint",
            "create index orders_to_forget on orders (market, placed) where forgotten is null",
            "create index orders_to_reduce on orders (market, placed) where reduced is null",
            "alter table notices add column payment text",
            "create index notices_of_payment on notices (payment)",
            """
            create table access_log (
                id text primary key,
                operator text not null references accounts (id),
                page text not null,
                subject text not null,
                account text references accounts (id),
                looked bigint not null
            )
            """,
            "create index access_log_by_age on access_log (looked)",
            "create index access_log_of_account on access_log (account, looked)",
        ])
}
