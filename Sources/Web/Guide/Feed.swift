// What programs read about the shop's pages: the feed of announcements (Atom, RFC 4287), the map of
// the site, and which pages are nobody's business.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop
import Storage

struct Feed {
    let entries: [Entry]
    let visitor: Visitor

    struct Entry {
        let sale: Sale
        let text: SaleText
        let announced: Moment
        let opens: Moment
    }

    var xml: HTML {
        let settings = visitor.shop.settings
        let here = "\(settings.publicURL)/feed.atom?language=\(visitor.language.rawValue)"
        let updated = entries.map(\.announced).max() ?? Moment(milliseconds: 0)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(visitor.language.rawValue)">
            <title>\(settings.name)</title>
            <id>\(settings.publicURL)/</id>
            <updated>\(Stamp.utc(updated))</updated>
            <author><name>\(settings.name)</name></author>
            <link rel="self" type="application/atom+xml" href="\(here)"/>
            <link rel="alternate" type="text/html" href="\(settings.publicURL)/"/>
            \(entries.map(entry))</feed>

            """
    }

    private func entry(_ entry: Entry) -> HTML {
        let link = "\(visitor.shop.settings.publicURL)/sales/\(entry.sale.code)"
        let opens = visitor.formats.moment(entry.opens, offset: .zero)
        return """
            <entry><title>\(entry.text.title)</title><id>\(link)</id>\
            <updated>\(Stamp.utc(entry.announced))</updated>
            <link rel="alternate" type="text/html" \
            href="\(link)?language=\(visitor.language.rawValue)"/>
            <summary>\(visitor.phrases.guide.opensAt(opens))</summary>
            <content type="text">\(entry.text.announcement)</content></entry>

            """
    }
}

extension Site {
    private static let mostSales = 50

    func showFeed(_ visitor: Visitor) async throws -> Response {
        let language = visitor.language
        let entries = try await shop.storage.read { reader in
            try reader.sales().prefix(Self.mostSales).compactMap { sale -> Feed.Entry? in
                guard let opens = try reader.rounds(of: sale.id).map(\.opens).min() else {
                    return nil
                }
                return Feed.Entry(
                    sale: sale, text: try reader.text(of: sale, in: language),
                    announced: sale.id.made, opens: opens)
            }
        }
        return .text(
            Feed(entries: entries, visitor: visitor).xml.text, "application/atom+xml")
    }

    /// Every public page in every language it is written in.
    func showSitemap(_ visitor: Visitor) async throws -> Response {
        let found = try await shop.storage.read { reader in
            try reader.sales().prefix(Self.mostSales).map { sale in
                (code: sale.code, products: Set(try reader.offers(in: sale.id).map(\.product)))
            }
        }
        let paths =
            ["/", "/guide", "/rights"]
            + found.flatMap { sale in
                ["/sales/\(sale.code)", "/sales/\(sale.code)/guide"]
                    + sale.products.sorted().map { "/sales/\(sale.code)/\($0)" }
            }
        let pages = paths.map { path -> HTML in
            """
            <url><loc>\(shop.settings.publicURL)\(path)</loc>\
            \(Alternates(path: path, settings: shop.settings).all.map { other -> HTML in
                """
                <xhtml:link rel="alternate" hreflang="\(other.language)" href="\(other.address)"/>
                """
            })</url>

            """
        }
        let xml: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
            xmlns:xhtml="http://www.w3.org/1999/xhtml">
            \(pages)</urlset>

            """
        return .text(xml.text, "application/xml")
    }

    /// What belongs to one person is for no robot.
    func showRobots(_ visitor: Visitor) async throws -> Response {
        let closed = [
            "/account", "/api/", "/choose", "/confirm/", "/console", "/login", "/orders", "/reset",
            "/rounds/", "/wishes/",
        ]
        let lines =
            ["User-agent: *"] + closed.map { "Disallow: \($0)" }
            + ["", "Sitemap: \(shop.settings.publicURL)/sitemap.xml", ""]
        return .text(lines.joined(separator: "\n"), "text/plain")
    }
}

/// The same page in each language.
struct Alternates {
    let path: String
    let settings: ShopSettings

    var all: [(language: String, address: String)] {
        let page = settings.publicURL + path
        return Language.allCases.map { ($0.rawValue, "\(page)?language=\($0.rawValue)") }
            + [("x-default", page)]
    }
}

extension Response {
    static func text(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type + "; charset=utf-8", .cacheControl: "public, max-age=60",
                .vary: "Accept-Language, Cookie",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
