// A sale of bands in the four markets, sketched for a story in a few words.
package import Rules
package import Shop

package struct SaleSketch: Sendable {
    /// Of each product.
    package var units = 10
    package var products = ["band"]
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
        return SaleDraft(
            code: "bands", order: order, hold: hold,
            texts: inEveryLanguage(SaleText(title: "Bands", announcement: "Bands for all.")),
            products: products.map { code in
                let name = code == "band" ? "Band" : code
                return Product(
                    code: code,
                    texts: inEveryLanguage(ProductText(name: name, about: "A \(code).")))
            },
            offers: products.flatMap { product in
                prices(of: product).map { market, price in
                    SaleDraft.OfferDraft(
                        product: product, market: Country(market)!, price: price, limit: limit)
                }
            },
            rounds: (0..<rounds).map { number in
                let opens = start + .hours(1) + .days(Int64(number))
                return SaleDraft.RoundDraft(
                    roomOpens: number == 0 ? start : opens - .hours(1), opens: opens,
                    closes: opens + .hours(2), door: door,
                    units: products.map {
                        SaleDraft.UnitsDraft(product: $0, market: nil, units: units)
                    },
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

/// Those of the model sale.
private func prices(of product: String) -> [(String, Money)] {
    let (usd, gbp, eur): (Int64, Int64, Int64) =
        switch product {
        case "power-bank-10400": (1400, 904, 1252)
        case "power-bank-5000": (1000, 646, 894)
        default: (1500, 968, 1342)
        }
    return [
        ("US", Money(usd, .usd)), ("GB", Money(gbp, .gbp)), ("FR", Money(eur, .eur)),
        ("DE", Money(eur, .eur)),
    ]
}

private func inEveryLanguage<Text>(_ text: Text) -> [Language: Text] {
    [Language: Text](uniqueKeysWithValues: Language.allCases.map { ($0, text) })
}
