// The front door: what a stranger can read, they can read in every language.
import Hummingbird
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing
import Web

struct FrontDoorTests {
    @Test(arguments: ["en-US", "en-GB", "fr", "de"])
    func `a stranger can read every public page`(language: String) async throws {
        try await withSite { client in
            for path in ["/", "/sales/first-western-sale", "/login", "/signup", "/reset"] {
                let answer = try await client.execute(
                    uri: path, method: .get, headers: [.acceptLanguage: language])
                #expect(answer.status == .ok, "\(path)")
                let text = String(buffer: answer.body)
                #expect(text.contains("<html lang=\"\(language)\""), "\(path)")
            }
        }
    }

    /// The site of a shop that has announced the model sale.
    private func withSite(_ body: @Sendable (any TestClientProtocol) async throws -> Void)
        async throws
    {
        try await withShop(on: .sqlite) { world in
            let markets = world.shop.rulebook.current.markets
            try await world.shop.importSale(SaleDraft.sample(markets: markets))
            let site = Site(
                shop: world.shop,
                settings: SiteSettings(isSecure: true, trustsProxy: false, methods: ["paypal"]))
            try await Application(router: site.router()).test(.router, body)
        }
    }
}
