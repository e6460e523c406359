// What was estimated against what was assessed, by market and heading: where the rules are wrong,
// the next quote can be right.

package struct CustomsReport: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let market: Country
        package let heading: String
        package let cases: Int
        /// Duty and tax.
        package let estimated: Money
        package let assessed: Money
        /// Names of the rules that the estimates came from: the ones to look at.
        package let layers: [String]

        package var difference: Money { assessed - estimated }
    }

    package let lines: [Line]

    /// - Parameter cases: those with a last word of customs, each with the quote it began with.
    package init(_ cases: [(case: CustomsCase, quote: Quote)]) {
        struct Key: Hashable {
            let market: Country
            let heading: String
            let currency: Currency
        }
        var sums: [Key: (cases: Int, estimated: Int64, assessed: Int64, layers: Set<String>)] = [:]
        for (found, quote) in cases {
            guard let assessed = found.assessed else { continue }
            let quoted = found.quoted.lines.filter { $0.goods != nil }
            let headings = quoted.isEmpty ? quote.headings : quoted
            let all = headings.reduce(Int64(0)) { $0 + ($1.goods?.minor ?? 0) }
            for line in headings {
                let heading = line.heading
                let estimated = line.duty.minor + line.tax.minor
                let said = assessed.lines.filter { $0.heading == heading }
                // Where customs gives one sum, each heading has its share by value.
                let whole =
                    Int128((assessed.duty + assessed.tax).minor) * Int128(line.goods?.minor ?? 0)
                let actual =
                    said.isEmpty
                    ? Int64(whole / Int128(max(1, all)))
                    : said.reduce(Int64(0)) { $0 + $1.duty.minor + $1.tax.minor }
                let key = Key(market: found.market, heading: heading, currency: quote.currency)
                var sum = sums[key] ?? (0, 0, 0, [])
                sum.cases += 1
                sum.estimated += estimated
                sum.assessed += actual
                sum.layers.formUnion(
                    quote.trace.filter { $0.heading == heading }.map(\.layer))
                sums[key] = sum
            }
        }
        lines = sums.map { key, sum in
            Line(
                market: key.market, heading: key.heading, cases: sum.cases,
                estimated: Money(sum.estimated, key.currency),
                assessed: Money(sum.assessed, key.currency), layers: sum.layers.sorted())
        }.sorted {
            ($0.market, $0.heading) < ($1.market, $1.heading)
        }
    }
}
