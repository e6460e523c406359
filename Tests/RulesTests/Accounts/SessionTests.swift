// How long one stays logged in, how long a link works, and how often something may be tried.
import Rules
import TestKit
import Testing

struct SessionTests {
    private let start = Moment(seconds: 1_431_950_400)
    private let lifetime = SessionLifetime(idle: .hours(10), absolute: .days(2))

    @Test func `a session ends when it is unused, and at last in any case`() {
        let account = ID<Account>("acc_00000000000000000000000000")!
        let steps = table(
            """
            # hours since the start | last seen | alive
            0  | 0  | yes
            9  | 0  | yes
            10 | 0  | no
            10 | 1  | yes
            47 | 40 | yes
            48 | 47 | no
            """)
        for step in steps {
            let hours = step.prefix(2).map { Span.hours(Int64($0)!) }
            let session = Session(account: account, created: start, seen: start + hours[1])
            let isAlive = session.isAlive(at: start + hours[0], within: lifetime)
            #expect(isAlive == (step[2] == "yes"), "\(step)")
        }
    }

    @Test func `its use is written down once an hour`() {
        let account = ID<Account>("acc_00000000000000000000000000")!
        let session = Session(account: account, created: start, seen: start)
        #expect(!session.wantsToBeSeen(at: start + .minutes(59)))
        #expect(session.wantsToBeSeen(at: start + .hours(1)))
    }

    @Test func `a link works once, in time, and for what it was made`() {
        func link(used: Moment? = nil) -> Rules.Confirmation {
            Rules.Confirmation(
                id: ID("cnf_00000000000000000000000000")!,
                account: ID("acc_00000000000000000000000000")!, purpose: .resetPassword,
                expires: start + .hours(1), used: used)
        }
        let late = start + .hours(1)
        #expect(throws: Never.self) { try link().check(for: .resetPassword, at: start) }
        #expect(throws: Refusal.linkExpired) { try link().check(for: .confirmAddress, at: start) }
        #expect(throws: Refusal.linkExpired) { try link().check(for: .resetPassword, at: late) }
        #expect(throws: Refusal.linkExpired) {
            try link(used: start).check(for: .resetPassword, at: start)
        }
    }

    @Test func `one attempt too many waits until the oldest no longer counts`() {
        let throttle = Throttle(name: "test", most: 3, window: .minutes(15))
        let now = start + .minutes(10)
        #expect(throws: Never.self) { try throttle.check(attempts: 0, oldest: nil, at: now) }
        #expect(throws: Never.self) { try throttle.check(attempts: 2, oldest: start, at: now) }
        #expect(throws: Refusal.tooManyAttempts(retryAfter: .minutes(5))) {
            try throttle.check(attempts: 3, oldest: start, at: now)
        }
    }
}
