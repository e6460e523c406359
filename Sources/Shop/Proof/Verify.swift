// The proof: whether a transcript holds together, computed from nothing but itself. The seed is the
// one that was committed to, the order is the one it gives, nobody came before their turn, every
// unit has been in one pair of hands at a time, and there were no more than announced.

package import Rules
import Storage

extension Transcript {
    /// Everything that is wrong; empty when all is as promised. At most about a hundred lines.
    package func troubles() -> [String] {
        var troubles = orderTroubles() + beaconTroubles()
        let places = Dictionary(
            tickets.map { ($0.ticket, $0.place) }, uniquingKeysWith: { first, _ in first })
        for record in records {
            troubles += recordTroubles(record, places: places)
                .map { "\(record.product) (\(record.allotment)): \($0)" }
        }
        return troubles
    }

    private func orderTroubles() -> [String] {
        var troubles: [String] = []
        if Digest.sha256(seed) != commitment {
            troubles.append("the seed isn’t the one that was committed to")
        }
        if Set(tickets.map(\.ticket)).count != tickets.count {
            troubles.append("a ticket has two places")
        }
        if tickets.map(\.place) != Array(1..<(tickets.count + 1)) {
            troubles.append("the places aren’t 1 to \(tickets.count), each once")
        }
        guard drawn <= tickets.count else {
            return troubles + ["\(drawn) were drawn, and only \(tickets.count) are listed"]
        }
        let entrants = tickets.prefix(drawn).map {
            Draw.Entrant(ticket: $0.ticket, entered: $0.entered)
        }
        let digest = DrawKey.digest(of: entrants)
        if digest != self.entrants {
            troubles.append("the list of those who were drawn isn’t the one that was closed")
        }
        let key = DrawKey.mixed(seed: seed, entrants: digest, beacon: beacon?.value)
        let ordered = Draw.ordered(entrants, by: order) { Digest.hmac($0.text, key: key) }
        if ordered != entrants.map(\.ticket) {
            troubles.append(
                beacon?.value == nil
                    ? "the order isn’t the one that the seed gives"
                    : "the order isn’t the one that the seed and the beacon give")
        }
        let late = tickets.dropFirst(drawn).map(\.entered)
        for (earlier, later) in zip(late, late.dropFirst()) where later + Self.apart < earlier {
            troubles.append("somebody who came late stands before somebody who came earlier")
            break
        }
        return troubles
    }

    /// How far the clocks of several machines may be apart.
    private static let apart = Span.seconds(5)

    private func recordTroubles(_ record: Record, places: [ID<Ticket>: Int]) -> [String] {
        var replay = RecordReplay(allotment: record.allotment, units: record.units)
        var watch = Watch(transcript: self, winners: record.winners, places: places)
        var last: Moment?
        var isOutOfTime = false
        for batch in record.batches {
            let entries = replay.add(batch)
            if let last, batch.made + Self.apart < last { isOutOfTime = true }
            last = batch.made
            let time = clock(at: batch.made).saleTime(at: batch.made)
            for entry in entries { watch.see(entry, at: time) }
        }
        var troubles =
            replay.disagreements(head: record.head, reserved: record.reserved, sold: record.sold)
            + watch.troubles
        if isOutOfTime { troubles.append("batches aren’t in the order of their times") }
        if record.reserved + record.sold > record.units {
            troubles.append("more units were given out than there are")
        }
        return troubles
    }

    /// Whether everybody keeps to the times.
    private struct Watch {
        let transcript: Transcript
        let winners: Int?
        let places: [ID<Ticket>: Int]
        private var ends: [Int: Moment] = [:]
        private(set) var troubles: [String] = []

        init(transcript: Transcript, winners: Int?, places: [ID<Ticket>: Int]) {
            self.transcript = transcript
            self.winners = winners
            self.places = places
        }

        /// `time` is sale time.
        mutating func see(_ entry: PublicRecord.Entry, at time: Moment) {
            guard let place = places[entry.ticket] else {
                return trouble("\(entry.ticket) has no place in this round")
            }
            switch entry.event {
            case .reserve:
                seeTurn(entry.ticket, place, at: time)
                begin(entry, by: time + transcript.hold)
            case .pass: begin(entry, by: time + transcript.hold)
            case .regain: begin(entry, by: time + transcript.hold)
            case .prolong:
                for number in entry.numbers {
                    let most = (ends[number] ?? time) + transcript.hold
                    if entry.expires! > most { trouble("unit \(number) was held too long") }
                    ends[number] = entry.expires
                }
            case .lapse:
                for number in entry.numbers where (ends[number] ?? time) > time {
                    trouble("unit \(number) was taken back before its hold ran out")
                }
            case .cancel, .withhold, .sell, .giveBack: break
            }
        }

        private mutating func seeTurn(_ ticket: ID<Ticket>, _ place: Int, at time: Moment) {
            let turn = transcript.door.turn(of: place, opens: transcript.opens)
            if time < turn { trouble("\(ticket) reserved before the turn of place \(place)") }
            if time >= transcript.closes { trouble("\(ticket) reserved after the end") }
            if let winners, place > winners, time < transcript.opens + transcript.hold {
                trouble("\(ticket) reserved what was kept for the winners")
            }
        }

        private mutating func begin(_ entry: PublicRecord.Entry, by most: Moment) {
            if entry.expires! > most {
                let more = (entry.expires! - most).milliseconds
                trouble(
                    "\(entry.ticket) was promised a longer hold than others, by \(more) ms "
                        + "(\(entry.line))")
            }
            for number in entry.numbers { ends[number] = entry.expires }
        }

        private mutating func trouble(_ text: String) {
            if troubles.count < 20 { troubles.append(text) }
        }
    }
}
