// The same basket in every market on the first of every month from 2015 to 2026.
import Rules
import Shop
import Testing

struct PriceHistoryTests {
    private let months = (2015...2026).flatMap { year in (1...12).map { Day(year, $0, 1)! } }
    private let basket =
        "power-bank-10400:2@14.00 power-bank-5000:2@10.00 band:2@15.00 headphones:1@79.00"

    private func quote(_ market: Country, _ day: Day) throws -> Quote {
        try shippedRules.quote(
            basket, in: market.code, on: day.description, freight: "10.00")
    }

    @Test(arguments: modelMarkets)
    func `every month has a price, made of rules of that month`(market: Country) throws {
        for day in months {
            let quote = try quote(market, day)
            #expect(quote.total > quote.goods)
            #expect(quote.trace.allSatisfy { $0.validity.contains(day) })
            #expect(quote.unknowns.allSatisfy { !$0.note.isEmpty })
            // Unless something is said to be unknown, the charges are explained by a rule.
            #expect(!quote.trace.isEmpty || !quote.unknowns.isEmpty, "\(market) \(day)")
        }
    }

    @Test(arguments: modelMarkets)
    func `each step is explained by the date of a rule`(market: Country) throws {
        for (before, day) in zip(months, months.dropFirst()) {
            let (old, new) = (try quote(market, before), try quote(market, day))
            let isSame = old.duty == new.duty && old.tax == new.tax && old.fees == new.fees
            if isSame && old.unknowns == new.unknowns { continue }
            let layers = shippedRules.tariffs[market.code]!.layers
            let classes = shippedRules.wares.values.flatMap(\.classes).map(\.validity)
            let turns = (layers.map(\.validity) + classes).contains { validity in
                let begins = validity.from.map { before < $0 && $0 <= day } ?? false
                let ends = validity.to.map { before <= $0 && $0 < day } ?? false
                return begins || ends
            }
            #expect(turns, "\(market): \(before) and \(day) differ, and no rule began or ended")
        }
    }
}
