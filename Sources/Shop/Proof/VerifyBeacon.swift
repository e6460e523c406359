// The proof of a beacon: that the list was closed before its value could be known, and that the
// order was drawn neither before that nor too early without it. Whether the value is the one that
// was published is for everybody to compare.

import Rules
import Storage

extension Transcript {
    func beaconTroubles() -> [String] {
        guard let beacon else { return [] }
        guard let closed = beacon.closed else { return ["the list was drawn and never closed"] }
        var troubles: [String] = []
        if beacon.isTooLate, beacon.value != nil {
            troubles.append("the list was closed after the beacon’s value was published")
        }
        if order == .firstCome {
            troubles.append("a beacon is named, and nothing was drawn")
        }
        if tickets.prefix(drawn).contains(where: { $0.entered > closed }) {
            troubles.append("somebody who entered after the list was closed was drawn")
        }
        if tickets.dropFirst(drawn).contains(where: { $0.entered <= closed }) {
            troubles.append("somebody who entered before the list was closed wasn’t drawn")
        }
        let earliest = beacon.value == nil ? beacon.fallback : beacon.published
        if !beacon.isTooLate,
            records.contains(where: { $0.batches.contains { $0.made < earliest } })
        {
            troubles.append(
                beacon.value == nil
                    ? "units were given before the time for the beacon was over"
                    : "units were given before the beacon’s value was published")
        }
        return troubles
    }
}
