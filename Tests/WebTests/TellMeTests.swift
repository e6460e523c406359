// "Tell me" in one's own market: from the page to the letter, and out of it again.
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Partners
import Rules
import Shop
import TestKit
import Testing

struct TellMeTests {
    @Test(arguments: [
        ("de-DE", "Bescheid zum nächsten Verkauf", "Notiert."),
        ("fr-FR", "Me prévenir de la prochaine vente", "C’est noté."),
        ("en-GB", "Tell me about the next sale", "Noted."),
        ("en-US", "Tell me about the next sale", "Noted."),
    ])
    func `a guest asks, confirms, and ends it by the link of the letter`(
        language: String, title: String, noted: String
    ) async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            browser.language = language
            try await browser.open("/tell-me?product=band")
            #expect(browser.page.contains("<h1>\(title)</h1>"))
            #expect(browser.page.contains("value=\"band\" selected"))
            try await browser.submit("/tell-me", ["mail": "nonsense"])
            #expect(browser.status == .unprocessableContent)
            try await browser.submit("/tell-me", ["mail": "ada@example.com"])
            #expect(browser.page.contains("ada@example.com"))
            try await town.shop.runJobs()
            let letter = try #require(town.postbox.all.last { $0.to == "ada@example.com" })
            let link = try #require(letter.text.firstMatch(of: #/shop\.example\.com(/wishes/\S+)/#))
            try await browser.open(String(link.1))
            try await browser.submit(String(link.1))
            #expect(browser.page.contains(noted))

            // A mail program asks for its reader, without a page, a cookie or a seal.
            let end = String(link.1) + "/end"
            try await client.execute(
                uri: end, method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: .init(string: "List-Unsubscribe=One-Click")
            ) { #expect($0.status == .noContent) }
            try await browser.open(end)
            #expect(browser.status == .gone)
        }
    }

    @Test func `who is logged in presses one button`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            let letters = town.postbox.all.count
            try await browser.open("/tell-me")
            #expect(!browser.page.contains("name=\"mail\""))
            try await browser.submit("/tell-me", ["product": ""])
            #expect(browser.page.contains("Noted."))
            try await town.shop.runJobs()
            #expect(town.postbox.all.count == letters, "there is nothing to confirm")
        }
    }

    @Test func `a product that nobody knows isn't waited for`() async throws {
        try await withSite { _, client in
            let browser = Browser(client)
            try await browser.open("/tell-me?product=boat")
            #expect(!browser.page.contains("value=\"boat\""))
            try await browser.submit("/tell-me", ["product": "boat", "mail": "ada@example.com"])
            #expect(browser.status == .unprocessableContent)
        }
    }
}
