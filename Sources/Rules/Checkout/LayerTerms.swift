// What a layer says, in the words of the trade: for operators, who confirm these words and no
// others. A rule that changes has other words, and is confirmed anew.

extension TariffLayer {
    /// `duty 7.5 %, on 8517.62, not on 8517.62.0010, from CN; 2020-02-14 to open`.
    package var terms: String { "\(rule.words)\(conditions.words); \(validity.words)" }
}

extension Validity {
    /// `2015-05-19 to open`.
    package var words: String {
        from == nil && to == nil
            ? "always" : "\(from?.description ?? "open") to \(to?.description ?? "open")"
    }
}

extension TariffLayer.Rule {
    fileprivate var words: String {
        switch self {
        case .relief(let charge): "no \(charge.rawValue)"
        case .dutyRate(let rate): "duty \(rate.percent)"
        case .dutyPerSubheading(let amount): "duty \(amount) a subheading"
        case .taxRate(let rate, let parts, let floor):
            "tax \(rate.percent) on \(parts.map(\.rawValue).sorted().joined(separator: ", "))"
                + (floor.map { ", none below \($0)" } ?? "")
        case .fee(let amount, let bearer):
            "fee \(amount.words)" + (bearer == .merchant ? ", borne by the store" : "")
        case .unknown(let charge): "\(charge.rawValue) not known"
        }
    }
}

extension TariffLayer.FeeAmount {
    fileprivate var words: String {
        switch self {
        case .perConsignment(let amount): "\(amount) a consignment"
        case .perSubheading(let amount): "\(amount) a subheading"
        case .share(let rate, let least, let most): "\(rate.percent), \(least) to \(most)"
        }
    }
}

extension TariffLayer.Conditions {
    fileprivate var words: String {
        var parts: [String] = []
        func say(_ word: String, _ things: [some CustomStringConvertible]) {
            guard !things.isEmpty else { return }
            parts.append(word + " " + things.map(\.description).joined(separator: ", "))
        }
        say("on", headings.map(\.text))
        say("not on", exceptHeadings.map(\.text))
        say("from", origins.map(\.code))
        say("not from", exceptOrigins.map(\.code))
        if let valueUpTo { parts.append("goods up to \(valueUpTo)") }
        if let valueBelow { parts.append("goods below \(valueBelow)") }
        if let valueOver { parts.append("goods over \(valueOver)") }
        if whenDutiable { parts.append("when duty is due") }
        return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }
}

extension Rational {
    /// `7.5 %`.
    package var percent: String { "\((self * Rational(100)).description) %" }
}
