// Money as Stripe counts it: to the smallest unit, in every currency, both ways.

import Rules
import TestKit
import Testing

@testable import Partners

@Suite struct StripeAmountTests {
    @Test func `amounts are written as Stripe wants them`() throws {
        for row in table(
            """
            # currency | minor units | as Stripe counts it, - for not at all
            USD | 129900 | usd 129900
            EUR | 1      | eur 1
            JPY | 1400   | jpy 1400
            ISK | 1400   | isk 140000
            KWD | 1230   | kwd 1230
            KWD | 1234   | -
            USD | -1     | -
            USD | 100000000 | -
            ISK | 9223372036854775807 | -
            """)
        {
            let money = Money(try #require(Int64(row[1])), try #require(Currency(row[0])))
            let told = StripeAmount(money).map { "\($0.currency) \($0.units)" } ?? "-"
            #expect(told == row[2], "\(money)")
        }
    }

    @Test func `what goes out comes back the same`() {
        for code in ["USD", "EUR", "GBP", "JPY", "ISK", "KWD", "HUF", "TWD", "KRW"] {
            let currency = Currency(code)!
            for _ in 1...1000 {
                let money = Money(Int64.random(in: 0...999_999) / 10 * 10, currency)
                #expect(StripeAmount(money)?.money == money, "\(money)")
            }
        }
    }

    @Test func `what nobody can read exactly isn't read`() {
        #expect(StripeAmount(currency: "isk", units: 150).money == nil)
        #expect(StripeAmount(currency: "USD", units: 150).money == nil)
        #expect(StripeAmount(currency: "xyz", units: 150).money == nil)
    }
}
