// The tables of what happens at the border: customs cases, and everything that happened to each.

extension Migration {
    static let customs = Migration(
        9, "customs cases",
        [
            // What left on which day: for the pace of the warehouse.
            """
            create index orders_dispatched on orders (dispatched) where dispatched is not null
            """,
            """
            create table customs_cases (
                id text primary key,
                of_order text not null unique references orders (id),
                market text not null,
                state text not null,
                body text not null
            )
            """,
            "create index customs_cases_by_state on customs_cases (state, id)",
            """
            create table customs_lines (
                id text primary key,
                of_case text not null references customs_cases (id),
                event text not null,
                day text not null,
                recorded bigint not null,
                detail text not null
            )
            """,
            "create index customs_lines_of_case on customs_lines (of_case, id)",
        ])
}
