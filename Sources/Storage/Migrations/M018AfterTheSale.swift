// After the sale: where a parcel was found that its carrier had delivered and its buyer didn't
// have, photographs of what came back, and the duty and tax that come back with it.

extension Migration {
    static let afterTheSale = Migration(
        18, "findings, photographs of returns, recoverable duty and tax",
        [
            "alter table parcels add column finding text",
            """
            create table return_photos (
                goods_return text not null references goods_returns (id),
                position bigint not null
                    constraint return_photo_position check (position between 1 and 4),
                kind text not null,
                body bytea not null,
                primary key (goods_return, position)
            )
            """,
            // The items are as a warehouse's table has them: `band:2 headphones:1`.
            """
            create table recoverables (
                id text primary key,
                of_order text not null references orders (id),
                subject text not null,
                market text not null,
                items text not null,
                charge text not null,
                way text not null,
                amount bigint not null constraint recoverable_positive check (amount > 0),
                currency text not null,
                state text not null,
                claimed text,
                reference text,
                received text,
                received_amount bigint,
                unique (subject, charge, way)
            )
            """,
            "create index recoverables_by_state on recoverables (state, id)",
            "create index recoverables_of_order on recoverables (of_order)",
        ])
}
