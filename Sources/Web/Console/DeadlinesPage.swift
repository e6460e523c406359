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
        <p class="due">\(deadline.rule)<br>\(visitor.time(deadline.ends))</p>
        <code>\(deadline.subject)</code></li>
        """
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
        // A tenth of a parcel is told as such.
        let tenths = Rounding.halfUp.whole(forecast.pace * Rational(10))
        return """
            <section><h2>\(say.forecast)</h2>
            <p>\(say.pace("\(tenths / 10).\(tenths % 10)")) \(say.broken(forecast.broken))</p>
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
            DeadlinesPage(
                owed: try reader.deadlines(
                    in: .open, kinds: Deadline.Kind.allCases.filter(\.isOwed), limit: 100),
                missed: try reader.deadlines(in: .missed, limit: 100),
                forecast: DispatchForecast(
                    promised: try reader.promisedByDay(),
                    packed: try reader.packedByDay(since: today - 60), today: today,
                    calendar: warehouse.calendar))
        }
        return visitor.response(page)
    }
}
