// The one executable: every command of the store.

import ArgumentParser

@main
struct Onsale: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "onsale",
        abstract: "The store server for limited-quantity sales across borders.",
        subcommands: [QuoteCommand.self, PromiseCommand.self, RulesCommand.self])
}
