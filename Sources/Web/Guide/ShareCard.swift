// The picture that social networks show of a sale, as a drawing of 1200 by 630: its title, when it
// opens, and the goods. An operator's command turns it into PNG, which is all that they take.

import Languages
package import Rules
package import Shop
import Storage

package struct ShareCard: Sendable {
    package let language: Language
    let shop: String
    let title: String
    let opens: String
    let products: [String]
    let look: Look
    let accent: Colour

    package var svg: String {
        let lines = Self.wrapped(title, at: 20).prefix(3).enumerated().map { line -> HTML in
            "<text x=\"80\" y=\"\(210 + line.offset * 84)\" class=\"t\">\(line.element)</text>\n"
        }
        let goods = products.prefix(4).enumerated().map { good -> HTML in
            let column = 80 + good.offset * 265
            return """
                <rect x="\(column)" y="400" width="245" height="184" rx="22" fill="#ece7de"/>
                <svg x="\(column)" y="400" width="245" height="184" \
                viewBox="\(look.window(of: good.element))"><use href="#goods"/></svg>

                """
        }
        let picture: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
            <style>text { font-family: Inter, "DejaVu Sans", sans-serif; fill: #17191d }
            .t { font-size: 76px; font-weight: 700; letter-spacing: -2.5px }</style>
            <defs><g id="goods">\(HTML(raw: look.drawn))</g></defs>
            <rect width="1200" height="630" fill="#f7f5f0"/>
            <rect width="1200" height="12" fill="\(accent.text)"/>
            <text x="80" y="104" font-size="34" font-weight="700">\(shop)</text>
            <text x="1120" y="104" font-size="30" text-anchor="end">\(opens)</text>
            \(lines)\(goods)</svg>

            """
        return picture.text
    }

    /// Lines of so many letters at the most, as far as words allow.
    static func wrapped(_ text: String, at most: Int) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= most {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
    }
}

extension ShareCard {
    /// One for each language. Throws `notFound` when there is no such sale.
    package static func all(
        of code: String, in shop: Shop, brand: Brand
    ) async throws -> [ShareCard] {
        let look = Look(brand)
        return try await shop.storage.read { reader in
            guard let sale = try reader.sale(code: code),
                let opens = try reader.rounds(of: sale.id).map(\.opens).min()
            else { throw Refusal.notFound }
            let products = Set(try reader.offers(in: sale.id).map(\.product)).sorted()
            return try Language.allCases.map { language in
                ShareCard(
                    language: language, shop: shop.settings.name,
                    title: try reader.text(of: sale, in: language).title,
                    opens: Phrases.of(language).formats.moment(opens, offset: .zero),
                    products: products, look: look, accent: brand.light)
            }
        }
    }
}
