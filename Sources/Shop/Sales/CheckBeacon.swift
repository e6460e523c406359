// What must be true of a beacon before a sale is announced with it.

import Rules

extension SaleDraft {
    /// Throws `SaleDraftFault`.
    func check(
        _ beacon: Beacon, of round: RoundDraft, _ place: String,
        demand: (Bool, String, @autoclosure () -> String) throws -> Void
    ) throws {
        let place = "\(place), beacon"
        try demand(
            order != .firstCome, place,
            "nothing is drawn where who comes first is served first")
        let isPlain = beacon.name.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        try demand(
            isPlain && (1...200).contains(beacon.name.count), place,
            "the name must be one line of 1 to 200 letters")
        let isAddress =
            ["https://", "http://"].contains { beacon.address.hasPrefix($0) }
            && beacon.address.utf8.allSatisfy { (33...126).contains($0) }
        try demand(
            isAddress && beacon.address.utf8.count <= 500, place,
            "the address must be a web address of at most 500 characters")
        try demand(
            round.roomOpens < beacon.listCloses && beacon.listCloses <= round.opens, place,
            "the list must close after the room opens, and not after the round does")
        // What is published in the same second may be known a little before.
        try demand(
            beacon.published >= beacon.listCloses + .seconds(10), place,
            "the value must be published 10 seconds after the list closes, or later")
        try demand(
            beacon.fallback >= beacon.published + .minutes(1)
                && beacon.fallback <= beacon.published + .days(1), place,
            "the fallback must be 1 minute to 1 day after the value is published")
    }
}
