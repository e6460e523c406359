// A quote for people at a terminal.

import Rules

struct QuoteTable {
    let quote: Quote

    init(_ quote: Quote) { self.quote = quote }

    var text: String {
        (heading + [""] + basket + [""] + amounts + borne + parcels + [""] + trace + unknowns)
            .joined(separator: "\n")
    }

    private var heading: [String] {
        ["\(quote.market), rules of \(quote.day), in \(quote.currency) (rule set \(quote.rules))"]
    }

    private var basket: [String] {
        quote.lines.map { line in
            let name = "\(line.quantity) × \(line.product) at \(line.unitPrice.decimal)"
            return padded(name, 40) + right(line.goods.decimal, 12)
                + (line.tariffClass.map { "   HS \($0)" } ?? "   not classified")
        }
    }

    private var amounts: [String] {
        let rows = [
            ("goods", quote.goods), ("shipping", quote.shipping), ("duty", quote.duty),
            ("tax", quote.tax), ("fees", quote.fees), ("total", quote.total),
        ]
        return rows.map { padded($0.0, 40) + right($0.1.decimal, 12) }
    }

    private var borne: [String] {
        guard !quote.merchantFees.isEmpty else { return [] }
        return ["", "borne by the store, not in the total"]
            + quote.merchantFees.map { padded("  \($0.layer)", 40) + right($0.amount.decimal, 12) }
    }

    private var parcels: [String] {
        guard let carriage = quote.carriage else { return [] }
        let days = "\(carriage.fewestDays) to \(carriage.mostDays) days"
        return ["", "\(carriage.method), \(days)"]
            + carriage.parcels.map { parcel in
                let items = parcel.items.map { "\($0.quantity) × \($0.product)" }
                let marks = parcel.marks.isEmpty ? "" : ", \(parcel.marks.joined(separator: ", "))"
                return "  \(items.joined(separator: ", ")): \(parcel.weightGrams) g\(marks)"
            }
    }

    private var trace: [String] { ["how it was reckoned"] + quote.trace.flatMap(lines) }

    private func lines(_ step: Quote.Step) -> [String] {
        let amount = step.isRelief ? "no \(step.charge.rawValue)" : step.amount.decimal
        let sum: String
        if step.isRelief {
            sum = "goods of \(decimal(step.base))"
        } else if let rate = step.rate {
            sum = "\(decimal(step.base)) × \(rate) = \(decimal(step.unrounded))"
        } else {
            sum = "\(step.base) × \(decimal(step.unrounded / step.base))"
        }
        let sources = step.evidence.sources.joined(separator: ", ")
        let name = padded(step.layer, 34) + padded(step.heading ?? "", 13)
        var lines = ["  \(name)\(right(amount, 10))"]
        lines.append(
            "      \(sum); \(days(step.validity)); \(step.evidence.confidence.rawValue): \(sources)"
        )
        if let note = step.evidence.note { lines.append("      \(note)") }
        return lines
    }

    private var unknowns: [String] {
        guard !quote.unknowns.isEmpty else { return [] }
        return ["", "not known, and not in the amounts"]
            + quote.unknowns.map { unknown in
                let since = unknown.since.map { " (since \($0))" } ?? ""
                return "  \(unknown.layer)\(since): \(unknown.note)"
            }
    }

    /// An exact number of minor units, as major ones.
    private func decimal(_ minor: Rational) -> String {
        (minor / Rational(Int128(quote.currency.minorPerMajor))).description
    }

    private func days(_ validity: Validity) -> String {
        switch (validity.from, validity.to) {
        case (nil, nil): "always"
        case (let from?, nil): "from \(from)"
        case (nil, let to?): "until \(to)"
        case (let from?, let to?): "\(from) to \(to)"
        }
    }
}

private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
}

private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
}
