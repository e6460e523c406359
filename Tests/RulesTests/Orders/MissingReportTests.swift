// Who may say when that a parcel isn't there, as a table, and what its carrier's word is worth
// then.
import Rules
import TestKit
import Testing

struct MissingReportTests {
    @Test func `what is late, or was delivered a short time ago, is reported`() throws {
        let rows = table(
            """
            # parcel   | on         | by       | in use | means
            on_the_way | 2015-06-02 | buyer    | no     | parcel_still_expected
            on_the_way | 2015-06-03 | buyer    | no     | -
            on_the_way | 2015-05-20 | operator | no     | -
            delivered  | 2015-05-30 | buyer    | no     | -
            delivered  | 2015-06-28 | buyer    | no     | -
            delivered  | 2015-06-29 | buyer    | no     | report_closed
            delivered  | 2015-06-29 | operator | no     | -
            delivered  | 2015-05-30 | buyer    | yes    | parcel_in_use
            delivered  | 2015-05-30 | operator | yes    | parcel_in_use
            """)
        for row in rows {
            let parcel = Parcel.lone(Parcel.State(rawValue: row[0])!)
            let last = Day(2015, 6, 28)!
            let closes = Deadline(
                subject: parcel.id.text, kind: .missingReport, ends: (last + 1).midnight(),
                day: last, anchor: .delivered, anchored: Moment(seconds: 1), rule: "30 days")
            let report = MissingReport(
                of: parcel, expected: Day(2015, 6, 2)!, closes: closes, isInUse: row[3] == "yes")
            var code = "-"
            do throws(Refusal) {
                try report.allow(
                    isOperator: row[2] == "operator", at: Day(row[1])!.midnight() + .hours(12))
            } catch {
                code = error.code
            }
            #expect(code == row[4], "\(row)")
        }
    }

    @Test func `a carrier that only says it again isn't believed`() throws {
        var parcel = Parcel.lone(.onTheWay)
        try parcel.apply(.deliver(Day(2015, 5, 29)!))
        try parcel.apply(.report)
        #expect(parcel.isDisputed && parcel.delivered == Day(2015, 5, 29))
        let reported = Moment(seconds: 200)
        func heard(_ kind: TrackingEvent.Kind, at second: Int64) -> TrackingVerdict? {
            [TrackingEvent(id: "1", kind: kind, happened: Moment(seconds: second), place: "")]
                .verdict(on: parcel, reported: reported)
        }
        #expect(heard(.delivered, at: 100) == nil)
        #expect(heard(.delivered, at: 300) == .delivered(at: Moment(seconds: 300)))
        #expect(heard(.outForDelivery, at: 300) == .found)
        try parcel.apply(.find)
        #expect(parcel.state == .onTheWay && parcel.delivered == nil)
    }
}
