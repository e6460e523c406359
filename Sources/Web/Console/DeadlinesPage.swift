// The operator's page of deadlines: what is due next, what was missed, and which promises of
// dispatch will be broken at the present pace.

import Hummingbird
import Languages
import Rules
import Shop
import Storage

struct DeadlinesPage: Page {
    let owed: [Deadline]
    let missed: [Deadline]
    let forecast: DispatchForecast
    /// Those that some of them are about.
    let orders: [ID<Order>: Order]

    func title(_ phrases: Phrases) -> String { phrases.aftercare.deadlines }

    func body(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        return """
            \(ConsoleTop(title: say.deadlines).html(visitor))
            <section><h2>\(say.owed)</h2>\(list(owed, visitor))</section>
            <section><h2>\(say.missed)</h2>\(list(missed, visitor))</section>
            \(ForecastPart(forecast: forecast).html(visitor))
            """
    }

    private func list(_ deadlines: [Deadline], _ visitor: Visitor) -> HTML {
        deadlines.isEmpty
            ? "<p class=\"none\">\(visitor.phrases.aftercare.nothingOwed)</p>"
            : "<ul class=\"rows\">\(deadlines.map { row($0, visitor) })</ul>"
    }

    private func row(_ deadline: Deadline, _ visitor: Visitor) -> HTML {
        """
        <li><p class="which"><strong>\(visitor.formats.day(deadline.day))</strong> \
        \(visitor.phrases.aftercare.deadline(deadline.kind))</p>
        <p class="due"><span lang="en">\(deadline.rule)</span><br>\(visitor.time(deadline.ends))</p>
        \(subject(of: deadline))</li>
        """
    }

    /// With a way to where something can be done about it.
    private func subject(of deadline: Deadline) -> HTML {
        if let order = ID<Order>(deadline.subject).flatMap({ orders[$0] }) {
            return "<a href=\"/orders/\(order.number)\">\(order.number)</a>"
        }
        let page: String? =
            switch deadline.kind {
            case .refund, .sendingBack: "/console/returns"
            case .customsAnswer, .customsProtest: "/console/customs/\(deadline.subject)"
            case .warrantyAnswer: "/console/claims"
            case .recovery: "/console/recoverables"
            case .parcelSearch: "/console#astray"
            default: nil
            }
        let name: HTML = "<code>\(deadline.subject)</code>"
        return page.map { "<a href=\"\($0)\">\(name)</a>" } ?? name
    }
}

/// A plot that needs nothing but markup, and the same as a table.
struct ForecastPart {
    let forecast: DispatchForecast

    func html(_ visitor: Visitor) -> HTML {
        let say = visitor.phrases.aftercare
        let rows = forecast.lines.filter { $0.promised > 0 }.map { line -> HTML in
            """
            <tr><th scope="row">\(visitor.formats.day(line.day))</th><td>\(line.promised)</td>\
            <td>\(line.late)</td></tr>
            """
        }
        return """
            <section><h2>\(say.forecast)</h2>
            <p>\(say.pace(visitor.formats.tenths(forecast.pace))) \(say.broken(forecast.broken))</p>
            \(plot(visitor))
            \(rows.isEmpty ? nil : table(rows, say))</section>
            """
    }

    private func table(_ rows: [HTML], _ say: AftercarePhrases) -> HTML {
        """
        <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">\(say.forecastDay)</th>\
        <th scope="col">\(say.forecastPromised)</th><th scope="col">\(say.forecastLate)</th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    /// Promised in all by each day, and the line of what leaves by then.
    private func plot(_ visitor: Visitor) -> HTML? {
        let lines = forecast.lines
        guard lines.count > 1 else { return nil }
        var due = 0
        let dues = lines.map { line -> Int in
            due += line.promised
            return due
        }
        let most = max(1, due, lines.map { min($0.leavingByThen, 2 * due) }.max() ?? 1)
        let step = 600 / lines.count
        func height(_ count: Int) -> Int { min(count, most) * 150 / most }
        let bars = zip(lines, dues).enumerated().map { index, pair -> HTML in
            let high = height(pair.1)
            return """
                <rect x="\(index * step)" y="\(160 - high)" width="\(max(1, step - 2))" \
                height="\(high)" fill="\(pair.0.late > 0 ? "var(--bad)" : "var(--good)")"/>
                """
        }
        let points = lines.enumerated().map { index, line in
            "\(index * step + step / 2),\(160 - height(line.leavingByThen))"
        }.joined(separator: " ")
        return """
            <svg viewBox="0 0 600 164" role="img" aria-label="\(visitor.phrases.aftercare.forecast)" \
            width="600" height="164">\(bars)<polyline points="\(points)" fill="none" \
            stroke="currentColor" stroke-width="2"/></svg>
            """
    }
}

extension Site {
    func showDeadlines(_ visitor: Visitor) async throws -> Response {
        _ = try visitor.staff()
        let warehouse = visitor.rules.warehouse
        let today = Day(visitor.now, offset: warehouse.offset)
        let page = try await shop.storage.read { reader in
            let owed = try reader.deadlines(
                in: .open, kinds: Deadline.Kind.allCases.filter(\.isOwed), limit: 100)
            let missed = try reader.deadlines(in: .missed, limit: 100)
            return DeadlinesPage(
                owed: owed, missed: missed,
                forecast: DispatchForecast(
                    promised: try reader.promisedByDay(),
                    packed: try reader.packedByDay(since: today - 60), today: today,
                    calendar: warehouse.calendar),
                orders: try reader.orders((owed + missed).compactMap { ID<Order>($0.subject) }))
        }
        return visitor.response(page)
    }
}
