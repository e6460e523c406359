// The public record of an allotment: what happened to each of its numbered units, in batches that
// are sealed with a hash over themselves and the batch before. People appear as their tickets.

package import Rules
import Storage

package enum PublicRecord {
    /// One line of the record: `reserve tkt_… 5,6 1432000000000`.
    package struct Entry: Hashable, Sendable {
        package let event: Event
        package let ticket: ID<Ticket>
        package let numbers: [Int]
        /// When the hold runs out, in sale time; nil for events that end one.
        package let expires: Moment?

        package init(
            _ event: Event, _ ticket: ID<Ticket>, _ numbers: [Int], expires: Moment? = nil
        ) {
            precondition(event.beginsHold == (expires != nil))
            self.event = event
            self.ticket = ticket
            self.numbers = numbers
            self.expires = expires
        }

        package var line: String {
            let list = numbers.map(String.init).joined(separator: ",")
            let end = expires.map { " \($0.milliseconds)" } ?? ""
            return "\(event.rawValue) \(ticket) \(list)\(end)"
        }

        /// Nil for a line that isn't one of ours.
        package init?(_ line: Substring) {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count >= 3, let event = Event(rawValue: String(words[0])),
                let ticket = ID<Ticket>(String(words[1])),
                words.count == (event.beginsHold ? 4 : 3)
            else { return nil }
            let numbers = words[2].split(separator: ",", omittingEmptySubsequences: false)
                .compactMap { Int($0) }
            let expires = words.count == 4 ? Int64(words[3]) : nil
            if event.beginsHold && expires == nil { return nil }
            self.init(event, ticket, numbers, expires: expires.map(Moment.init(milliseconds:)))
            guard self.line == line else { return nil }
        }
    }

    package enum Event: String, Hashable, Sendable {
        /// Reserved at the door.
        case reserve
        /// Came back, and passed on to somebody who stood by.
        case pass
        /// Held anew for an order whose money came late.
        case regain
        /// The buyer asked for more time.
        case prolong
        case lapse
        case cancel
        /// Taken back unpaid: its market doesn't allow the product any more.
        case withhold
        case sell
        /// Bought, and called off while the round lives.
        case giveBack = "give_back"

        var beginsHold: Bool {
            switch self {
            case .reserve, .pass, .regain, .prolong: true
            case .lapse, .cancel, .withhold, .sell, .giveBack: false
            }
        }
    }

    /// The hash every record begins with: over the allotment's name and its number of units.
    package static func origin(of allotment: ID<Allotment>, units: Int) -> String {
        Digest.sha256("onsale record 1\n\(allotment) \(units)")
    }

    /// The seal of a batch: SHA-256 over the hash before it, its number, its time and its lines.
    package static func seal(
        after previous: String, sequence: Int, at moment: Moment, entries: String
    ) -> String {
        Digest.sha256("\(previous)\n\(sequence) \(moment.milliseconds)\n\(entries)")
    }
}

extension Transaction {
    /// Appends what happened to a locked allotment.
    func record(
        _ entries: [PublicRecord.Entry], in allotment: ID<Allotment>, at now: Moment
    ) throws {
        guard !entries.isEmpty else { return }
        let head = try chainHead(of: allotment)
        // A clock that was set back doesn't make the record run backwards, nor to before a brake
        // that is still on: sale time stands still since then, whatever the clock says.
        let now = max(
            now, try lastMade(in: allotment) ?? now, try pausedSince(of: allotment) ?? now)
        let text = entries.map { $0.line }.joined(separator: "\n")
        let sequence = head.sequence + 1
        let hash = PublicRecord.seal(after: head.hash, sequence: sequence, at: now, entries: text)
        try append(
            batch: text, to: allotment, as: ChainHead(sequence: sequence, hash: hash), at: now)
    }

    /// The same with the counts it changed, for who has read where the record ended.
    func record(
        _ entries: [PublicRecord.Entry], with counts: Allotment, after head: ChainHead,
        at now: Moment
    ) throws {
        let text = entries.map { $0.line }.joined(separator: "\n")
        let sequence = head.sequence + 1
        let hash = PublicRecord.seal(after: head.hash, sequence: sequence, at: now, entries: text)
        try seal(
            batch: text, as: ChainHead(sequence: sequence, hash: hash), with: counts, at: now)
    }
}
