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

    @Option(
        help: ArgumentHelp(
            "Compute the quote so many times and say how long one takes; the model basket if none.",
            visibility: .hidden))
    var measure: Int?

    func validate() throws {
        guard (1...10_000_000).contains(measure ?? 1) else {
            throw ValidationError("--measure is 1 to 10000000")
        }
    }

    func run() throws {
        let rules = try readRules(data)
        if let measure {
            let bench = try items.isEmpty ? QuoteBench.modelBasket(rules: rules) : bench(rules)
            return print(try sayRefusal { try bench.run(measure) }.text)
        }
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

    private func bench(_ rules: Rulebook) throws -> QuoteBench {
        QuoteBench(
            basket: try basket(rules), destination: destination(in: try market(rules)),
            day: try readDay(on), rules: rules)
    }

    private func asked(of rules: Rulebook) throws -> Quote {
        let basket = try basket(rules)
        let destination = destination(in: try market(rules))
        let day = try readDay(on)
        return try sayRefusal {
            try LandedCost.quote(basket: basket, destination: destination, on: day, rules: rules)
        }
    }

    private func market(_ rules: Rulebook) throws -> Market { try readMarket(market, rules) }

    private func basket(_ rules: Rulebook) throws -> Basket {
        let market = try market(rules)
        return Basket(
            try items.map { try readItem($0, in: market, rules) }, by: try carriage(in: market))
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
