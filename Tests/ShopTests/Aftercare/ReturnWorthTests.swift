// What goes back for what comes back: by example, and for baskets of chance, where the parts must
// always be the whole.
import Rules
import TestKit
import Testing

struct ReturnWorthTests {
    private let basket = "power-bank-10400:2 power-bank-5000:2 band:2 headphones:1"

    @Test(arguments: ["US", "GB", "FR", "DE"], ["2015-05-19", "2026-07-10"])
    func `everything that comes back is worth everything that was paid, but for the freight`(
        market: String, day: String
    ) throws {
        let quote = try shippedRules.quote(basket, in: market, on: day, freight: "20.00")
        var dear = quote
        dear.standardShipping = Money(1200, quote.currency)
        let all = quote.lines.map { Return.Item($0.product, $0.quantity) }
        let whole = ReturnWorth(of: all, after: [:], quote: quote, freight: .standard)
        #expect(whole.total == quote.total)
        #expect(ReturnWorth(of: all, after: [:], quote: dear, freight: .all).total == quote.total)
        let standard = ReturnWorth(of: all, after: [:], quote: dear, freight: .standard)
        #expect(standard.shipping == Money(1200, quote.currency))
        #expect(standard.goods == quote.goods && standard.duty == quote.duty)
        #expect(standard.tax <= quote.tax)
        let none = ReturnWorth(of: all, after: [:], quote: quote, freight: .none)
        #expect(none.shipping.isZero && none.goods == quote.goods && none.duty == quote.duty)
    }

    @Test func `one of two bands takes half of everything with it`() throws {
        let quote = try shippedRules.quote("band:2@13.42", in: "DE", on: "2026-11-23")
        let half = ReturnWorth(
            of: [Return.Item("band", 1)], after: [:], quote: quote, freight: .standard)
        #expect(half.goods == Money(1342, .eur))
        // 3 euros for the one heading, and half of what was cheapest to send.
        #expect(half.duty == Money(150, .eur))
        #expect(half.shipping.minor == (quote.standardShipping.minor + 1) / 2)
        let rest = ReturnWorth(
            of: [Return.Item("band", 1)], after: ["band": 1], quote: quote, freight: .standard)
        #expect(half.total + rest.total == quote.total)
    }

    @Test(arguments: 1...40)
    func `in whatever parts it comes, the parts are the whole`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        let market = ["US", "GB", "FR", "DE"].randomElement(using: &chance)!
        var quote = try shippedRules.quote(basket, in: market, on: "2026-11-23", freight: "17.77")
        quote.standardShipping = Money(.random(in: 0...1777, using: &chance), quote.currency)
        for freight in [ReturnWorth.Freight.none, .standard, .all] {
            let whole = ReturnWorth(
                of: quote.lines.map { Return.Item($0.product, $0.quantity) }, after: [:],
                quote: quote, freight: freight)
            var returned: [String: Int] = [:]
            var sum = Money.zero(quote.currency)
            let units = quote.lines.flatMap { Array(repeating: $0.product, count: $0.quantity) }
            for product in units.shuffled(using: &chance) {
                let one = ReturnWorth(
                    of: [Return.Item(product, 1)], after: returned, quote: quote, freight: freight)
                #expect(one.total.minor >= 0, "seed \(seed)")
                sum += one.total
                returned[product, default: 0] += 1
            }
            #expect(sum == whole.total, "seed \(seed), \(freight)")
        }
    }
}
