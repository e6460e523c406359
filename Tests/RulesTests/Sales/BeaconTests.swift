// A public beacon: when its value may be entered, what a value is, and what the draw does without.
import Rules
import TestKit
import Testing

struct BeaconTests {
    private let closes = Moment(seconds: 1000)
    private var beacon: Beacon {
        Beacon(
            name: "drand", address: "https://example.com/1", listCloses: closes,
            published: closes + .minutes(1), fallback: closes + .minutes(10))
    }

    @Test func `a value is taken once the list is closed and the value published`() throws {
        var early = beacon
        #expect(throws: Refusal.beaconNotYet(at: early.published)) {
            try early.enter("a1", at: closes + .minutes(2))
        }
        early.close(at: closes, lastEntered: nil)
        #expect(throws: Refusal.beaconNotYet(at: early.published)) {
            try early.enter("a1", at: closes + .seconds(59))
        }
        try early.enter(" a1\n", at: closes + .minutes(1))
        #expect(early.value == "a1")
        try early.enter("a2", at: closes + .minutes(2))
        #expect(early.value == "a2")
    }

    @Test func `the draw waits, and at the stated time it waits no longer`() throws {
        var beacon = beacon
        beacon.close(at: closes, lastEntered: nil)
        #expect(beacon.readiness(at: beacon.fallback - Span(milliseconds: 1)) == .waits)
        #expect(beacon.readiness(at: beacon.fallback) == .draws(with: nil))
        try beacon.enter("18312.39", at: beacon.published)
        #expect(beacon.readiness(at: beacon.published) == .draws(with: "18312.39"))
    }

    @Test func `what was known before the list closed isn't used`() {
        var beacon = beacon
        beacon.close(at: beacon.published, lastEntered: nil)
        #expect(beacon.readiness(at: beacon.published) == .draws(with: nil))
        #expect(throws: Refusal.beaconTooLate) { try beacon.enter("a1", at: beacon.published) }
    }

    @Test func `the list is closed once, behind everybody on it`() {
        var beacon = beacon
        #expect(beacon.entry(at: closes) == closes)
        beacon.close(at: closes, lastEntered: closes + .seconds(2))
        #expect(beacon.closed == closes + .seconds(2))
        beacon.close(at: closes + .hours(1), lastEntered: nil)
        #expect(beacon.closed == closes + .seconds(2))
        // A clock that was set back makes nobody one of the list.
        #expect(beacon.entry(at: closes) == closes + Span(milliseconds: 2001))
    }

    @Test func `a value is one word of visible characters`() {
        for text in ["18,312.39", "0x9f3c", " 9f3c\r\n", "7"] { #expect(Beacon.value(text) != nil) }
        for text in ["", " ", "-", "a b", "a\nb", "é", String(repeating: "1", count: 201)] {
            #expect(Beacon.value(text) == nil, "\(text)")
        }
    }
}
