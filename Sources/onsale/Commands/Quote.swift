// onsale quote: the whole price of a basket, with every rule that made it so.

import ArgumentParser
import Foundation
import Rules
import Shop

struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote", abstract: "What a basket costs delivered, on any day.")

    @Option(help: "The market: US, GB, FR, DE.")
    var market: String?

    @Option(help: "The day whose rules are used: 2026-11-23. Today if it is left out.")
    var on: String?

    @Option(
        name: .customLong("item"),
        help: "Product, how many, and a unit price without tax: band:2 or band:2@13.42.")
    var items: [String] = []

    @Option(help: "The freight, instead of the one in the tables: 8.94.")
    var shipping: String?

    @Option(help: "The shipping method; the cheapest if it is left out.")
    var method: String?

    @Option(help: "The state of the destination: CA.")
    var subdivision: String?

    @Option(help: "The postcode of the destination.")
    var postcode: String?

    @Option(help: "The directory whose files replace the shipped rules one by one.")
    var data: String?

    @Flag(help: "Machine-readable, amounts in minor units.")
    var json = false

    @Flag(help: "Read the arguments of many quotes from standard input, one quote a line.")
    var batch = false

    func run() throws {
        let rules = try readRules(data)
        guard batch else {
            let quote = try asked(of: rules)
            print(json ? try QuoteJSON(quote, rules).text(pretty: true) : QuoteTable(quote).text)
            return
        }
        while let line = readLine() {
            let arguments = line.split(separator: " ").map(String.init)
            let command = try QuoteCommand.parse(arguments)
            print(try QuoteJSON(try command.asked(of: rules), rules).text(pretty: false))
        }
    }

    private func asked(of rules: Rulebook) throws -> Quote {
        guard let country = Country(market ?? "") else {
            throw ValidationError("--market is one of \(rules.marketNames)")
        }
        guard let market = rules.markets[country] else {
            throw ValidationError("\(country) is not a market: \(rules.marketNames)")
        }
        let lines = try items.map { try line($0, in: market, rules) }
        return try sayRefusal {
            try LandedCost.quote(
                basket: Basket(lines, by: try carriage(in: market)),
                destination: destination(in: market), on: try readDay(on), rules: rules)
        }
    }

    /// `band:2@13.42` is two bands at 13.42 each.
    private func line(
        _ item: String, in market: Market, _ rules: Rulebook
    ) throws -> Basket.Line {
        let priced = item.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let counted = priced[0].split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let code = String(counted[0])
        guard let ware = rules.wares[code] else {
            let known = rules.wares.keys.sorted().joined(separator: ", ")
            throw ValidationError("“\(code)” is not a product: \(known)")
        }
        guard let quantity = counted.count == 2 ? Int(counted[1]) : 1 else {
            throw ValidationError("“\(item)”: how many is a whole number")
        }
        if priced.count == 2 {
            guard let price = Money(decimal: String(priced[1]), market.currency), price.minor >= 0
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

    private func carriage(in market: Market) throws -> Basket.Carriage {
        if let shipping {
            guard let freight = Money(decimal: shipping, market.currency), freight.minor >= 0 else {
                throw ValidationError("--shipping is not an amount in \(market.currency)")
            }
            return .fixed(freight)
        }
        return method.map { .method($0) } ?? .standard
    }

    private func destination(in market: Market) -> Destination {
        guard subdivision != nil || postcode != nil else { return market.typicalDestination }
        return Destination(
            country: market.country, subdivision: subdivision, postcode: postcode)
    }
}

extension Rulebook {
    fileprivate var marketNames: String {
        markets.keys.sorted().map(\.code).joined(separator: " ")
    }
}
