// What a page says of itself to programs that show or index it: its address in each language, the
// card that social networks make of it (Open Graph), and its contents as data (JSON-LD).

import Languages
import Rules
import Shop

struct Sharing: Sendable {
    let title: String
    let text: String
    /// Path of the page, without a query.
    let path: String
    /// Path of a picture for the card, and what can be seen in it.
    var picture: (path: String, text: String)?
    var facts: HTML?

    func head(_ visitor: Visitor) -> HTML {
        let settings = visitor.shop.settings
        let page = settings.publicURL + path
        let others = Alternates(path: path, settings: settings).all.map { other -> HTML in
            "<link rel=\"alternate\" hreflang=\"\(other.language)\" href=\"\(other.address)\">\n"
        }
        return """
            <meta name="description" content="\(text)">
            <link rel="canonical" href="\(page)">
            \(others)<link rel="alternate" type="application/atom+xml" \
            href="/feed.atom?language=\(visitor.language.rawValue)" title="\(settings.name)">
            <meta property="og:type" content="website">
            <meta property="og:site_name" content="\(settings.name)">
            <meta property="og:title" content="\(title)">
            <meta property="og:description" content="\(text)">
            <meta property="og:url" content="\(page)?language=\(visitor.language.rawValue)">
            <meta property="og:locale" content="\(visitor.language.territory)">
            \(picture.map { card($0.path, $0.text, settings) })\(facts)
            """
    }

    private func card(_ path: String, _ text: String, _ settings: ShopSettings) -> HTML {
        """
        <meta property="og:image" content="\(settings.publicURL)\(path)">
        <meta property="og:image:type" content="image/png">
        <meta property="og:image:width" content="1200">
        <meta property="og:image:height" content="630">
        <meta property="og:image:alt" content="\(text)">
        <meta name="twitter:card" content="summary_large_image">

        """
    }
}

extension Language {
    /// As Open Graph writes it.
    fileprivate var territory: String {
        switch self {
        case .americanEnglish: "en_US"
        case .britishEnglish: "en_GB"
        case .french: "fr_FR"
        case .german: "de_DE"
        }
    }
}

extension Money {
    /// As programs write it: 14.00.
    fileprivate var decimal: String {
        let unit = currency.minorPerMajor
        guard unit > 1 else { return String(minor) }
        let rest = String(minor % unit)
        return "\(minor / unit)." + String(repeating: "0", count: currency.exponent - rest.count)
            + rest
    }
}

/// A product as search engines understand it (schema.org).
struct ProductFacts: Encodable {
    private let context = "https://schema.org"
    private let type = "Product"
    let name: String
    let description: String
    let sku: String
    let offers: OfferFacts

    struct OfferFacts: Encodable {
        private let type = "Offer"
        let price: String
        let priceCurrency: String
        let availability: String
        let availabilityStarts: String?
        let availabilityEnds: String?
        let url: String
        let eligibleRegion: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case price, priceCurrency, availability, availabilityStarts, availabilityEnds, url
            case eligibleRegion
        }
    }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case name, description, sku, offers
    }

    init(_ offer: Offer, _ shown: Money, in scene: SaleScene, _ visitor: Visitor) {
        let text = scene.products[offer.product]?.text(in: visitor.language)
        let board = scene.current
        let stall = board?.stalls.first { $0.offer.product == offer.product }
        name = text?.name ?? offer.product
        description = text?.about ?? ""
        sku = offer.product
        offers = OfferFacts(
            price: shown.decimal, priceCurrency: shown.currency.code,
            availability: "https://schema.org/"
                + Self.availability(board, stall, at: visitor.now),
            availabilityStarts: board.map { Stamp.utc($0.wall($0.round.opens)) },
            availabilityEnds: board.map { Stamp.utc($0.wall($0.round.closes)) },
            url: "\(visitor.shop.settings.publicURL)/sales/\(scene.sale.code)/\(offer.product)",
            eligibleRegion: offer.market.code)
    }

    private static func availability(
        _ board: Board?, _ stall: Board.Stall?, at now: Moment
    ) -> String {
        guard let board, let stall else { return "OutOfStock" }
        return switch board.state(of: stall, at: now) {
        case .announced, .roomOpen: "PreSale"
        case .live: "LimitedAvailability"
        case .soldOut: "SoldOut"
        case .allHeld, .paused, .closed: "OutOfStock"
        }
    }
}
