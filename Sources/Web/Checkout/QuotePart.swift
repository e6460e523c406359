// A quote, item by item, with the rules that made it folded away beneath.

import Languages
import Rules

struct QuotePart {
    let quote: Quote
    let scene: SaleScene

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        let lines = quote.lines.map { line -> HTML in
            row(
                "\(line.quantity) × \(scene.name(of: line.product, in: visitor.language))",
                line.goods, visitor)
        }
        return """
            <table class="quote">
            <tbody>
            \(lines)
            \(row(say.shipping, quote.shipping, visitor))
            \(row(say.duty, quote.duty, visitor))
            \(row(say.tax, quote.tax, visitor))
            \(quote.fees.isZero ? nil : row(say.fees, quote.fees, visitor))
            </tbody>
            <tfoot><tr><th scope="row">\(say.total)</th>\
            <td>\(visitor.money(quote.total))</td></tr></tfoot>
            </table>
            <p class="hint">\(say.binding)</p>
            \(rules(visitor))
            """
    }

    private func row(_ name: String, _ amount: Money, _ visitor: Visitor) -> HTML {
        """
        <tr><th scope="row">\(name)</th><td>\(visitor.money(amount))</td></tr>
        """
    }

    private func rules(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.checkout
        let steps = quote.trace.map { step -> HTML in
            let source = step.evidence.sources.compactMap { visitor.rules.sources[$0]?.title }.first
            return """
                <tr><th scope="row">\(name(of: step.charge, say))<br><code>\(step.layer)</code>\
                \(source.map { "<br><small lang=\"en\">\($0)</small>" as HTML })</th>
                <td>\(step.rate.map { visitor.formats.percent($0) } ?? "–")</td>
                <td>\(visitor.money(step.amount))\
                \(step.borneBy == .merchant ? "<br><small>\(say.borneByUs)</small>" as HTML : nil)\
                </td></tr>
                """
        }
        let unknown = quote.unknowns.map { "<li lang=\"en\">\($0.note)</li>" as HTML }
        return """
            <details><summary>\(say.howComputed)</summary>
            <div class="scroll" tabindex="0"><table class="trace">
            <thead><tr><th scope="col">\(say.rule)</th><th scope="col">\(say.rate)</th>\
            <th scope="col">\(say.amount)</th></tr></thead>
            <tbody>\(steps)</tbody></table></div>
            \(unknown.isEmpty ? nil : "<p>\(say.toBeConfirmed)</p><ul>\(unknown)</ul>" as HTML)
            </details>
            """
    }

    private func name(of charge: Charge, _ say: CheckoutPhrases) -> String {
        switch charge {
        case .duty: say.duty
        case .tax: say.tax
        case .fee: say.fees
        }
    }
}
