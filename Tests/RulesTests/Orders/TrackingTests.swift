// What a carrier's events mean, as a table: however they are ordered, and however often they come.
import Rules
import TestKit
import Testing

struct TrackingTests {
    @Test func `the latest event by the carrier's clock decides`() {
        let rows = table(
            """
            # parcel     | events                           | means
            on_the_way   |                                  | -
            on_the_way   | accepted                         | -
            on_the_way   | accepted departed customs        | -
            on_the_way   | accepted departed delivered      | delivered
            on_the_way   | accepted lost                    | lost
            on_the_way   | accepted returned                | returned
            missing      | accepted                         | -
            missing      | accepted departed customs        | found
            missing      | accepted departed lost           | lost
            lost         | accepted departed lost           | -
            lost         | accepted lost delivered          | delivered
            delivered    | accepted departed delivered      | -
            refunded     | accepted departed delivered      | -
            """)
        for row in rows {
            let kinds = row[1].split(separator: " ").map { TrackingEvent.Kind(rawValue: "\($0)")! }
            let events = kinds.enumerated().map { index, kind in
                TrackingEvent(
                    id: "\(index)", kind: kind, happened: Moment(seconds: Int64(100 + index)),
                    place: "")
            }
            // Reported between the first event and the third.
            let reported = Moment(seconds: 101)
            for told in [events, events.reversed() + events] {
                let verdict = told.verdict(
                    on: Parcel.lone(Parcel.State(rawValue: row[0])!), reported: reported)
                #expect(Self.name(verdict) == row[2], "\(row)")
            }
        }
    }

    private static func name(_ verdict: TrackingVerdict?) -> String {
        switch verdict {
        case .delivered: "delivered"
        case .lost: "lost"
        case .returned: "returned"
        case .found: "found"
        case nil: "-"
        }
    }
}
