// The page of a product in a sale: what it is, what it costs in all, the way back, and what is
// guaranteed, before anything else is asked.

import Hummingbird
import Languages
import Rules
import Shop

struct ProductPage: Page {
    let scene: SaleScene
    let offer: Offer
    let pricing: Pricing

    func title(_ phrases: Phrases) -> String { scene.name(of: offer.product, in: phrases.language) }

    func sharing(_ visitor: Visitor) -> Sharing? {
        let facts = ProductFacts(offer, pricing.shown, in: scene, visitor)
        return Sharing(
            title: title(visitor.phrases), text: facts.description,
            path: "/sales/\(scene.sale.code)/\(offer.product)",
            facts: .json(facts, type: "application/ld+json", named: nil))
    }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        let text = scene.products[offer.product]?.text(in: visitor.language)
        return """
            \(visitor.back(to: "/sales/\(scene.sale.code)", scene.text.title))
            <div class="product">
            <div class="views">\(views(visitor))</div>
            <div>
            <h1>\(text?.name ?? offer.product)</h1>
            <p class="lead">\(text?.about ?? "")</p>
            <p class="price">\(visitor.money(pricing.shown)) \
            <small>\(visitor.market.taxDisplay == .included ? say.taxIncluded : say.taxExcluded)\
            </small></p>
            \(pricing.delivered.map { quote -> HTML in
                "<p class=\"all-in\">\(say.delivered(visitor.money(quote.total)))</p>"
            })
            <p class="hint">\(say.limit(offer.limit))</p>
            \(stock(visitor))
            <p class="inline"><a class="button" href="/sales/\(scene.sale.code)">\(say.toSale)</a>
            \(isOver(visitor) ? tellMe(visitor) : nil)</p>
            \(delivered(visitor))
            </div>
            </div>
            \(afterwards(visitor))
            \(NoticesPart(kinds: LegalNotice.Kind.allCases).html(visitor))
            """
    }

    private func views(_ visitor: Visitor) -> [HTML] {
        scene.picture(of: offer.product).views(visitor).map { view in
            "<div class=\"picture\">\(view)</div>"
        }
    }

    /// What the round that matters now has of it.
    private var stall: (board: Board, stall: Board.Stall)? {
        guard let board = scene.current,
            let stall = board.stalls.first(where: { $0.offer.product == offer.product })
        else { return nil }
        return (board, stall)
    }

    private func isOver(_ visitor: Visitor) -> Bool {
        stall.map { [.soldOut, .closed].contains($0.board.state(of: $0.stall, at: visitor.now)) }
            ?? true
    }

    private func tellMe(_ visitor: Visitor) -> HTML {
        """
        <a class="button quiet" href="/tell-me?product=\(offer.product)">\
        \(visitor.phrases.border.tellOfSale)</a>
        """
    }

    private func stock(_ visitor: Visitor) -> HTML? {
        guard let (board, stall) = stall else { return nil }
        return StockPart(board: board, stall: stall).html(visitor)
    }

    private func delivered(_ visitor: Visitor) -> HTML? {
        guard let quote = pricing.delivered else { return nil }
        let say = visitor.phrases.sale
        let country = visitor.phrases.account.country(visitor.market.country)
        return """
            <section class="sheet">
            <h2>\(say.delivered(visitor.money(quote.total)))</h2>
            <p class="hint">\(say.deliveredHint(country))</p>
            \(QuotePart(quote: quote, scene: scene).html(visitor))
            </section>
            """
    }

    private func afterwards(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.sale
        return """
            <section class="columns">
            <div><h2>\(say.wayBackTitle)</h2><p>\(pricing.wayBackText(visitor))</p>
            \(WaysBackPart(ways: pricing.waysBack).html(visitor))</div>
            <div><h2>\(say.guaranteeTitle)</h2>\(GuaranteesPart().html(visitor))</div>
            </section>
            <p>\(say.dispatch(pricing.dispatchDays))</p>
            """
    }
}

extension LegalNotice {
    /// In the visitor's language, or in the first of the market's that the law wants it in.
    func text(for visitor: Visitor) -> String {
        visitor.market.spoken(text, in: visitor.language) ?? ""
    }
}

extension Market {
    /// A text that the market has in its own languages only.
    func spoken(_ texts: [Language: String], in language: Language) -> String? {
        if let text = texts[language] { return text }
        // The other English is nearer than another language.
        let cousin: Language? =
            switch language {
            case .americanEnglish: .britishEnglish
            case .britishEnglish: .americanEnglish
            default: nil
            }
        return cousin.flatMap { texts[$0] } ?? texts[languages[0]] ?? texts.values.min()
    }
}

extension Site {
    func productPage(_ visitor: Visitor) async throws -> any Page {
        let scene = try await scene(of: try visitor.part("code"), for: visitor)
        let product: String = try visitor.part("product")
        guard let offer = scene.offers.first(where: { $0.product == product }) else {
            if let gate = visitor.rules.openGate(
                product, in: visitor.market.country, on: visitor.today)
            {
                throw Refusal.withheld(reason: gate.reason(in: visitor.language))
            }
            throw scene.products[product] == nil ? Refusal.notFound : Refusal.notSoldHere
        }
        return ProductPage(scene: scene, offer: offer, pricing: visitor.pricing(of: offer))
    }
}
