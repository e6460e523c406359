// What somebody writes who asks for a price: a market, and items of a basket.

import ArgumentParser
import Rules

/// `US`, `GB`, `FR`, `DE`; and `UK`, as everybody calls it who isn't a standard.
func readMarket(_ text: String?, _ rules: Rulebook) throws -> Market {
    let known = rules.markets.keys.sorted().map(\.code).joined(separator: " ")
    let code = text == "UK" ? "GB" : text ?? ""
    guard let country = Country(code) else {
        throw ValidationError("--market is one of \(known)")
    }
    guard let market = rules.markets[country] else {
        throw ValidationError("\(country) is not a market: \(known)")
    }
    return market
}

/// `band:2@13.42` is two bands at 13.42 each; without a price it is the list's.
func readItem(_ item: String, in market: Market, _ rules: Rulebook) throws -> Basket.Line {
    let priced = item.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let counted = priced[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let code = String(counted[0])
    guard let ware = rules.wares[code] else {
        let known = rules.wares.keys.sorted().joined(separator: ", ")
        throw ValidationError("“\(code)” is not a product: \(known)")
    }
    guard let quantity = counted.count == 2 ? Int(counted[1]) : 1 else {
        throw ValidationError("“\(item)”: how many is a whole number")
    }
    if priced.count == 2 {
        guard let price = Money(decimal: String(priced[1]), market.currency),
            (0...mostMinor).contains(price.minor)
        else {
            throw ValidationError("“\(item)”: the price is not an amount in \(market.currency)")
        }
        return Basket.Line(ware, quantity: quantity, unitPrice: price)
    }
    guard let price = rules.listPrices[code]?[market.country] else {
        throw ValidationError("\(code) has no list price in \(market.country): say @price")
    }
    return Basket.Line(ware, quantity: quantity, unitPrice: price)
}

/// A thousand million: what the calculation takes for a price.
private let mostMinor: Int64 = 100_000_000_000
