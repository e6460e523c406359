// A return lives by its rules and no others, and its dates are those of the law.
import Rules
import TestKit
import Testing

struct ReturnTests {
    @Test func `a return lives by these rules and no others`() {
        let rows = table(
            """
            # way  | state     | event   | then
            sent   | requested | send    | sent
            sent   | requested | receive | received
            sent   | sent      | receive | received
            sent   | received  | payback | refunded
            sent   | sent      | send    | refused
            sent   | received  | send    | refused
            sent   | received  | receive | refused
            sent   | requested | payback | refused
            sent   | refunded  | payback | refused
            sent   | requested | nothing | refunded
            kept   | requested | send    | refused
            kept   | requested | receive | received
            """)
        for row in rows {
            var goods = Self.goods(row[0], Return.State(rawValue: row[1])!)
            do throws(Refusal) {
                _ = try goods.apply(Self.event(row[2]))
                #expect(goods.state.rawValue == row[3], "\(row)")
            } catch {
                #expect(row[3] == "refused", "\(row)")
                #expect(goods.state.rawValue == row[1])
            }
        }
    }

    @Test func `what is checked owes its letter, and the money where there is any`() throws {
        var goods = Self.goods("sent", .requested)
        let jobs = try goods.apply(Self.event("receive"))
        #expect(jobs.map(\.kind) == ["letter:return_received", "refund"])
        var worthless = Self.goods("sent", .requested)
        let letters = try worthless.apply(Self.event("nothing"))
        #expect(letters.map(\.kind) == ["letter:return_received"])
    }

    @Test func `the window grows where the buyer was told late, or never`() {
        let rows = table(
            """
            # days | more | delivered  | told       | last
            14     | 12   | 2026-06-01 | 2026-05-20 | 2026-06-15
            14     | 12   | 2026-06-01 | 2026-06-01 | 2026-06-15
            14     | 12   | 2026-06-01 | 2026-06-10 | 2026-06-24
            14     | 12   | 2026-06-01 | -          | 2027-06-15
            14     | 12   | 2026-06-01 | 2027-06-14 | 2027-06-15
            14     | 12   | 2024-02-15 | -          | 2025-02-28
            14     | 12   | 2027-02-15 | -          | 2028-03-01
            30     | 0    | 2026-06-01 | -          | 2026-07-01
            """)
        for row in rows {
            let policy = Self.policy(Int(row[0])!, more: Int(row[1])!)
            let last = policy.lastDay(deliveredOn: Day(row[2])!, told: Day(row[3]))
            #expect(last.description == row[4], "\(row)")
        }
    }

    @Test func `the money is due by the rule of the market`() {
        let rows = table(
            """
            # from      | declared   | shown      | due
            declaration | 2026-06-01 | 2026-06-05 | 2026-06-15
            declaration | 2026-06-01 | 2026-06-20 | 2026-06-20
            goods       | 2026-06-01 | 2026-06-05 | 2026-06-19
            goods       | 2024-02-10 | 2024-02-15 | 2024-02-29
            """)
        for row in rows {
            let policy = Self.policy(14, from: ReturnPolicy.RefundAnchor(rawValue: row[0])!)
            let due = policy.lastDayToRefund(declaredOn: Day(row[1])!, shownOn: Day(row[2])!)
            #expect(due.description == row[3], "\(row)")
        }
    }
}

extension ReturnTests {
    private static func id<Of: Identified>() -> ID<Of> {
        var chance = SeededChance(seed: 5)
        return ID(at: Moment(seconds: 1), using: &chance)
    }

    private static func goods(_ way: String, _ state: Return.State) -> Return {
        Return(
            id: id(), number: "R-F7K2-9QWD", order: id(), items: [Return.Item("band", 1)],
            reason: .changedMind,
            way: way == "kept"
                ? .kept : .sent(method: "return-post", cost: Money(1800, .eur), by: .buyer),
            state: state, requested: Moment(seconds: 1))
    }

    private static func event(_ name: String) -> Return.Event {
        let check = Return.Check(
            day: Day(2026, 6, 9)!, condition: .asNew, note: "", deduction: .zero(.eur))
        return switch name {
        case "send": .send(Day(2026, 6, 5)!)
        case "receive": .receive(check, refund: id())
        case "nothing": .receive(check, refund: nil)
        case "payback": .payBack
        default: preconditionFailure("no event \(name)")
        }
    }

    private static func policy(
        _ days: Int, more: Int = 0, from anchor: ReturnPolicy.RefundAnchor = .goods
    ) -> ReturnPolicy {
        ReturnPolicy(
            validity: .always, days: days, basis: .law, refundsShipping: true, returnPaidBy: .buyer,
            refundFrom: anchor, monthsMoreUntold: more,
            evidence: Evidence(sources: ["crd"], confidence: .high))
    }
}
