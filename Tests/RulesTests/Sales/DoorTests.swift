// Who may reserve is a function of time, and everybody computes the same.
import Rules
import TestKit
import Testing

struct DoorTests {
    let opens = Moment(seconds: 1000)

    @Test func `places are admitted at the pace of the door`() {
        let door = Door(burst: 10, perMinute: 30)
        let rows = table(
            """
            # seconds after the opening | last place admitted
            -1 | 0
            0  | 10
            1  | 10
            2  | 11
            3  | 11
            4  | 12
            60 | 40
            """)
        for row in rows {
            let time = opens + .seconds(Int64(row[0])!)
            #expect(door.admitted(at: time, opens: opens) == Int(row[1])!, "after \(row[0]) s")
        }
    }

    @Test(arguments: [1, 7, 60, 599, 100_000])
    func `a place is admitted at its turn and not a millisecond earlier`(perMinute: Int) {
        let door = Door(burst: 3, perMinute: perMinute)
        for place in 1...500 {
            let turn = door.turn(of: place, opens: opens)
            #expect(door.admitted(at: turn, opens: opens) >= place)
            let earlier = turn - Span(milliseconds: 1)
            #expect(door.admitted(at: earlier, opens: opens) < place || turn == opens)
        }
    }
}
