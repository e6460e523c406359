// A public beacon: a value that somebody else publishes once the list of entrants is closed, and
// that is mixed into the draw. Whoever keeps the seed can't know it while tickets are still given.

package struct Beacon: Hashable, Sendable {
    /// What it is: `drand quicknet, round 4471012`.
    package let name: String
    /// Where anybody can read its value.
    package let address: String
    /// These three are in wall time: no other clock in the world stops with our brake. Whoever
    /// enters after `listCloses` stands behind all who are drawn.
    package let listCloses: Moment
    /// When the value is published, and may be entered.
    package let published: Moment
    /// From then on the order is drawn without the value, if nobody has entered it.
    package let fallback: Moment
    /// When the list was closed; nil before.
    package private(set) var closed: Moment?
    /// Nil until somebody has entered it.
    package private(set) var value: String?

    package init(
        name: String, address: String, listCloses: Moment, published: Moment, fallback: Moment,
        closed: Moment? = nil, value: String? = nil
    ) {
        self.name = name
        self.address = address
        self.listCloses = listCloses
        self.published = published
        self.fallback = fallback
        self.closed = closed
        self.value = value
    }

    /// What the draw does at `now`.
    package enum Readiness: Hashable, Sendable {
        case waits
        /// With the value, or without one when the time for it is over.
        case draws(with: String?)
    }

    package func readiness(at now: Moment) -> Readiness {
        if let value { return .draws(with: value) }
        return isTooLate || now >= fallback ? .draws(with: nil) : .waits
    }

    /// The store was away when the list was to be closed, and the value was known by then: it
    /// proves nothing, so it isn't used.
    package var isTooLate: Bool { closed.map { $0 >= published } ?? false }

    /// Not before the last entry that is on the list: a clock may have been set back meanwhile.
    package mutating func close(at now: Moment, lastEntered: Moment?) {
        closed = closed ?? max(now, lastEntered ?? now)
    }

    /// When somebody is said to have entered who comes at `now`: behind a list that is closed.
    package func entry(at now: Moment) -> Moment {
        closed.map { max(now, $0 + Span(milliseconds: 1)) } ?? now
    }

    /// Until the draw the value may be corrected; everybody can compare it with its source.
    /// Throws `beaconNotYet`, `beaconTooLate`, `input`.
    package mutating func enter(_ text: String, at now: Moment) throws(Refusal) {
        if isTooLate { throw .beaconTooLate }
        guard closed != nil, now >= published else { throw .beaconNotYet(at: published) }
        guard let value = Self.value(text) else { throw .input([Fault(.value, .malformed)]) }
        self.value = value
    }

    /// One word of visible ASCII characters, as it is published: a number, a hexadecimal text. Nil
    /// for what isn't one.
    package static func value(_ text: String) -> String? {
        let bare = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        let isVisible = bare.allSatisfy { $0.asciiValue.map { (33...126).contains($0) } ?? false }
        guard isVisible, (1...200).contains(bare.count),
            bare.contains(where: { $0.isLetter || $0.isNumber })
        else { return nil }
        return String(bare)
    }
}
