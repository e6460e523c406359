// The front door: every address a stranger can try answers, in their language, and protects itself.
import HTTPTypes
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
                #expect(answer.headers[.contentSecurityPolicy] != nil)
            }
        }
    }

    @Test func `what isn't there is a page that says so`() async throws {
        try await withSite { client in
            let page = try await client.execute(uri: "/nowhere", method: .get)
            #expect(page.status == .notFound)
            #expect(page.headers[.contentType]?.hasPrefix("text/html") == true)
            let problem = try await client.execute(uri: "/api/v1/nowhere", method: .get)
            #expect(problem.status == .notFound)
            #expect(problem.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func `a form that this shop didn't write is refused`() async throws {
        try await withSite { client in
            let answer = try await client.execute(
                uri: "/login", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: "mail=ben%40example.com&password=whatever"))
            #expect(answer.status == .gone)
        }
    }

    @Test func `a body that is too large is turned away`() async throws {
        try await withSite { client in
            let answer = try await client.execute(
                uri: "/login", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(repeating: 65, count: 100_000))
            #expect(answer.status == .contentTooLarge)
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
