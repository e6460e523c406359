// onsale rules: to look at the rules before they count.

import ArgumentParser
import Foundation
import Rules
import Shop

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Check, compare and import files of rules.",
        subcommands: [Check.self, Diff.self, Import.self, HistoryCommand.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read all rules; say what ends soon and what nobody has confirmed.")

        @Option(help: "The directory whose files replace the shipped rules one by one.")
        var data: String?

        @Option(help: "The day to look at. Today if it is left out.")
        var on: String?

        @Option(help: "How many days ahead is soon.")
        var days = 90

        func run() throws {
            let rules = try readRules(data)
            let day = try readDay(on)
            let layers = rules.tariffs.values.reduce(0) { $0 + $1.layers.count }
            print("rule set \(rules.version): \(rules.markets.count) markets, \(layers) layers")
            let review = RulesReview(rules, on: day, days: days)
            list("ends within \(days) days of \(day)", review.expiring)
            list("from memory or projected: confirm before a sale opens", review.unconfirmed)
            list("not known: enter what applies", review.unknown)
        }

        private func list(_ title: String, _ items: [RulesReview.Item]) {
            guard !items.isEmpty else { return }
            print("\n\(title)")
            for item in items {
                let end = item.validity.to.map { ", until \($0)" } ?? ""
                print("  \(item.place) \(item.name)\(end)")
                if let note = item.note { print("      \(note)") }
            }
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What a directory changes: against the shipped rules, or another directory.")

        @Option(help: "The directory to look at.")
        var data: String

        @Option(help: "The directory to compare with; the shipped rules if it is left out.")
        var against: String?

        func run() throws {
            let comparison = RulesComparison(
                from: try readRules(against), to: try readRules(data))
            print(comparison.text)
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a file of rules in a directory, if all rules still hold with it.")

        @Argument(help: "The file.")
        var file: String

        @Option(help: "The directory whose files replace the shipped rules one by one.")
        var data: String

        @Option(name: .customLong("as"), help: "Its name there: tariffs/DE.yaml.")
        var name: String

        func run() throws {
            let text: String
            do {
                text = try String(contentsOfFile: file, encoding: .utf8)
            } catch {
                throw ValidationError("\(file) can't be read as text: \(error)")
            }
            let comparison = try sayFault {
                try RuleFiles.place(text, as: name, in: data)
            }
            print(comparison.text)
        }
    }
}

extension RulesComparison {
    fileprivate var text: String {
        guard !changes.isEmpty else { return "rule sets \(from) and \(to) say the same" }
        return "rule set \(from) → \(to)\n"
            + changes.map { "  \($0.kind.rawValue) \($0.place): \($0.name)" }
            .joined(separator: "\n")
    }
}
