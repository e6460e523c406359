// A store that serves: opened from its settings, run until it is told to stop, and closed in the
// opposite order, so that nothing that was promised is cut off.

import AsyncHTTPClient
import Hummingbird
import HummingbirdCore
import Logging
import Partners
import ServiceLifecycle
import Shop
import Storage
import UnixSignals
import Web

struct Store {
    let settings: Settings
    let client: HTTPClient
    let shop: Shop
    let log: Logger

    init(_ settings: Settings, log: Logger) async throws {
        self.settings = settings
        self.log = log
        client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: PayPalSettings.clientConfiguration)
        do {
            shop = try Wiring.shop(settings, client: client, log: log)
        } catch {
            try await client.shutdown()
            throw error
        }
    }

    /// Until SIGTERM or SIGINT: then no new request is taken, those under way are answered, the
    /// ticker finishes, and the database is closed.
    func serve(
        besides others: [any Service] = [], onceServing: @escaping @Sendable () async -> Void = {}
    ) async throws {
        if shop.payments.isEmpty { log.warning("no way to be paid is set up") }
        let application = try application(onceServing: onceServing)
        // Stopped from the last to the first.
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: others + [Ticker(shop), application],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await group.run()) } catch { outcome = .failure(error) }
        try await close()
        try outcome.get()
        log.notice("closed")
    }

    func close() async throws {
        try await client.shutdown()
        shop.storage.close()
    }

    private func application(
        onceServing: @escaping @Sendable () async -> Void
    ) throws -> Application<RouterResponder<Visit>> {
        let site = Site(
            shop: shop,
            settings: SiteSettings(
                isSecure: settings.publicURL.hasPrefix("https:"), trustsProxy: settings.trustsProxy,
                methods: shop.payments.keys.sorted(), brand: settings.brand))
        return Application(
            router: site.router(),
            server:
                try serverBuilder(settings.tls, counter: { site.counter(patience: $0) }),
            configuration: serverConfiguration(settings.listen),
            onServerRunning: { [log, settings] _ in
                let listen = settings.listen
                log.notice(
                    "serving",
                    metadata: [
                        "address": "\(listen.host):\(listen.port)", "url": "\(settings.publicURL)",
                    ])
                await onceServing()
            },
            logger: log)
    }
}
