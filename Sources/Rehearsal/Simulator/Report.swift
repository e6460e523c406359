// The report on simulated sales: what was played, how people were answered, and which faults were
// met, so that one sees that they were.

extension Tally {
    package func report(seconds: Double) -> String {
        let rate = seconds > 0 ? Int((Double(sales) / seconds).rounded()) : 0
        var lines = [
            """
            \(sales) sales in which all was well: \(steps) steps, \(requests) requests, the machine \
            started again \(starts) times; \(Int(seconds.rounded())) s, \(rate) sales a second.
            \(units) units, \(sold) sold in \(ordersPaid) orders that were paid and kept; \
            \(refunds) refunds.
            """,
            "Faults:",
        ]
        lines += Mishap.allCases.map { row(mishaps[$0, default: 0], $0.rawValue) }
        lines.append("Answers:")
        lines += answers.sorted { $0.key < $1.key }.map { row($0.value, $0.key) }
        return lines.joined(separator: "\n")
    }

    private func row(_ count: Int, _ what: String) -> String {
        let number = String(count)
        return String(repeating: " ", count: max(0, 10 - number.count)) + number + "  " + what
    }
}
