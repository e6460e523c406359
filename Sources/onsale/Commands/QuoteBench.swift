// How long a quote takes: the same one, computed again and again on one thread.

import Rules

struct QuoteBench {
    let basket: Basket
    let destination: Destination
    let day: Day
    let rules: Rulebook

    struct Outcome {
        let count: Int
        /// Of one quote.
        let medianNanoseconds: Int64
        let slowestOfHundred: Int64

        var text: String {
            func microseconds(_ nanoseconds: Int64) -> String {
                "\(nanoseconds / 1000).\(nanoseconds % 1000 / 100)"
            }
            return """
                \(count) quotes: median \(microseconds(medianNanoseconds)) µs, \
                99 of 100 within \(microseconds(slowestOfHundred)) µs
                """
        }
    }

    /// Throws `Refusal` where there is no quote.
    func run(_ count: Int) throws -> Outcome {
        let clock = ContinuousClock()
        var times: [Int64] = []
        times.reserveCapacity(count)
        var sum: Int64 = 0
        for _ in 0..<count {
            let start = clock.now
            let quote = try LandedCost.quote(
                basket: basket, destination: destination, on: day, rules: rules)
            times.append((clock.now - start).components.attoseconds / 1_000_000_000)
            sum &+= quote.total.minor
        }
        // The sum is used, or an optimiser might see that nobody looks at the quotes.
        precondition(sum >= 0, "a price is below nought")
        times.sort()
        return Outcome(
            count: count, medianNanoseconds: times[count / 2],
            slowestOfHundred: times[count * 99 / 100])
    }
}

extension QuoteBench {
    /// What one buyer may have of everything in the model sale, to Germany: the most common large
    /// quote, with parcels planned and every table asked.
    static func modelBasket(rules: Rulebook) throws -> QuoteBench {
        let market = try readMarket("DE", rules)
        let items = ["power-bank-10400:2", "power-bank-5000:2", "band:2", "headphones:1"]
        return QuoteBench(
            basket: Basket(try items.map { try readItem($0, in: market, rules) }),
            destination: market.typicalDestination, day: Day(2026, 11, 23)!, rules: rules)
    }
}
