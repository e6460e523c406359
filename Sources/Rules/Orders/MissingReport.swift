// To say that a parcel isn't there: once it is late, or, for so many days, after its carrier said
// that it was delivered.

package struct MissingReport: Sendable {
    package let parcel: Parcel
    /// The last day on which it may still be on its way.
    package let expected: Day
    /// Until when what was delivered can be reported.
    package let closes: Deadline
    /// Whether its buyer has used something that only this parcel can have brought: asked to send
    /// it back, claimed its guarantee, or handed that on.
    package let isInUse: Bool

    package init(of parcel: Parcel, expected: Day, closes: Deadline, isInUse: Bool) {
        self.parcel = parcel
        self.expected = expected
        self.closes = closes
        self.isInUse = isInUse
    }

    /// An operator needn't wait, and isn't too late. Throws `parcelStillExpected`, `reportClosed`,
    /// `parcelInUse`.
    package func allow(isOperator: Bool, at now: Moment) throws(Refusal) {
        if parcel.state == .delivered {
            if isInUse { throw .parcelInUse }
            if !isOperator, now >= closes.ends { throw .reportClosed(lastDay: closes.day) }
        } else if !isOperator, Day(now) <= expected {
            throw .parcelStillExpected(until: expected)
        }
    }
}

extension Market {
    /// The last day on which a parcel that is said to have been delivered on `day` can be reported.
    package func lastDayToReport(
        _ parcel: Parcel, deliveredOn day: Day, time: LocalTime, at now: Moment
    ) -> Deadline {
        let last = day + reportDays
        return Deadline(
            subject: parcel.id.text, kind: .missingReport, ends: time.end(of: last), day: last,
            anchor: .delivered, anchored: now, rule: "\(country.code): \(reportDays) days")
    }
}
