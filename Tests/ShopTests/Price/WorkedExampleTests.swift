// Examples that were worked by hand from the sources, to the cent.
import Rules
import Shop
import TestKit
import Testing

struct WorkedExampleTests {
    static let rows = table(
        """
        # market | day | basket | freight | goods | duty | tax | fees | borne by the store
        US | 2015-05-19 | power-bank-10400:1@14.00 | 10.00 | 14.00 | 0.00 | 0.00 | 0.00 | 0.00
        GB | 2015-05-19 | power-bank-10400:1@9.04  | 6.46  | 9.04  | 0.00 | 0.00 | 0.00 | 0.00
        DE | 2015-05-19 | power-bank-10400:1@12.52 | 8.94  | 12.52 | 0.00 | 0.00 | 0.00 | 0.00
        FR | 2015-05-19 | power-bank-10400:1@12.52 | 8.94  | 12.52 | 0.00 | 4.29 | 0.00 | 0.00
        US | 2026-07-01 | power-bank-10400:1@14.00 | 10.00 | 14.00 | 5.38 | 0.00 | 2.69 | 0.00
        US | 2026-11-23 | power-bank-10400:1@14.00 | 10.00 | 14.00 | 3.98 | 0.00 | 2.69 | 0.00
        GB | 2026-11-23 | power-bank-10400:1@10.45 | 7.46  | 10.45 | 0.00 | 3.58 | 0.00 | 0.00
        DE | 2026-11-23 | power-bank-10400:1@12.53 | 8.95  | 12.53 | 3.00 | 4.65 | 0.00 | 0.00
        FR | 2026-11-23 | power-bank-10400:1@12.53 | 8.95  | 12.53 | 3.00 | 4.90 | 0.00 | 2.00
        # the whole limit: two of each, one pair of headphones
        US | 2015-05-19 | power-bank-10400:2@14.00 power-bank-5000:2@10.00 band:2@15.00 headphones:1@79.00 | 10.00 | 157.00 | 0.00 | 0.00 | 0.00 | 0.00
        GB | 2015-05-19 | power-bank-10400:2@9.04 power-bank-5000:2@6.46 band:2@9.68 headphones:1@51.01 | 6.46 | 101.37 | 0.00 | 21.57 | 0.00 | 0.00
        DE | 2015-05-19 | power-bank-10400:2@12.52 power-bank-5000:2@8.94 band:2@13.42 headphones:1@70.67 | 8.94 | 140.43 | 0.00 | 28.38 | 0.00 | 0.00
        FR | 2015-05-19 | power-bank-10400:2@12.52 power-bank-5000:2@8.94 band:2@13.42 headphones:1@70.67 | 8.94 | 140.43 | 0.00 | 29.87 | 0.00 | 0.00
        US | 2026-07-01 | power-bank-10400:2@14.00 power-bank-5000:2@10.00 band:2@15.00 headphones:1@79.00 | 10.00 | 157.00 | 28.58 | 0.00 | 2.69 | 0.00
        US | 2026-11-23 | power-bank-10400:2@14.00 power-bank-5000:2@10.00 band:2@15.00 headphones:1@79.00 | 10.00 | 157.00 | 15.88 | 0.00 | 2.69 | 0.00
        GB | 2026-11-23 | power-bank-10400:2@10.45 power-bank-5000:2@7.46 band:2@11.20 headphones:1@58.95 | 7.46 | 117.17 | 0.00 | 24.93 | 0.00 | 0.00
        DE | 2026-11-23 | power-bank-10400:2@12.53 power-bank-5000:2@8.95 band:2@13.43 headphones:1@70.71 | 8.95 | 140.53 | 9.00 | 30.11 | 0.00 | 0.00
        FR | 2026-11-23 | power-bank-10400:2@12.53 power-bank-5000:2@8.95 band:2@13.43 headphones:1@70.71 | 8.95 | 140.53 | 9.00 | 31.70 | 0.00 | 6.00
        # Germany's lower tax of 2020, and the reliefs on both sides
        DE | 2020-07-01 | power-bank-10400:2@12.52 | 8.94 | 25.04 | 0.00 | 5.44 | 0.00 | 0.00
        DE | 2020-12-31 | power-bank-10400:2@12.52 | 8.94 | 25.04 | 0.00 | 5.44 | 0.00 | 0.00
        DE | 2021-01-01 | power-bank-10400:2@12.52 | 8.94 | 25.04 | 0.00 | 6.46 | 0.00 | 0.00
        DE | 2021-07-01 | power-bank-10400:1@12.52 | 8.94 | 12.52 | 0.00 | 4.08 | 0.00 | 0.00
        # above the thresholds: 2.7 % on goods with their share of the freight, then tax on all
        DE | 2026-11-23 | power-bank-10400:12@12.53 | 8.95 | 150.36 | 4.30 | 31.09 | 0.00 | 0.00
        GB | 2026-11-23 | power-bank-10400:13@10.45 | 7.46 | 135.85 | 2.87 | 29.24 | 0.00 | 0.00
        """)

    @Test(arguments: rows)
    func `a worked example comes out to the cent, with its trace`(row: [String]) throws {
        let quote = try shippedRules.quote(row[2], in: row[0], on: row[1], freight: row[3])
        let got = [quote.goods, quote.duty, quote.tax, quote.fees].map(\.decimal)
        #expect(got == Array(row[4...7]))
        let borne = quote.merchantFees.reduce(.zero(quote.currency)) { $0 + $1.amount }
        #expect(borne.decimal == row[8])
        for charge in [Charge.duty, .tax, .fee] {
            let steps = quote.trace.filter { $0.charge == charge && $0.borneBy == .buyer }
            let sum = steps.reduce(.zero(quote.currency)) { $0 + $1.amount }
            #expect(sum == quote[charge], "the trace explains the \(charge)")
            #expect(steps.allSatisfy { !$0.evidence.sources.isEmpty })
        }
    }

    @Test func `what nobody knows is said, not guessed`() throws {
        let band = "band:1@15.00"
        func unknown(_ market: String, _ day: String) throws -> [String] {
            try shippedRules.quote(band, in: market, on: day, freight: "10").unknowns.map(\.layer)
        }
        #expect(try unknown("US", "2026-07-23") == [])
        #expect(try unknown("US", "2026-07-24") == ["us.after_2026_07_24"])
        #expect(try unknown("US", "2025-12-01") == ["us.ieepa"])
        #expect(try unknown("US", "2015-05-19") == [])
        #expect(try unknown("DE", "2026-10-31") == [])
        #expect(try unknown("DE", "2026-11-01") == ["eu.handling_fee"])
        #expect(try unknown("DE", "2014-12-31") == ["DE"])
        #expect(try unknown("GB", "2026-11-23") == [])
    }

    @Test func `the same band costs more when customs calls it an instrument`() throws {
        var rules = shippedRules
        rules.wares["band"]!.classes = [
            TariffClass(
                tariffs: ["US"], code: TariffCode("9031.80.8085")!, validity: .always,
                evidence: Evidence(sources: ["cm_n306613"], confidence: .high))
        ]
        let quote = try rules.quote("band:2@15.00", in: "US", on: "2026-07-01", freight: "10.00")
        #expect(quote.duty.decimal == "10.50", "25 % and 10 % instead of 7.5 %")
    }
}

extension Quote {
    subscript(charge: Charge) -> Money {
        switch charge {
        case .duty: duty
        case .tax: tax
        case .fee: fees
        }
    }
}
