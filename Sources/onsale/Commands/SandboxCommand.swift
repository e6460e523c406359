// onsale sandbox: the partners’ stand-ins alone, for rehearsals on several machines and
// for tests.
import ArgumentParser
import Foundation
import Logging
import Partners
import ServiceLifecycle
import UnixSignals

struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Serve the stand-ins of the payment partners and of a carrier.",
        shouldDisplay: false)

    @Option(help: "The port, on this machine only.")
    var port = 8081

    @Option(help: "Where the shop is that hears their notices: http://127.0.0.1:8080.")
    var shop: String?

    @Option(help: "Where to write the certificate that the shop must trust.")
    var roots: String?

    func run() async throws {
        LogLines.begin(at: .info)
        let log = Logger(label: "sandbox")
        let sandbox = PartnerSandbox(at: .init(host: "127.0.0.1", port: port))
        if let shop { await sandbox.tell(shop: shop) }
        if let roots {
            try sandbox.payPal.roots.write(toFile: roots, atomically: true, encoding: .utf8)
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [sandbox.server(log: log)], gracefulShutdownSignals: [.sigterm, .sigint],
                logger: log))
        try await group.run()
    }
}
