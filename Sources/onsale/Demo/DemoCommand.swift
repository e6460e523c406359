// onsale demo: the model sale on this machine, opening in a moment, with everything it needs.

import ArgumentParser
import Logging
import Rules
import Shop

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serve the model sale of 2015 on this machine, opening in a moment.",
        discussion: """
            Nobody is paid and nothing is mailed: PayPal is played by a sandbox beside the store, \
            and letters go to a folder. Both listen to this machine only.
            """)

    @Option(help: "The store's port; the sandbox has the next one.")
    var port = 8080

    @Option(help: "Seconds until the first round opens.")
    var opensIn = 90

    @Option(help: "Where its database and its letters are.")
    var directory = "demo"

    @Flag(help: "Go on with what is in the directory, instead of beginning anew.")
    var keep = false

    func validate() throws {
        guard (1...65534).contains(port) else { throw ValidationError("--port is 1 to 65534") }
        guard (0...86_400).contains(opensIn) else {
            throw ValidationError("--opens-in is 0 to 86400 seconds")
        }
    }

    func run() async throws {
        LogLines.begin(at: .warning)
        let folder = DemoFolder(path: directory)
        let isNew = try folder.prepare(keep: keep)
        let settings = try settings(folder)
        let store = try await Store(settings, log: Logger(label: "demo"))
        do {
            if isNew { try await furnish(store.shop) }
        } catch {
            try await store.close()
            throw error
        }
        let sandbox = payPalSandbox(
            at: .init(host: "127.0.0.1", port: port + 1), log: Logger(label: "sandbox"))
        let links = demoLinks(
            shop: settings.publicURL, mail: folder.mail, opensIn: isNew ? opensIn : nil)
        try await store.serve(besides: [sandbox]) { show(links) }
    }

    private func settings(_ folder: DemoFolder) throws -> Settings {
        try Settings(
            WrittenSettings(
                flags: [
                    .database: folder.database, .listen: "127.0.0.1:\(port)",
                    .publicURL: "http://127.0.0.1:\(port)", .shopName: "Onsale demo",
                    .returnAddress: "Onsale demo, Returns\n8 Xinghua Road\nShenzhen 518000\nChina",
                    .mail: "folder:\(folder.mail)", .mailFrom: "shop@example.com",
                    .payPalURL: "http://127.0.0.1:\(port + 1)",
                    .payPalClient: sandboxAccount.client, .payPalSecret: sandboxAccount.secret,
                ], environment: [:], file: nil))
    }

    /// The sale, and the people of the demo. The waiting rooms are open at once.
    private func furnish(_ shop: Shop) async throws {
        let now = shop.clock.now()
        let draft = try SaleDraft.sample(markets: shop.rulebook.current.markets).moved(
            to: now + .seconds(Int64(opensIn)), roomOpens: now, apart: .minutes(10),
            lasting: .hours(6))
        try await shop.importSale(draft, rulesConfirmedBy: "demo")
        for person in DemoPerson.all { try await person.settle(in: shop) }
    }
}
