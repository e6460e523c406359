// Months are counted as people count them, over leap days too; and a repair adds what the law says.
import Rules
import TestKit
import Testing

struct GuaranteeTests {
    @Test func `the last day is the same date so many months later, or the month's last`() {
        let rows = table(
            """
            # delivered | months | last
            2015-05-30  | 12     | 2016-05-30
            2015-05-30  | 24     | 2017-05-30
            2015-08-31  | 6      | 2016-02-29
            2016-08-31  | 6      | 2017-02-28
            2016-02-29  | 12     | 2017-02-28
            2016-02-29  | 24     | 2018-02-28
            2016-02-29  | 48     | 2020-02-29
            2016-02-29  | 72     | 2022-02-28
            2015-02-28  | 12     | 2016-02-28
            2019-02-28  | 12     | 2020-02-28
            2023-12-31  | 2      | 2024-02-29
            2024-01-30  | 1      | 2024-02-29
            2026-12-31  | 12     | 2027-12-31
            2027-11-30  | 3      | 2028-02-29
            2096-02-29  | 48     | 2100-02-28
            """)
        for row in rows {
            let guarantee = Guarantee(
                grantor: .law, months: Int(row[1])!, validity: .always, evidence: Self.evidence)
            #expect(guarantee.lastDay(deliveredOn: Day(row[0])!).description == row[2], "\(row)")
        }
    }

    @Test func `a repair adds its months: to each, or once, or only if it was chosen`() {
        let rows = table(
            """
            # months | once | chosen | last       | wish        | before | then
            6        | -    | -      | 2024-08-31 | -           | -      | 2025-02-28
            6        | -    | -      | 2024-08-31 | replacement | -      | 2025-02-28
            6        | -    | -      | 2025-02-28 | repair      | yes    | 2025-08-28
            12       | yes  | yes    | 2028-02-29 | repair      | -      | 2029-02-28
            12       | yes  | yes    | 2028-02-29 | repair      | yes    | nothing
            12       | yes  | yes    | 2028-02-29 | -           | -      | nothing
            12       | yes  | yes    | 2028-02-29 | replacement | -      | nothing
            """)
        for row in rows {
            let term = RepairTerm(
                months: Int(row[0])!, isOnce: row[1] == "yes", needsChoice: row[2] == "yes",
                validity: .always, evidence: Self.evidence)
            let last = term.lastDay(
                after: Day(row[3])!, wish: Claim.Remedy(rawValue: row[4]),
                hasBeenProlonged: row[5] == "yes")
            #expect((last?.description ?? "nothing") == row[6], "\(row)")
        }
    }

    private static let evidence = Evidence(sources: ["mem"], confidence: .low)
}
