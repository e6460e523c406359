// What holds for every basket, tried on random ones; the seed is printed with a failure.
import Rules
import Shop
import Testing

struct PricePropertyTests {
    private let products = ["power-bank-10400", "power-bank-5000", "band", "headphones"]

    /// A market, a day from 2015 to 2026, and a basket of one to six lines.
    private func question(_ chance: inout SeededChance) -> (Basket, Destination, Day) {
        let country = modelMarkets.randomElement(using: &chance)!
        let market = shippedRules.markets[country]!
        let lines = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
            Basket.Line(
                shippedRules.wares[products.randomElement(using: &chance)!]!,
                quantity: Int.random(in: 1...4, using: &chance),
                unitPrice: Money(Int64.random(in: 0...9000, using: &chance), market.currency))
        }
        let freight = Money(Int64.random(in: 0...3000, using: &chance), market.currency)
        let day = Day(2015, 1, 1)! + Int.random(in: 0..<4383, using: &chance)
        return (Basket(lines, by: .fixed(freight)), market.typicalDestination, day)
    }

    private func ask(_ question: (Basket, Destination, Day)) throws -> Quote {
        try LandedCost.quote(
            basket: question.0, destination: question.1, on: question.2, rules: shippedRules)
    }

    @Test(arguments: [1, 2, 3])
    func `shares add up, steps add up, and the total is the sum`(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<500 {
            let quote = try ask(question(&chance))
            let none = Money.zero(quote.currency)
            #expect(
                quote.total
                    == quote.goods + quote.shipping + quote.duty + quote.tax + quote.fees)
            #expect(quote.lines.reduce(none) { $0 + $1.goods } == quote.goods)
            #expect(quote.lines.reduce(none) { $0 + $1.shipping } == quote.shipping)
            #expect(quote.lines.reduce(none) { $0 + $1.duty } == quote.duty)
            #expect(quote.lines.reduce(none) { $0 + $1.tax } == quote.tax)
            #expect(quote.lines.reduce(none) { $0 + $1.total } == quote.total)
            for charge in [Charge.duty, .tax, .fee] {
                let steps = quote.trace.filter { $0.charge == charge && $0.borneBy == .buyer }
                #expect(steps.reduce(none) { $0 + $1.amount } == quote[charge])
            }
        }
    }

    @Test func `the order of the lines is irrelevant, and asking twice changes nothing`() throws {
        var chance = SeededChance(seed: 4)
        for _ in 0..<500 {
            var question = question(&chance)
            let quote = try ask(question)
            #expect(try ask(question) == quote)
            question.0.lines.shuffle(using: &chance)
            #expect(try ask(question) == quote)
        }
    }

    @Test func `dearer goods never cost less while the same rules apply`() throws {
        var chance = SeededChance(seed: 5)
        for _ in 0..<500 {
            var question = question(&chance)
            let quote = try ask(question)
            let line = Int.random(in: 0..<question.0.lines.count, using: &chance)
            question.0.lines[line].unitPrice += Money(
                Int64.random(in: 1...500, using: &chance), quote.currency)
            let dearer = try ask(question)
            // Across a threshold the law itself isn't monotone: above EUR 150 a duty of 0 %
            // replaces EUR 3. Nor is duty alone: dearer free goods take freight from dutiable ones.
            guard dearer.trace.map(\.layer) == quote.trace.map(\.layer) else { continue }
            #expect(dearer.total > quote.total)
            #expect(dearer.tax >= quote.tax)
        }
    }

    @Test func `a threshold includes its last cent and not the next`() throws {
        func duty(_ market: String, _ day: String, _ price: String) throws -> [String] {
            try shippedRules.quote(
                "power-bank-5000:1@\(price)", in: market, on: day, freight: "10.00"
            ).trace.filter { $0.charge == .duty }.map(\.layer)
        }
        #expect(try duty("US", "2016-02-23", "200.00") == ["us.duty_de_minimis.2015"])
        #expect(try duty("US", "2016-02-23", "200.01") == ["us.hts.8507.60.00.base"])
        #expect(try duty("US", "2016-02-24", "800.00") == ["us.duty_de_minimis.800"])
        #expect(try duty("US", "2016-02-24", "800.01") == ["us.hts.8507.60.00.base"])
        #expect(try duty("FR", "2026-06-30", "150.00") == ["eu.duty_relief.150"])
        #expect(try duty("FR", "2026-06-30", "150.01") == ["eu.cn.8507.60.00"])
        #expect(try duty("FR", "2026-07-01", "150.00") == ["eu.flat_duty.3"])
        #expect(try duty("FR", "2026-07-01", "150.01") == ["eu.cn.8507.60.00"])
        #expect(try duty("GB", "2026-07-01", "135.00") == ["uk.duty_relief.135"])
        #expect(try duty("GB", "2026-07-01", "135.01") == ["uk.8507.60.00"])
    }
}
