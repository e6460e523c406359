// What carriers tell: the events of each parcel, kept as they were heard, and what its label says.

extension Migration {
    static let tracking = Migration(
        14, "labels, tracking",
        [
            "alter table parcels add column label text",
            // The same event is heard once, however often it is told.
            """
            create table tracking_events (
                of_parcel text not null references parcels (id),
                event text not null,
                kind text not null,
                happened bigint not null,
                place text not null,
                heard bigint not null,
                primary key (of_parcel, event)
            )
            """,
        ])
}
