// onsale sale confirm: to look at the rules that a sale rests on and nobody knows for sure, and to
// take the responsibility for them.

import ArgumentParser
import Rules
import Shop
import Storage

struct ConfirmRulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Show what nobody knows for sure about a sale's prices, and confirm it.",
        discussion: """
            Without --by it only shows them. No round of a sale opens before each of them is \
            confirmed; a rule that changes afterwards must be confirmed again.
            """)

    @Argument(help: "The sale's code.")
    var code: String

    @Option(help: "Who confirms them: a name or an address, for the journal.")
    var by: String?

    @OptionGroup var settings: SettingsOptions

    func validate() throws {
        guard let by else { return }
        guard !by.allSatisfy(\.isWhitespace), by.count <= 200 else {
            throw ValidationError("--by is a name of at most 200 letters")
        }
    }

    func run() async throws {
        let settings = try settings.read()
        try await withQuietShop(settings) { shop in
            guard let sale = try await shop.storage.read({ try $0.sale(code: code) }) else {
                throw ValidationError("there is no sale \(code)")
            }
            let doubts = try await shop.doubts(about: sale.id)
            for doubt in doubts { print(doubt.text) }
            let open = doubts.filter { $0.confirmation == nil }
            guard let by, !open.isEmpty else {
                return print("\(open.count) of \(doubts.count) are not confirmed")
            }
            let freed = try await shop.confirmRules(
                of: sale.id, seen: Set(open.map(\.stamp)), byName: by)
            print("\(open.count) confirmed by \(by)")
            if !freed.isEmpty { print("\(freed.count) rounds that waited for it go on") }
        }
    }
}

extension SaleDoubt {
    fileprivate var text: String {
        let state =
            confirmation.map { "confirmed by \($0.confirmedBy)" } ?? "\(doubt.kind.rawValue)"
        var lines = ["\(doubt.place), \(doubt.name) – \(state)", "    \(doubt.terms)"]
        if let note = doubt.note { lines.append("    \(note)") }
        if !doubt.sources.isEmpty {
            lines.append("    read in: \(doubt.sources.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }
}
