// Two parts of the page about the rules: how near the thresholds of the states are, and what each
// product needs before it may be sold in a market.

import Languages
import Rules
import Shop

struct NexusPart {
    let counts: [NexusCount]

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.rules
        let rows = counts.map { count -> HTML in
            let threshold = count.state.nexus.map(visitor.money) ?? "–"
            let sold = say.nexusCount(visitor.money(count.sales), count.orders, threshold)
            return """
                <li data-state="\(count.state.subdivision)" data-nexus="\(count.nexus.rawValue)">\
                <strong>\(count.state.subdivision)</strong> \(sold)\(word(count, say))</li>
                """
        }
        return """
            <details\(" open", if: counts.contains { $0.nexus != .far })>\
            <summary>\(say.nexus)</summary><p>\(say.nexusText)</p>\
            \(rows.isEmpty ? "<p>\(say.none)</p>" as HTML : "<ul>\(rows)</ul>")</details>
            """
    }

    private func word(_ count: NexusCount, _ say: RulesPhrases) -> HTML? {
        if count.state.isRegistered { return " – \(say.registered)" }
        return switch count.nexus {
        case .far: nil
        case .near: " – <strong>\(say.near)</strong>"
        case .reached: " – <strong>\(say.reached)</strong>"
        }
    }
}

struct GatesPart {
    let gates: [Gate]

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.rules
        let inForce = gates.filter { $0.validity.contains(visitor.today) }
            .sorted {
                ($0.product, $0.market, $0.requirement) < ($1.product, $1.market, $1.requirement)
            }
        let rows = inForce.map { gate -> HTML in
            """
            <tr><th scope="row">\(gate.product)</th><td>\(gate.market.code)</td>\
            <td><code>\(gate.requirement)</code></td><td>\(proof(of: gate, visitor))</td></tr>
            """
        }
        return """
            <details><summary>\(say.gates) (\(rows.count))</summary>
            <div class="scroll" tabindex="0"><table class="trace"><tbody>\(rows)</tbody></table></div>
            </details>
            """
    }

    private func proof(of gate: Gate, _ visitor: Visitor) -> HTML {
        let say = visitor.phrases.rules
        guard let proof = gate.proof, proof.validity.contains(visitor.today) else {
            return "<strong>\(say.gateOpen)</strong>"
        }
        let end = proof.validity.to.map { ", \(say.until(visitor.formats.day($0)))" }
        return "\(say.gateProved(proof.checkedBy, proof.file))\(end ?? "")"
    }
}
