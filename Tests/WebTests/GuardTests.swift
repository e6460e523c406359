// What protects visitors: sealed forms, cookies, headers, limits, and one's own things only.

import HTTPTypes
import HummingbirdTesting
import NIOCore
import Rules
import Shop
import Storage
import TestKit
import Testing

struct GuardTests {
    @Test func `a form that another site sends is refused`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            let room = "/rounds/\(town.rounds[0])"
            for forged in [["seal": ""], ["seal": String(repeating: "0", count: 32)], [:]] {
                try await browser.forge("\(room)/enter", forged)
                #expect(browser.status == .gone)
            }
            let count = try await town.shop.storage.read { try $0.ticketCount(in: town.rounds[0]) }
            #expect(count == 0)
        }
    }

    @Test func `the seal of one visitor is of no use to another`() async throws {
        try await withSite { _, client in
            let (one, other) = (Browser(client), Browser(client))
            try await one.open("/login")
            try await other.open("/login")
            let seal = try #require(
                Markup.forms(in: one.page).compactMap { $0.fields["seal"] }.first)
            try await other.forge("/login", ["seal": seal, "mail": "a@b.co", "password": "x"])
            #expect(other.status == .gone)
        }
    }

    @Test func `cookies stay out of the reach of scripts, and answers carry their headers`()
        async throws
    {
        try await withSite { _, client in
            try await client.execute(uri: "/login", method: .get) { answer in
                let cookie = try #require(answer.headers[.setCookie])
                #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
                let policy = try #require(answer.headers[.contentSecurityPolicy])
                #expect(policy.contains("script-src 'self'"))
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `logging in leads back to the page, but never to another site`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.open("/orders")
            #expect(browser.address == "/login?to=%2Forders")
            try await browser.becomeOperator(town)
            for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example"] {
                try await browser.open("/login?to=" + Markup.encoded(elsewhere))
                #expect(browser.address == "/")
            }
        }
    }

    @Test func `nobody sees another's order, nor the console`() async throws {
        try await withSite { town, client in
            let ann = try await town.person("ann", in: "US")
            try await town.enterAndOpen(ann)
            let order = try await town.buy(1, for: ann)
            let browser = Browser(client)
            try await browser.signUp(name: "Bob", mail: "bob@example.com", town)
            try await browser.open("/orders/\(order.number)")
            #expect(browser.status == .notFound)
            try await browser.open("/console")
            #expect(browser.status == .forbidden)
        }
    }

    @Test func `what is unknown, too big or of another kind is refused kindly`() async throws {
        try await withSite { _, client in
            try await client.execute(uri: "/nothing/here", method: .get) { answer in
                #expect(answer.status == .notFound)
                #expect(String(buffer: answer.body).contains("<h1>"))
            }
            let huge = ByteBuffer(string: String(repeating: "a", count: 40_000))
            try await client.execute(
                uri: "/login", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded"], body: huge
            ) { #expect($0.status == .contentTooLarge) }
            try await client.execute(
                uri: "/login", method: .post, headers: [.contentType: "text/xml"],
                body: ByteBuffer(string: "<a/>")
            ) { #expect($0.status == .unprocessableContent) }
        }
    }

    @Test(arguments: ["US", "GB", "FR", "DE"])
    func `a market shows its own range only`(market: String)
        async throws
    {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.open("/choose?market=\(market)&language=en-GB&to=/")
            #expect(browser.page.contains("/bands/band"))
            // What the sale doesn't have isn't said to be withheld from it.
            #expect(!browser.page.contains("class=\"withheld\""))
            try await browser.open("/sales/\(town.sale.code)/headphones")
            #expect(browser.status == .notFound)
        }
    }
}
