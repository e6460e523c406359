// The end of a simulated sale: nothing goes wrong any more, everybody gets an answer, everything
// runs out. Then every unit and every cent must be where it belongs, and the transcript must pass.

import Rules
import Shop
import Storage

extension SimulatedSale {
    func rest() async throws {
        trace.append("rest")
        try await healMachine()
        guard let clerk else { return }
        for round in rounds { try await shop.resume(round, by: clerk) }
        // Bounded: a request is answered now, or asks once more when the next tick is done.
        for _ in 0..<10 where !wire.isEmpty {
            await deliver(all: true)
            await tick()
        }
        if !wire.isEmpty { find("\(wire.count) requests are never answered") }
        for paying in people.flatMap(\.payments) {
            try await shop.runNow(.settle(paying.payment))
        }
        for _ in 1...6 {
            wind(.hours(7))
            await tick()
        }
        try await look(isWhole: true)
        let (till, rounds, now) = (till, rounds, clock.now())
        let ended = await seen { reader -> (found: [String], sum: Tally) in
            var sum = Tally()
            var found = try reader.leftovers(in: rounds, tally: &sum)
            found += try reader.unsettled(with: till, tally: &sum)
            for id in rounds where try reader.round(id)?.drawn != nil {
                let transcript = try reader.transcript(of: id, at: now)
                if try Transcript(transcript.text) != transcript {
                    found.append("a transcript reads otherwise than it was written")
                }
                found += transcript.troubles().map { "the proof fails: \($0)" }
            }
            return (found, sum)
        }
        findings += ended?.found ?? []
        if let ended { tally += ended.sum }
    }

    /// What this sale was, in a word: two runs of a seed are the same.
    func digest() async throws -> String {
        let (rounds, now) = (rounds, clock.now())
        let proofs = await seen { reader in
            try rounds.filter { try reader.round($0)?.drawn != nil }
                .map { try reader.transcript(of: $0, at: now).text }
        }
        let calls = till.calls.map { "\($0)" }
        return Digest.sha256((trace + calls + (proofs ?? [])).joined(separator: "\n"))
    }
}

extension Reader {
    fileprivate func leftovers(in rounds: [ID<Round>], tally: inout Tally) throws -> [String] {
        var found: [String] = []
        for allotment in try rounds.flatMap({ try allotments(in: $0) }) {
            tally.units += allotment.units
            tally.sold += allotment.sold
            if allotment.reserved > 0 {
                found.append("\(allotment.reserved) units of \(allotment.id) are held for ever")
            }
        }
        let waiting = try jobsWaiting()
        if waiting > 0 { found.append("\(waiting) jobs are still owed") }
        for job in try jobsGivenUp() {
            found.append("\(job.kind) \(job.subject) was given up: \(job.trouble)")
        }
        return found
    }

    /// Captured less refunded is what each order owes, by the till's books.
    fileprivate func unsettled(with till: Till, tally: inout Tally) throws -> [String] {
        var found: [String] = []
        for order in try orders(after: "", limit: 100_000) {
            let payments = try payments(of: order.id)
            let kept = payments.reduce(0) { $0 + till.kept(for: $1.id.text) }
            let isKept = order.state.isKept
            let owed = isKept ? order.total.minor - (try returnedMoney(of: order.id)) : 0
            if kept != owed {
                found.append("\(order.id), \(order.state): the till keeps \(kept), owed \(owed)")
            }
            if isKept { tally.ordersPaid += 1 }
            tally.refunds += try payments.reduce(0) { try $0 + refunds(of: $1.id).count }
        }
        return found
    }
}
