// onsale storybook: every page in every state, to leaf through. Each state is a shop of its own
// that stands still, under a name of its own: http://turn-de.localhost:8090.

import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Shop
import Web

struct StorybookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storybook",
        abstract: "Serve every page in every state, for whoever works on the pages.",
        shouldDisplay: false)

    @Option(help: "The port, on this machine only.")
    var port = 8090

    func validate() throws {
        guard (1...65535).contains(port) else { throw ValidationError("--port is 1 to 65535") }
    }

    func run() async throws {
        LogLines.begin(at: .error)
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("onsale-storybook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        // What can't be removed is in the system's own place for such things.
        defer { try? FileManager.default.removeItem(at: folder) }
        let theatre = Theatre(
            port: port, directory: folder.path, rulebook: try LiveRulebook(directory: nil))
        let application = Application(
            responder: CallbackResponder<Visit> { try await theatre.answer($0, $1) },
            configuration: serverConfiguration(.init(host: "127.0.0.1", port: port)),
            onServerRunning: { [port] _ in print("The storybook: http://localhost:\(port)/") },
            logger: Logger(label: "storybook"))
        try await application.runService()
        await theatre.close()
    }
}
