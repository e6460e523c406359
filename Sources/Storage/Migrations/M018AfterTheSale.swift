// After the sale: where a parcel was found that its carrier had delivered and its buyer didn't
// have, and photographs of what came back.

extension Migration {
    static let afterTheSale = Migration(
        18, "findings, photographs of returns",
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
        ])
}
