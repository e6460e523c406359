// How fast somebody may ask, and who shares an address.
import Rules
import Testing

struct PaceTests {
    let start = Moment(seconds: 1_432_000_000)

    @Test func `a minute's worth at once, then one by one`() throws {
        let pace = Pace(perMinute: 3)!
        var bucket = Pace.Bucket()
        for _ in 1...3 { try take(from: &bucket, pace, at: start) }
        #expect(throws: Refusal.askedTooOften(retryAfter: .seconds(20))) {
            try pace.check(bucket, at: start)
        }
        #expect(throws: Refusal.askedTooOften(retryAfter: .seconds(1))) {
            try pace.check(bucket, at: start + .seconds(19) + Span(milliseconds: 500))
        }
        try take(from: &bucket, pace, at: start + .seconds(20))
        #expect(throws: Refusal.askedTooOften(retryAfter: .seconds(20))) {
            try pace.check(bucket, at: start + .seconds(20))
        }
        #expect(!bucket.isFull(at: start + .minutes(1)))
        #expect(bucket.isFull(at: start + .minutes(1) + .seconds(20)))
        for _ in 1...3 { try take(from: &bucket, pace, at: start + .hours(1)) }
    }

    @Test func `what is given back can be taken again`() throws {
        let pace = Pace(perMinute: 1)!
        var bucket = Pace.Bucket()
        for _ in 1...5 {
            try take(from: &bucket, pace, at: start)
            pace.giveBack(to: &bucket)
        }
        #expect(Pace(perMinute: 0) == nil)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:0:1:aaaa:bbbb:cccc:dddd", "2001:db8:0:1::/64"),
        ("2001:DB8:0:1::7", "2001:db8:0:1::/64"), ("2001:db8::1", "2001:db8:0:0::/64"),
        ("fe80::1%eth0", "fe80:0:0:0::/64"), ("::1", "0:0:0:0::/64"), ("unknown", "unknown"),
    ])
    func `of IPv6 the first half counts`(address: String, name: String) {
        #expect(Neighbourhood.name(of: address) == name)
    }

    private func take(from bucket: inout Pace.Bucket, _ pace: Pace, at now: Moment) throws {
        try pace.check(bucket, at: now)
        pace.take(from: &bucket, at: now)
    }
}
