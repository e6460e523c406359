// What a buyer's own pages need: addresses for the next order, devices that are logged in, and a
// mail address that is about to change.

extension Migration {
    static let accountArea = Migration(
        12, "saved addresses, devices, change of mail address",
        [
            """
            create table addresses (
                id text primary key,
                account text not null references accounts (id),
                country text not null,
                body text not null,
                made bigint not null
            )
            """,
            "create index addresses_of_account on addresses (account, id)",
            "create index tickets_of_account on tickets (account, id)",
            "alter table sessions add column device text not null default ''",
            "alter table confirmations add column mail text",
            "alter table confirmations add column former_mail text",
        ])
}
