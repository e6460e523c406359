// What carriers said of parcels, as it was heard, and what is printed on them.

package import Rules

extension TrackingEvent {
    init(_ row: Row) throws {
        self.init(
            id: try row.get("event"), kind: try row.get("kind"),
            happened: try row.get("happened"), place: try row.get("place"))
    }
}

extension Reader {
    /// The earliest first, by the carrier's clock.
    package func trackingEvents(of parcel: ID<Parcel>) throws -> [TrackingEvent] {
        try all(
            """
            select * from tracking_events where of_parcel = \(parcel)
            order by happened, event limit 500
            """
        ).map(TrackingEvent.init)
    }

    /// As the carrier gave it, as a JSON text.
    package func label(of parcel: ID<Parcel>) throws -> String? {
        try first("select label from parcels where id = \(parcel)")?.get("label")
    }
}

extension Transaction {
    /// How many of them weren't known.
    package func hear(
        _ events: [TrackingEvent], of parcel: ID<Parcel>, at now: Moment
    ) throws -> Int {
        try events.reduce(0) { count, event in
            try count
                + run(
                    """
                    insert into tracking_events (of_parcel, event, kind, happened, place, heard)
                    values (\(parcel), \(event.id), \(event.kind), \(event.happened),
                            \(event.place), \(now))
                    on conflict (of_parcel, event) do nothing
                    """)
        }
    }

    package func keep(label: String, of parcel: ID<Parcel>) throws {
        try run("update parcels set label = \(label) where id = \(parcel)")
    }
}
