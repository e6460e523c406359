// onsale serve: the store itself.

import ArgumentParser
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the store until SIGTERM or SIGINT.",
        discussion: """
            Every setting can be a flag, a variable of the environment (ONSALE_LISTEN for \
            --listen) or a line of a YAML file (listen: …). A flag goes first, then the \
            environment, then the file.
            """)

    @OptionGroup var settings: SettingsOptions
    @OptionGroup var serving: ServingOptions

    func run() async throws {
        let settings = try settings.read(serving.flags)
        LogLines.begin(at: settings.logLevel)
        let store = try await sayTrouble {
            try await Store(settings, log: Logger(label: "onsale"))
        }
        try await store.serve()
    }
}
