// One opening of a sale. All its times are in sale time: what the wall clock would say had the
// round never been paused.

package struct Round: Identified, Hashable, Sendable {
    package static let idPrefix = "rnd"

    package let id: ID<Round>
    package let sale: ID<Sale>
    /// 1 for the first round of the sale.
    package let number: Int
    package let roomOpens: Moment
    package let opens: Moment
    package let closes: Moment
    package var clock: SaleClock
    /// Shown to everybody while the brake is on.
    package var pauseReason: String?
    package let door: Door
    /// SHA-256 of the secret seed, in hexadecimal: published before the room opens.
    package let commitment: String
    /// How many stood in the room when the order was fixed; nil before.
    package var drawn: Int?
    /// The digest of the list of all who stood in it, in hexadecimal; nil until it is closed.
    package var entrants: String?

    package init(
        id: ID<Round>, sale: ID<Sale>, number: Int, roomOpens: Moment, opens: Moment,
        closes: Moment, clock: SaleClock = SaleClock(), pauseReason: String? = nil, door: Door,
        commitment: String, drawn: Int? = nil, entrants: String? = nil
    ) {
        self.id = id
        self.sale = sale
        self.number = number
        self.roomOpens = roomOpens
        self.opens = opens
        self.closes = closes
        self.clock = clock
        self.pauseReason = pauseReason
        self.door = door
        self.commitment = commitment
        self.drawn = drawn
        self.entrants = entrants
    }

    /// From then on whoever comes stands behind all who are drawn.
    package var isListClosed: Bool { entrants != nil }

    /// When `place` may reserve, in sale time.
    package func turn(of place: Int) -> Moment { door.turn(of: place, opens: opens) }

    /// Whether tickets are given at `now` (wall time).
    package func refusesEntry(at now: Moment) -> Refusal? {
        let time = clock.saleTime(at: now)
        if time < roomOpens { return .roomNotOpen(opens: clock.wallTime(of: roomOpens, at: now)) }
        return time < closes ? nil : .saleClosed
    }

    /// Why nobody at all may reserve at `now` (wall time); nil while the round is live.
    package func refusesReservations(at now: Moment) -> Refusal? {
        if clock.isPaused { return .salePaused(reason: pauseReason ?? "") }
        let time = clock.saleTime(at: now)
        if time < opens { return .saleNotOpen(opens: clock.wallTime(of: opens, at: now)) }
        return time < closes ? nil : .saleClosed
    }
}
