// What the shop tells about a sale before it, and proves about it after: to people and to programs.

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Rules
import Shop
import TestKit
import Testing
import Web

@Suite struct AnnouncingTests {
    @Test(arguments: [("de-DE", "So kaufen Sie"), ("fr-FR", "Comment acheter")])
    func `the guide is made of the sale's own figures`(language: String, title: String) async throws
    {
        try await withSite { town, client in
            let browser = Browser(client)
            browser.language = language
            try await browser.open("/guide")
            #expect(browser.status == .ok)
            #expect(browser.page.contains("<h1>\(title)</h1>"))
            #expect(browser.page.contains("/sales/bands/band"), "every product with its price")
            #expect(browser.page.contains("data-moment="), "when it opens")
        }
    }

    @Test func `a calendar file has each round, with an alarm when its room opens`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.open("/sales/bands/calendar.ics")
            #expect(browser.headers[.contentType] == "text/calendar; charset=utf-8")
            let lines = browser.page.split(separator: "\r\n").map(String.init)
            #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
            #expect(lines.count { $0 == "BEGIN:VEVENT" } == lines.count { $0 == "BEGIN:VALARM" })
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(browser.page.contains("TRIGGER;VALUE=DATE-TIME:"))
        }
    }

    @Test func `the feed and the map of the site name every sale in every language`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.open("/feed.atom?language=de")
            #expect(browser.headers[.contentType] == "application/atom+xml; charset=utf-8")
            #expect(browser.page.contains("xml:lang=\"de\""))
            #expect(browser.page.contains("/sales/bands?language=de"))
            try await browser.open("/sitemap.xml")
            #expect(browser.page.contains("<loc>https://shop.example.com/sales/bands/band</loc>"))
            #expect(browser.page.contains("hreflang=\"fr\""))
            try await browser.open("/robots.txt")
            #expect(browser.page.contains("Disallow: /orders"))
        }
    }

    @Test func `a link may name the language of its page`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.open("/sales/bands?language=fr")
            #expect(browser.page.contains("<html lang=\"fr\">"))
            #expect(browser.page.contains("property=\"og:locale\" content=\"fr_FR\""))
            try await browser.open("/sales/bands/band?language=de")
            #expect(browser.page.contains("application/ld+json"))
            #expect(browser.page.contains("\"availability\":\"https://schema.org/"))
            try await browser.open("/login")
            #expect(browser.page.contains("content=\"noindex\""), "nobody's business")
        }
    }

    @Test func `the time is in a header, and nobody keeps it`() async throws {
        try await withSite { town, client in
            let answer = try await client.execute(uri: "/api/v1/time", method: .get) { $0 }
            let told = answer.headers[HTTPField.Name("Onsale-Time")!].flatMap { Int64($0) }
            #expect(told == town.clock.now().milliseconds)
            #expect(answer.headers[.cacheControl] == "no-store")
        }
    }

    @Test func `the look is packed for whoever can unpack it`() async throws {
        try await withSite { town, client in
            let browser = Browser(client)
            try await browser.open("/")
            let link = browser.page.firstMatch(of: #/href="(/look/shop\.[^"]+\.css)"/#)
            let style = try #require(link)
            let plain = try await client.execute(uri: String(style.1), method: .get) { $0 }
            let packed = try await client.execute(
                uri: String(style.1), method: .get, headers: [.acceptEncoding: "gzip, br"]
            ) { $0 }
            #expect(plain.headers[.contentEncoding] == nil)
            #expect(packed.headers[.contentEncoding] == "gzip")
            #expect(packed.body.readableBytes * 3 < plain.body.readableBytes)
            #expect(!String(buffer: plain.body).contains("/*"), "comments are for readers")
        }
    }
}
