// Money over the wire: to the smallest unit, in every currency, both ways.

import Partners
import Rules
import TestKit
import Testing

@testable import Partners

@Suite struct PayPalAmountTests {
    @Test func `Amounts are written as PayPal wants them`() throws {
        for row in table(
            """
            # currency | minor units | as PayPal writes it
            USD | 0       | 0.00
            USD | 5       | 0.05
            USD | 129900  | 1299.00
            EUR | -5      | -0.05
            JPY | 1400    | 1400
            HUF | 140000  | 1400
            TWD | 99900   | 999
            """)
        {
            let currency = try #require(Currency(row[0]))
            let money = Money(try #require(Int64(row[1])), currency)
            #expect(PayPalAmount(money)?.value == row[2], "\(money)")
        }
    }

    @Test func `What PayPal can't write is refused, never rounded`() throws {
        for row in table(
            """
            HUF | 140050
            TWD | 1
            KRW | 5000
            KWD | 1000
            """)
        {
            let currency = try #require(Currency(row[0]))
            let money = Money(try #require(Int64(row[1])), currency)
            #expect(PayPalAmount(money) == nil, "\(money)")
        }
    }

    @Test func `Amounts are read as PayPal may write them`() throws {
        for row in table(
            """
            # currency | value | minor units, - for none
            USD | 10     | 1000
            USD | 10.5   | 1050
            USD | .5     | 50
            USD | 10.500 | 1050
            USD | -0.05  | -5
            JPY | 500    | 500
            JPY | 500.00 | 500
            HUF | 500    | 50000
            USD | 10.505 | -
            USD | 1e3    | -
            USD | 1,000  | -
            USD | 10.    | -
            USD | .      | -
            USD | --1    | -
            USD | 99999999999999999999 | -
            XXX | 1.00   | -
            """)
        {
            let money = PayPalAmount(currency: row[0], value: row[1]).money
            #expect(money?.minor == Int64(row[2]), "\(row)")
        }
        #expect(PayPalAmount(currency: "USD", value: "").money == nil)
        #expect(PayPalAmount(currency: "USD", value: " 1.00").money == nil)
        #expect(PayPalAmount(currency: "USD", value: "١.٠٠").money == nil)
    }

    @Test func `What is written is read back the same, by either end of the wire`() throws {
        var chance = SplitMix(seed: 20_261_124)
        for code in PayPalAmount.decimals.keys.sorted() {
            let currency = try #require(Currency(code))
            for _ in 0..<500 {
                let most: Int64 = 1 << Int64.random(in: 0...39, using: &chance)
                let money = Money(Int64.random(in: 0...most, using: &chance), currency)
                guard let written = PayPalAmount(money) else {
                    #expect(["HUF", "TWD"].contains(code), "\(money)")
                    continue
                }
                #expect(written.money == money, "\(money)")
                let theirs = try SandboxAmount(currency: code, value: written.value)
                #expect(theirs.value == written.value, "\(money)")
            }
        }
    }

    @Test func `The parts of every order add up to its amount, at PayPal's count`() throws {
        var chance = SplitMix(seed: 7)
        for round in 0..<200 {
            let code = ["USD", "EUR", "GBP", "JPY", "CNY"].randomElement(using: &chance)!
            let request = PaymentRequest.random(in: Currency(code)!, using: &chance)
            let order = try #require(PayPalOrderRequest(request, brandName: "Onsale"))
            let body = try #require(JSON.read(try order.encoded()))
            let check = SandboxOrderCheck(body)
            #expect(check.malformed.isEmpty && check.impossible.isEmpty, "\(round): \(check)")
        }
    }

    @Test func `An amount that is wrong by one is noticed`() throws {
        var chance = SplitMix(seed: 8)
        let request = PaymentRequest.random(in: .usd, using: &chance)
        let order = try #require(PayPalOrderRequest(request, brandName: nil))
        let body = try #require(JSON.read(try order.encoded()))
        for part in ["item_total", "shipping", "handling", "tax_total"] {
            var broken = body
            var unit = broken["purchase_units"]!.list![0]
            var amount = unit["amount"]!
            var breakdown = amount["breakdown"]!
            let value = try SandboxAmount(
                currency: "USD", value: try #require(breakdown[part]?["value"]?.text))
            breakdown[part] = SandboxAmount(currency: "USD", units: value.units + 1).json
            amount["breakdown"] = breakdown
            unit["amount"] = amount
            broken["purchase_units"] = .array([unit])
            let codes = SandboxOrderCheck(broken).impossible.map(\.code)
            #expect(codes.contains("AMOUNT_MISMATCH"), "\(part)")
            #expect(codes.contains("ITEM_TOTAL_MISMATCH") == (part == "item_total"), "\(part)")
        }
    }
}
