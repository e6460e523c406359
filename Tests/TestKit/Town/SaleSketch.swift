// A sale of bands in the four markets, sketched for a story in a few words.
package import Rules
package import Shop

package struct SaleSketch: Sendable {
    package var units = 10
    package var limit = 2
    package var hold = Span.minutes(15)
    package var order = Sale.OrderPolicy.shuffled
    /// Wide open, unless a story is about the door.
    package var door = Door(burst: 1000, perMinute: 1000)
    /// The first opens an hour after the story begins; each is open for two hours, and a day passes
    /// between their openings.
    package var rounds = 1
    /// Whether somebody has confirmed what is doubtful in the rules.
    package var confirmsRules = true
    /// Whether the draw of each round waits for a value that is published a minute before it opens,
    /// and is waited for until ten minutes after. The list closes five minutes before.
    package var hasBeacon = false
    /// Where the story isn't told on the eve of the model sale.
    package var begins: Day?

    package init() {}

    package static func bands(_ units: Int, _ change: (inout SaleSketch) -> Void = { _ in })
        -> SaleSketch
    {
        var sketch = SaleSketch()
        sketch.units = units
        change(&sketch)
        return sketch
    }

    package func draft(from start: Moment) -> SaleDraft {
        let prices: [(String, Money)] = [
            ("US", Money(1500, .usd)), ("GB", Money(968, .gbp)), ("FR", Money(1342, .eur)),
            ("DE", Money(1342, .eur)),
        ]
        return SaleDraft(
            code: "bands", order: order, hold: hold,
            texts: inEveryLanguage(SaleText(title: "Bands", announcement: "Bands for all.")),
            products: [
                Product(
                    code: "band",
                    texts: inEveryLanguage(ProductText(name: "Band", about: "A band.")))
            ],
            offers: prices.map { market, price in
                SaleDraft.OfferDraft(
                    product: "band", market: Country(market)!, price: price, limit: limit)
            },
            rounds: (0..<rounds).map { number in
                let opens = start + .hours(1) + .days(Int64(number))
                return SaleDraft.RoundDraft(
                    roomOpens: number == 0 ? start : opens - .hours(1), opens: opens,
                    closes: opens + .hours(2), door: door,
                    units: [SaleDraft.UnitsDraft(product: "band", market: nil, units: units)],
                    beacon: hasBeacon ? beacon(of: opens) : nil)
            })
    }

    private func beacon(of opens: Moment) -> Beacon {
        Beacon(
            name: "drand quicknet, round 4471012", address: "https://api.drand.sh/rounds/4471012",
            listCloses: opens - .minutes(5), published: opens - .minutes(1),
            fallback: opens + .minutes(10))
    }
}

private func inEveryLanguage<Text>(_ text: Text) -> [Language: Text] {
    [Language: Text](uniqueKeysWithValues: Language.allCases.map { ($0, text) })
}
