// The operator's brand on every page, as far as somebody can read it.

import Hummingbird
import HummingbirdTesting
import Shop
import TestKit
import Testing
import Web

@Suite struct BrandTests {
    @Test func `a colour that can't be read on the pages isn't taken`() throws {
        #expect(Brand().isReadable)
        #expect(!Brand(light: try #require(Colour("#ffd54a"))).isReadable, "yellow on white")
        #expect(!Brand(dark: try #require(Colour("#1c3f94"))).isReadable, "navy on black")
        #expect(Colour("red") == nil && Colour("#12345") == nil && Colour("#12345g") == nil)
    }

    @Test func `a logo is an SVG or a PNG of a reasonable size`() {
        #expect(Brand.Logo(Array("<svg xmlns=…></svg>".utf8)) != nil)
        #expect(Brand.Logo([0x89, 0x50, 0x4E, 0x47, 1]) != nil)
        #expect(Brand.Logo(Array("<html>".utf8)) == nil)
        #expect(Brand.Logo([]) == nil)
        #expect(Brand.Logo(Array(repeating: 0x89, count: 70_000)) == nil)
    }

    @Test func `colours, logo and imprint are on the pages`() async throws {
        try await Town.story(on: .sqlite) { town in
            let brand = Brand(
                light: Colour("#0b5e3c")!, logo: Brand.Logo(Array("<svg></svg>".utf8)),
                imprint: ["Example GmbH", "10115 Berlin & Hamburg"])
            let site = Site(
                shop: town.shop,
                settings: SiteSettings(
                    isSecure: false, trustsProxy: false, methods: ["paypal"], brand: brand))
            let app = Application(responder: site.router().buildResponder(), logger: quiet)
            try await app.test(.router) { client in
                let browser = Browser(client)
                try await browser.open("/")
                #expect(browser.page.contains("10115 Berlin &amp; Hamburg"))
                let logo = browser.page.firstMatch(of: #/<img src="(/look/logo\.[^"]+)" alt="/#)
                try await browser.open(String(try #require(logo).1))
                #expect(browser.page == "<svg></svg>")
                try await browser.open("/")
                let style = browser.page.firstMatch(of: #/href="(/look/shop[^"]+css)"/#)
                try await browser.open(String(try #require(style).1))
                #expect(browser.page.contains("--accent: #0b5e3c; --on-accent: #ffffff;"))
            }
        }
    }
}
