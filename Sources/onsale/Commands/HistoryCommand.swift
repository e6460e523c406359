// onsale rules history: the price of one basket on the first of every month, and by which rule it
// changed.

import ArgumentParser
import Rules

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "One basket on the first of every month, each step with the rule behind it.")

    @Option(help: "The market; all of them if it is left out.")
    var market: String?

    @Option(
        name: .customLong("item"), help: "As in `onsale quote`; the model sale's limits if none.")
    var items: [String] = []

    @Option(help: "The freight, instead of the one in the tables.")
    var shipping: String?

    @Option(help: "The first month: 2015-01.")
    var from = "2015-01"

    @Option(help: "The last month: 2026-12.")
    var to = "2026-12"

    @Option(help: "The directory whose files replace the shipped rules one by one.")
    var data: String?

    func run() throws {
        let rules = try readRules(data)
        guard let first = Day(from + "-01"), let last = Day(to + "-01"), first <= last else {
            throw ValidationError("--from and --to are months such as 2015-01, in their order")
        }
        let count = (last.year - first.year) * 12 + last.month - first.month + 1
        let markets =
            market == nil
            ? rules.markets.values.sorted { $0.country < $1.country }
            : [try readMarket(market, rules)]
        for market in markets {
            let history = PriceHistory(
                of: try basket(in: market, rules), to: market.typicalDestination, from: first,
                months: count, rules: rules)
            print(history.text(market))
        }
    }

    private func basket(in market: Market, _ rules: Rulebook) throws -> Basket {
        let all = ["power-bank-10400:2", "power-bank-5000:2", "band:2", "headphones:1"]
        let lines = try (items.isEmpty ? all : items).map { try readItem($0, in: market, rules) }
        guard let shipping else { return Basket(lines) }
        guard let freight = Money(decimal: shipping, market.currency), freight.minor >= 0 else {
            throw ValidationError("--shipping is not an amount in \(market.currency)")
        }
        return Basket(lines, by: .fixed(freight))
    }
}

extension PriceHistory {
    fileprivate func text(_ market: Market) -> String {
        var lines = [
            "\(market.country), in \(market.currency)",
            "month        goods   shipping       duty        tax       fees      total",
        ]
        var left = steps[...]
        for month in months {
            while let step = left.first, step.day <= month.day {
                lines += step.lines
                left.removeFirst()
            }
            lines.append("\(month.day.description.prefix(7))" + month.answer.columns)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension PriceHistory.Step {
    fileprivate var lines: [String] {
        guard !causes.isEmpty else { return ["    \(day): no rule explains this step"] }
        return causes.map { cause in
            "    \(day): \(cause.name) \(cause.hasBegun ? "begins" : "has ended")"
        }
    }
}

extension PriceHistory.Answer {
    fileprivate var columns: String {
        switch self {
        case .failure(let refusal): return "  no price: \(refusal.code)"
        case .success(let quote):
            let amounts = [
                quote.goods, quote.shipping, quote.duty, quote.tax, quote.fees, quote.total,
            ]
            let columns = amounts.map { amount in
                String(repeating: " ", count: max(1, 11 - amount.decimal.count)) + amount.decimal
            }
            let unknown = quote.unknowns.map(\.layer).joined(separator: ", ")
            return columns.joined() + (unknown.isEmpty ? "" : "   unknown: \(unknown)")
        }
    }
}
