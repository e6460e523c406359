// Pages that guests share: made once a second, true for each of them, and nobody's in particular.
import Hummingbird
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing
import Web

struct LeafletTests {
    static let paths = [
        "/", "/guide", "/sales/first-western-sale", "/sales/first-western-sale/band",
        "/sales/first-western-sale/guide", "/sales/first-western-sale/announcement",
    ]

    @Test(arguments: paths)
    func `a guest reads what the guest before them read, by the clock as it is now`(
        path: String
    ) async throws {
        try await withModelSale { world, client in
            let first = try await look(path, client)
            world.clock.wind(Span(milliseconds: 400))
            let second = try await look(path, client)
            let now = world.clock.now().milliseconds
            #expect(second.contains("data-now=\"\(now)\""))
            #expect(second == first.replacing("\"\(now - 400)\"", with: "\"\(now)\""))
            #expect(!second.contains("name=\"seal\""), "a form in it could never be sent")
        }
    }

    @Test func `each country and each language has its own`() async throws {
        try await withModelSale { _, client in
            var pages: Set<String> = []
            for language in ["en-US", "en-GB", "fr-FR", "de-DE", "de-AT"] {
                pages.insert(try await look("/", client, language))
            }
            #expect(pages.count == 5)
            let chosen = try await look("/", client, "de-DE", cookie: "market=FR")
            #expect(!pages.contains(chosen))
        }
    }

    @Test func `what isn't there is told to everybody`() async throws {
        try await withModelSale { _, client in
            for _ in 1...2 {
                let answer = try await client.execute(uri: "/sales/nothing", method: .get)
                #expect(answer.status == .notFound)
            }
        }
    }

    private func look(
        _ path: String, _ client: any TestClientProtocol, _ language: String = "de-DE",
        cookie: String = ""
    ) async throws -> String {
        let answer = try await client.execute(
            uri: path, method: .get, headers: [.acceptLanguage: language, .cookie: cookie])
        #expect(answer.status == .ok, "\(path)")
        return String(buffer: answer.body)
    }
}
