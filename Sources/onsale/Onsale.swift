// The one executable: every command of the store.

import ArgumentParser

@main
struct Onsale: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "onsale",
        abstract: "The store server for limited-quantity sales across borders.",
        subcommands: [
            ServeCommand.self, DemoCommand.self, SaleCommand.self, PhotoCommand.self,
            OperatorCommand.self, PaymentsCommand.self, CheckCommand.self, VerifyCommand.self,
            DeadlinesCommand.self, ImportCommand.self, SimulateCommand.self,
            BackupCommand.self, RestoreCommand.self, MigrateCommand.self, RulesCommand.self,
            QuoteCommand.self, PromiseCommand.self, SandboxCommand.self, HelloCommand.self,
            BenchShopCommand.self, LoadCommand.self, StorybookCommand.self,
        ])
}
