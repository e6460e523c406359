// onsale demo: the model sale on this machine, opening in a moment, with everything it needs.

import ArgumentParser
import Foundation
import Logging
import Partners
import Rules
import Shop
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serve the model sale of 2015 on this machine, opening in a moment.",
        discussion: """
            Nobody is paid, nothing is mailed or carried: PayPal, the cards and a carrier are played \
            by a sandbox beside the store, and letters go to a folder. Both listen to this machine only.
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
        let sandbox = PartnerSandbox(at: .init(host: "127.0.0.1", port: port + 1))
        try sandbox.payPal.roots.write(
            toFile: folder.roots, atomically: true, encoding: .utf8)
        let settings = try settings(folder, with: sandbox)
        await sandbox.tell(shop: settings.publicURL)
        let store = try await Store(settings, log: Logger(label: "demo"))
        do {
            if isNew { try await furnish(store.shop) }
        } catch {
            try await store.close()
            throw error
        }
        let links = demoLinks(
            shop: settings.publicURL, mail: folder.mail, opensIn: isNew ? opensIn : nil)
        try await store.serve(besides: [sandbox.server(log: Logger(label: "sandbox"))]) {
            show(links)
        }
    }

    private func settings(
        _ folder: DemoFolder, with sandbox: PartnerSandbox
    ) throws -> Settings {
        let own: [SettingName: String] = [
            .database: folder.database, .listen: "127.0.0.1:\(port)",
            .publicURL: "http://127.0.0.1:\(port)", .shopName: "Onsale demo",
            .returnAddress: "Onsale demo, Returns\n8 Xinghua Road\nShenzhen 518000\nChina",
            .mail: "folder:\(folder.mail)", .mailFrom: "shop@example.com",
            .payPalRoots: folder.roots,
        ]
        let flags = own.merging(sandbox.settings) { own, _ in own }
        return try Settings(WrittenSettings(flags: flags, environment: [:], file: nil))
    }

    /// The sale, and the people of the demo. The waiting rooms are open at once.
    private func furnish(_ shop: Shop) async throws {
        let now = shop.clock.now()
        let draft = try SaleDraft.sample(markets: shop.rulebook.current.markets).moved(
            to: now + .seconds(Int64(opensIn)), roomOpens: now, apart: .minutes(10),
            lasting: .hours(6))
        try await shop.importSale(draft, rulesConfirmedBy: "demo")
        // A demo without pictures for social networks is still one.
        if RunningProgram.path(of: "rsvg-convert") != nil {
            try await drawCards(of: draft.code, in: shop, Brand())
        }
        for person in DemoPerson.all { try await person.settle(in: shop) }
    }
}
