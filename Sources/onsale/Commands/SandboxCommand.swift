// onsale sandbox: PayPal's stand-in alone, for rehearsals on several machines and for tests.

import ArgumentParser
import Logging
import ServiceLifecycle
import UnixSignals

struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Serve PayPal's stand-in.", shouldDisplay: false)

    @Option(help: "The port, on this machine only.")
    var port = 8081

    func run() async throws {
        LogLines.begin(at: .info)
        let log = Logger(label: "sandbox")
        let sandbox = payPalSandbox(at: .init(host: "127.0.0.1", port: port), log: log)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [sandbox], gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        try await group.run()
    }
}
