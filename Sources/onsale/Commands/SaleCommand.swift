// onsale sale: to announce a sale from a file.

import ArgumentParser
import Foundation
import Logging
import Partners
import Rules
import Shop
import Web

struct SaleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sale", abstract: "Announce sales.",
        subcommands: [Import.self, ConfirmRulesCommand.self, BeaconCommand.self, CardsCommand.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Announce the sale that a YAML file describes, all of it or nothing.")

        @Argument(help: "The file; Data/samples/model-sale/sale.yaml is an example.")
        var file: String

        @Flag(help: "Only say whether it could be announced as far as the file itself goes.")
        var dryRun = false

        @Option(help: "Who confirms every rule of it that nobody knows for sure.")
        var rulesConfirmedBy: String?

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let settings = try settings.read()
            let rules = try readRules(settings.data)
            let yaml: String
            do {
                yaml = try String(contentsOfFile: file, encoding: .utf8)
            } catch {
                throw ValidationError("\(file) can't be read as text: \(error)")
            }
            let draft = try sayFault {
                try SaleDraft.read(file: file, yaml: yaml, markets: rules.markets)
            }
            if dryRun { return print("\(draft.code): \(draft.summary)") }
            try await withQuietShop(settings) { shop in
                let sale = try await sayTrouble {
                    try await shop.importSale(draft, rulesConfirmedBy: rulesConfirmedBy)
                }
                print("announced \(sale.code) (\(sale.id)): \(draft.summary)")
                if RunningProgram.path(of: "rsvg-convert") != nil {
                    try await drawCards(of: sale.code, in: shop, settings.brand)
                } else {
                    print("its cards are not drawn: rsvg-convert is missing (librsvg2-bin)")
                }
                let open = try await shop.doubts(about: sale.id).filter { $0.confirmation == nil }
                guard !open.isEmpty else { return }
                print(
                    """
                    \(open.count) rules are not known for sure. It doesn't open before you confirm \
                    them: onsale sale confirm \(sale.code)
                    """)
            }
        }
    }
}

extension SaleDraft {
    fileprivate var summary: String {
        let units = rounds.flatMap(\.units).reduce(0) { $0 + $1.units }
        let markets = Set(offers.map(\.market.code)).sorted().joined(separator: ", ")
        return "\(units) units in \(rounds.count) rounds, for \(markets)"
    }
}
