// A transcript as a text that people can read and programs can check, and back again. Every line
// is a word and what it says; the last is a hash over all the others.

package import Rules
import Storage

extension Transcript {
    package var text: String {
        var lines = [
            "onsale transcript 1", "sale \(sale)", "order \(order.rawValue)",
            "hold \(hold.milliseconds)", "round \(round) \(number)",
            "opens \(opens.milliseconds)", "closes \(closes.milliseconds)",
            "door \(door.burst) \(door.perMinute)", "commitment \(commitment)", "seed \(seed)",
            "entrants \(drawn) \(entrants)", "taken \(taken.milliseconds)",
        ]
        lines += beacon?.lines ?? []
        lines += brake.map { "\($0.isPulled ? "pause" : "resume") \($0.at.milliseconds)" }
        lines += tickets.map { "ticket \($0.ticket) \($0.entered.milliseconds) \($0.place)" }
        for record in records {
            lines.append(
                """
                allotment \(record.allotment) \(record.product) \(record.market?.code ?? "-") \
                \(record.units) \(record.winners.map(String.init) ?? "-")
                """)
            for batch in record.batches {
                lines.append("batch \(batch.sequence) \(batch.made.milliseconds) \(batch.hash)")
                lines += batch.entries.split(separator: "\n").map { "- " + $0 }
            }
            lines.append(
                """
                head \(record.head.sequence) \(record.head.hash) \(record.reserved) \
                \(record.sold)
                """)
        }
        let body = lines.joined(separator: "\n") + "\n"
        return body + Self.end(of: body)
    }

    /// The last line: SHA-256 over everything before it.
    package static func end(of body: some StringProtocol) -> String {
        "end \(Digest.sha256(String(body)))\n"
    }

    /// Throws `TranscriptFault` for what isn't a transcript, or not all of one.
    package init(_ text: String) throws(TranscriptFault) {
        guard let start = text.range(of: "\nend ", fromEnd: true) else {
            throw TranscriptFault(line: nil, reason: "it has no end: a part is missing")
        }
        let body = text[..<text.index(after: start)]
        guard text == body + Self.end(of: body) else {
            throw TranscriptFault(
                line: nil, reason: "it was changed: the hash at its end is another’s")
        }
        var reading = TranscriptReading(lines: body.split(separator: "\n"))
        self = try reading.transcript()
    }
}

extension Beacon {
    /// When the list was to be closed and was, when the value was to be published, until when it
    /// was waited for, and the value; `-` for what never was.
    fileprivate var lines: [String] {
        let was = closed.map { String($0.milliseconds) } ?? "-"
        return [
            """
            beacon \(listCloses.milliseconds) \(was) \(published.milliseconds) \
            \(fallback.milliseconds) \(value ?? "-")
            """,
            "beacon_name \(name)", "beacon_address \(address)",
        ]
    }
}

/// Why a text isn't a transcript.
package struct TranscriptFault: Error, Hashable, CustomStringConvertible {
    /// Counted from 1.
    package let line: Int?
    package let reason: String
    package var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}

extension String {
    fileprivate func range(of part: String, fromEnd: Bool) -> String.Index? {
        let (text, part) = (Array(utf8), Array(part.utf8))
        guard text.count >= part.count else { return nil }
        var at = text.count - part.count
        while at >= 0 {
            if text[at..<(at + part.count)].elementsEqual(part) {
                return utf8.index(startIndex, offsetBy: at)
            }
            at -= 1
        }
        return nil
    }
}

/// Reads line after line; each must be the one that comes next, or one of those that may repeat.
private struct TranscriptReading {
    let lines: [Substring]
    private var at = 0

    init(lines: [Substring]) { self.lines = lines }

    private var fault: TranscriptFault {
        TranscriptFault(line: at + 1, reason: "it isn’t what a transcript has there")
    }

    /// The words of the next line if it begins with `word`.
    private mutating func take(_ word: String, _ count: Int) -> [String]? {
        guard at < lines.count else { return nil }
        let words = lines[at].split(separator: " ", omittingEmptySubsequences: false)
        guard words[0] == word, words.count == count + 1 else { return nil }
        at += 1
        return words.dropFirst().map(String.init)
    }

    private mutating func need(_ word: String, _ count: Int = 1) throws(TranscriptFault) -> [String]
    {
        guard let words = take(word, count) else { throw fault }
        return words
    }

    private func number(_ word: String) throws(TranscriptFault) -> Int {
        guard let number = Int(word), String(number) == word else { throw fault }
        return number
    }

    private func moment(_ word: String) throws(TranscriptFault) -> Moment {
        Moment(milliseconds: Int64(try number(word)))
    }

    private func id<Of>(_ word: String) throws(TranscriptFault) -> ID<Of> {
        guard let id = ID<Of>(word) else { throw fault }
        return id
    }

    mutating func transcript() throws(TranscriptFault) -> Transcript {
        guard try need("onsale", 2) == ["transcript", "1"] else { throw fault }
        let sale = try need("sale")[0]
        guard let order = Sale.OrderPolicy(rawValue: try need("order")[0]) else { throw fault }
        let hold = Span(milliseconds: Int64(try number(try need("hold")[0])))
        let round = try need("round", 2)
        let opens = try moment(try need("opens")[0])
        let closes = try moment(try need("closes")[0])
        let door = try need("door", 2)
        let (burst, pace) = (try number(door[0]), try number(door[1]))
        guard burst >= 1, pace >= 1 else { throw fault }
        let commitment = try need("commitment")[0]
        let seed = try need("seed")[0]
        let entrants = try need("entrants", 2)
        var transcript = Transcript(
            sale: sale, order: order, hold: hold, round: try id(round[0]),
            number: try number(round[1]), opens: opens, closes: closes,
            door: Door(burst: burst, perMinute: pace), commitment: commitment, seed: seed,
            entrants: entrants[1], drawn: try number(entrants[0]), beacon: nil, brake: [],
            taken: try moment(try need("taken")[0]), tickets: [], records: [])
        transcript.beacon = try beacon()
        while true {
            if let words = take("pause", 1) {
                transcript.brake.append(.init(isPulled: true, at: try moment(words[0])))
            } else if let words = take("resume", 1) {
                transcript.brake.append(.init(isPulled: false, at: try moment(words[0])))
            } else {
                break
            }
        }
        while let words = take("ticket", 3) {
            transcript.tickets.append(
                Transcript.Place(
                    ticket: try id(words[0]), entered: try moment(words[1]),
                    place: try number(words[2])))
        }
        while at < lines.count { transcript.records.append(try record()) }
        return transcript
    }

    /// Written by `Beacon.lines`.
    private mutating func beacon() throws(TranscriptFault) -> Beacon? {
        guard let words = take("beacon", 5) else { return nil }
        let closed = words[1] == "-" ? nil : try moment(words[1])
        return Beacon(
            name: try rest("beacon_name"), address: try rest("beacon_address"),
            listCloses: try moment(words[0]), published: try moment(words[2]),
            fallback: try moment(words[3]), closed: closed,
            value: words[4] == "-" ? nil : words[4])
    }

    /// Everything that stands on the next line behind `word`.
    private mutating func rest(_ word: String) throws(TranscriptFault) -> String {
        guard at < lines.count, lines[at].hasPrefix(word + " ") else { throw fault }
        at += 1
        return String(lines[at - 1].dropFirst(word.count + 1))
    }

    private mutating func record() throws(TranscriptFault) -> Transcript.Record {
        let words = try need("allotment", 5)
        var market: Country?
        if words[2] != "-" {
            guard let country = Country(words[2]) else { throw fault }
            market = country
        }
        let units = try number(words[3])
        guard units >= 1 else { throw fault }
        let winners = words[4] == "-" ? nil : try number(words[4])
        var batches: [RecordedBatch] = []
        while let words = take("batch", 3) {
            var entries: [Substring] = []
            while at < lines.count, lines[at].hasPrefix("- ") {
                entries.append(lines[at].dropFirst(2))
                at += 1
            }
            batches.append(
                RecordedBatch(
                    sequence: try number(words[0]), made: try moment(words[1]),
                    entries: entries.joined(separator: "\n"), hash: words[2]))
        }
        let head = try need("head", 4)
        return Transcript.Record(
            allotment: try id(words[0]), product: words[1], market: market, units: units,
            reserved: try number(head[2]), sold: try number(head[3]), winners: winners,
            batches: batches, head: ChainHead(sequence: try number(head[0]), hash: head[1]))
    }
}
