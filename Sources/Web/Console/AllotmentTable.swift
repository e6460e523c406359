// The units of a round as a table: a row for each product, a column for each market, and in each
// field what is sold, held, and there at all.

import Languages
import Rules
import Shop

struct AllotmentTable {
    let allotments: [Allotment]
    let products: [String: Product]

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.guide
        let markets = Set(allotments.map(\.market)).sorted {
            ($0?.code ?? "") < ($1?.code ?? "")
        }
        let products = Set(allotments.map(\.product)).sorted()
        let rows = products.map { product -> HTML in
            let fields = markets.map { market -> HTML in
                let allotment = allotments.first { $0.product == product && $0.market == market }
                return "<td>\(allotment.map { field($0, visitor) } ?? "–")</td>"
            }
            let name = self.products.name(of: product, in: visitor.language)
            return "<tr><th scope=\"row\">\(name)</th>\(fields)</tr>"
        }
        let heads = markets.map { "<th scope=\"col\">\($0?.code ?? "–")</th>" as HTML }
        return """
            <div class="scroll" tabindex="0"><table>
            <thead><tr><th scope="col">\(say.product)</th>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func field(_ allotment: Allotment, _ visitor: Visitor) -> HTML {
        let told = visitor.phrases.console.sold(
            allotment.sold, allotment.reserved, allotment.units)
        return """
            <progress value="\(allotment.units - allotment.free)" max="\(allotment.units)" \
            aria-hidden="true"></progress><small>\(told)</small>
            """
    }
}
