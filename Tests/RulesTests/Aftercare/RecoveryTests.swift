// What of duty and tax may be got back, by which way, as a table of a market's rules.
import Rules
import TestKit
import Testing

struct RecoveryTests {
    private static let rules: [RecoveryRule] = [
        rule(.duty, .repayment, needsGoods: true),
        rule(.tax, .iossCorrection, needsGoods: false, upTo: Money(15_000, .eur)),
        rule(.tax, .repayment, needsGoods: true, over: Money(15_000, .eur)),
    ]

    @Test func `the way, the goods and their worth decide what comes back`() throws {
        let rows = table(
            """
            # goods | duty | tax | kept back | left | wanted | means
            10000   | 300  | 500 | 0         | yes  | 300    | duty 300, tax 500 ioss_correction
            10000   | 300  | 500 | 0         | yes  | 900    | duty 900, tax 500 ioss_correction
            10000   | 300  | 500 | 0         | yes  | 0      | tax 500 ioss_correction
            10000   | 300  | 500 | 5400      | yes  | 300    | duty 300, tax 250 ioss_correction
            10000   | 300  | 500 | 0         | no   | 300    | tax 500 ioss_correction
            10000   | 0    | 500 | 0         | yes  | 0      | tax 500 ioss_correction
            20000   | 300  | 500 | 0         | yes  | 300    | duty 300, tax 500 repayment
            20000   | 300  | 500 | 0         | no   | 300    | -
            """)
        for row in rows {
            let sums = row[0...3].map { Money(Int64($0)!, .eur) }
            let none = Money.zero(.eur)
            let worth = ReturnWorth(
                goods: sums[0], duty: sums[1], tax: sums[2], fees: none, shipping: none)
            let back = PaidBack(
                worth: worth, deduction: sums[3], haveLeft: row[4] == "yes",
                quoted: CustomsCase.Charges(duty: sums[1], tax: sums[2], fees: none),
                assessed: CustomsCase.Charges(
                    duty: Money(Int64(row[5])!, .eur), tax: sums[2], fees: none))
            let found = Self.rules.filter { $0.applies(to: back, ofGoodsWorth: sums[0]) }
                .map { ($0, back.amount(by: $0)) }.filter { $0.1.minor > 0 }
            let told = found.map { rule, amount in
                let way = rule.charge == .tax ? " \(rule.way.rawValue)" : ""
                return "\(rule.charge.rawValue) \(amount.minor)\(way)"
            }.joined(separator: ", ")
            #expect((told.isEmpty ? "-" : told) == row[6], "\(row)")
        }
    }

    @Test func `it is claimed, then received, and nothing else`() throws {
        var chance = SeededChance(seed: 5)
        let now = Moment(seconds: 1)
        var found = Recoverable(
            id: ID(at: now, using: &chance), order: ID(at: now, using: &chance),
            market: Country("DE")!, subject: "rma_1", items: [Return.Item("band", 1)],
            charge: .duty, way: .repayment, amount: Money(300, .eur))
        let day = Day(2026, 12, 1)!
        let receipt = Recoverable.Receipt(day: day, amount: Money(300, .eur))
        #expect(throws: Refusal.orderStateForbids(state: "open")) {
            try found.apply(.receive(receipt))
        }
        try found.apply(.claim(Recoverable.Claim(day: day, reference: "C 285")))
        #expect(throws: Refusal.orderStateForbids(state: "claimed")) {
            try found.apply(.claim(Recoverable.Claim(day: day, reference: "again")))
        }
        try found.apply(.receive(receipt))
        #expect(found.state == .received && found.receipt == receipt)
    }

    private static func rule(
        _ charge: Charge, _ way: RecoveryRule.Way, needsGoods: Bool, upTo: Money? = nil,
        over: Money? = nil
    ) -> RecoveryRule {
        RecoveryRule(
            charge: charge, way: way, days: 90, countedFrom: .declaration, needsGoods: needsGoods,
            valueUpTo: upTo, valueOver: over, evidence: Evidence(sources: [], confidence: .high))
    }
}
