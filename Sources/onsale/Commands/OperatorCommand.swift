// onsale operator: to make the accounts that run the shop.

import ArgumentParser
import Rules
import Shop

struct OperatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator", abstract: "Make accounts that run the shop.",
        subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account for an operator.",
            discussion: """
                The password is asked for at the terminal, or read from standard input when that \
                is none. It is never a flag: every user of the machine can read those.
                """)

        @Option(help: "The mail address to log in with.")
        var mail: String

        @Option(help: "The person's name.")
        var name: String

        @Option(help: "The market whose pages are shown first: US, GB, FR, DE.")
        var market = "US"

        @Option(help: "en-US, en-GB, fr, de.")
        var language = "en-US"

        @OptionGroup var settings: SettingsOptions

        func run() async throws {
            let settings = try settings.read()
            guard let market = Country(market) else {
                throw ValidationError("--market is a country's code such as DE")
            }
            guard let language = Language(rawValue: language) else {
                let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--language is one of \(known)")
            }
            let password = try askPassword()
            try await withQuietShop(settings) { shop in
                let account = try await sayTrouble {
                    try await shop.createOperator(
                        mail: mail, name: name, password: password, language: language,
                        market: market)
                }
                print("\(account.mail) is an operator (\(account.id))")
            }
        }
    }
}
