// onsale bench-quote: how long it takes to price a basket, market by market.

import ArgumentParser
import Rules
import Shop

struct BenchQuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-quote", abstract: "Measure how long a quote takes.",
        shouldDisplay: false)

    @Option(help: "How many quotes of each market are timed.")
    var count = 20_000

    @Option(help: "The day whose rules are in force.")
    var on = "2026-11-23"

    func run() throws {
        guard let day = Day(on) else { throw ValidationError("--on is a date (2026-11-23)") }
        let rules = try readRules(nil)
        for country in rules.markets.keys.sorted() {
            let market = rules.markets[country]!
            let basket = try basket(in: market, rules)
            var minor: Int64 = 0
            let clock = ContinuousClock()
            let time = try clock.measure {
                for _ in 0..<count {
                    minor &+= try LandedCost.quote(
                        basket: basket, destination: market.typicalDestination, on: day,
                        rules: rules
                    ).total.minor
                }
            }
            precondition(minor > 0, "a quote that wasn't computed")
            let microseconds = time / count / .microseconds(1)
            print("\(country) \((microseconds * 100).rounded() / 100)")
        }
    }

    /// Two bands and a power bank: two classes of goods, and a battery in each.
    private func basket(in market: Market, _ rules: Rulebook) throws -> Basket {
        let wanted = [("band", 2, 1500), ("power-bank-10400", 1, 1400)]
        return Basket(
            try wanted.map { product, quantity, price in
                guard let ware = rules.wares[product] else {
                    throw ValidationError("the rules don't know \(product)")
                }
                return Basket.Line(
                    ware, quantity: quantity, unitPrice: Money(Int64(price), market.currency))
            })
    }
}
