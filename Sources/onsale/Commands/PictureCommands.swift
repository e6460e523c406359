// onsale sale cards, onsale photo: the pictures of a sale, made once by an operator's command.

import ArgumentParser
import Foundation
import Rules
import Shop
import Web

struct CardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards",
        abstract: "Draw the pictures that social networks show of a sale, one for each language.")

    @Argument(help: "The sale's code.")
    var sale: String

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let settings = try settings.read()
        try await withQuietShop(settings) { shop in
            try await sayTrouble { try await drawCards(of: sale, in: shop, settings.brand) }
        }
        print("drawn for \(Language.allCases.count) languages")
    }
}

func drawCards(of sale: String, in shop: Shop, _ brand: Brand) async throws {
    for card in try await ShareCard.all(of: sale, in: shop, brand: brand) {
        try await shop.keepCard(
            try DrawingTools.png(of: card.svg), of: sale, in: card.language)
    }
}

struct PhotoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "photo", abstract: "Show photographs of a product in place of its drawings.",
        subcommands: [Add.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a photograph, in three sizes and as AVIF, WebP and JPEG.",
            discussion: """
                --alt says what can be seen in it, for whoever doesn't see it: once for each \
                language, such as --alt "de=Das Band von vorn".
                """)

        @Argument(help: "The product's code.")
        var product: String

        @Argument(help: "The file: JPEG, PNG or WebP.")
        var file: String

        @Option(help: "LANGUAGE=TEXT, for en-US, en-GB, fr and de.")
        var alt: [String] = []

        @OptionGroup var settings: SettingsOptions

        func validate() throws {
            let missing = Language.allCases.filter { texts[$0] == nil }.map(\.rawValue)
            guard missing.isEmpty else {
                throw ValidationError("--alt is missing for \(missing.joined(separator: ", "))")
            }
        }

        private var texts: [Language: String] {
            alt.reduce(into: [:]) { texts, written in
                let parts = written.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2, let language = Language(rawValue: parts[0]),
                    (1...Photo.longestText).contains(parts[1].count)
                else { return }
                texts[language] = parts[1]
            }
        }

        func run() async throws {
            let settings = try settings.read()
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            try await withQuietShop(settings) { shop in
                let photo = try await sayTrouble {
                    try await shop.showPhoto(
                        bytes, of: product, texts: texts, byName: "the command line")
                }
                print("\(product) has \(photo.position) photographs")
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove every photograph of a product: its drawings are shown again.")

        @Argument(help: "The product's code.")
        var product: String

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            try await withQuietShop(try settings.read()) { shop in
                print("removed \(try await shop.removePhotos(of: product))")
            }
        }
    }
}
