// The brake freezes every clock, and gives the time back.
import Rules
import TestKit
import Testing

struct SaleClockTests {
    @Test func `a pause stops sale time, and its end gives the time back`() {
        var clock = SaleClock()
        let steps = table(
            """
            # wall | brake  | sale time
            0      |        | 0
            100    | pause  | 100
            150    |        | 100
            160    | pause  | 100
            200    | resume | 100
            230    |        | 130
            300    | pause  | 200
            310    | resume | 200
            311    | resume | 201
            400    |        | 290
            """)
        for step in steps {
            let wall = Moment(seconds: Int64(step[0])!)
            if step[1] == "pause" { clock.pause(at: wall) }
            if step[1] == "resume" { clock.resume(at: wall) }
            #expect(clock.saleTime(at: wall) == Moment(seconds: Int64(step[2])!), "at \(step[0])")
        }
    }

    @Test func `a deadline moves by as long as the brake was on`() {
        var clock = SaleClock()
        clock.pause(at: Moment(seconds: 10))
        let deadline = Moment(seconds: 60)
        #expect(clock.wallTime(of: deadline, at: Moment(seconds: 30)) == Moment(seconds: 80))
        clock.resume(at: Moment(seconds: 40))
        #expect(clock.wallTime(of: deadline, at: Moment(seconds: 45)) == Moment(seconds: 90))
        #expect(clock.saleTime(at: Moment(seconds: 90)) == deadline)
    }

    @Test func `a wall clock set back doesn't run a pause backwards`() {
        var clock = SaleClock()
        clock.pause(at: Moment(seconds: 100))
        clock.resume(at: Moment(seconds: 90))
        #expect(clock.pausedTotal == .zero)
    }
}
