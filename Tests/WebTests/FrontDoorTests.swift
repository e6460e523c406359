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
        try await withModelSale { _, client in
            for path in ["/", "/sales/first-western-sale", "/login", "/signup", "/reset"] {
                let answer = try await client.execute(
                    uri: path, method: .get, headers: [.acceptLanguage: language])
                #expect(answer.status == .ok, "\(path)")
                let text = String(buffer: answer.body)
                #expect(text.contains("<html lang=\"\(language)\""), "\(path)")
            }
        }
    }
}
