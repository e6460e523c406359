// The public record of an allotment: what happened to each of its numbered units, in batches that
// are sealed with a hash over themselves and the batch before. People appear as their tickets.

package import Rules
import Storage

package enum PublicRecord {
    /// One line of the record: `reserve tkt_… 5,6 1432000000000`.
    package enum Entry: Hashable, Sendable {
        /// `expires` is in sale time.
        case reserve(ID<Ticket>, [Int], expires: Moment)
        case lapse(ID<Ticket>, [Int])
        case cancel(ID<Ticket>, [Int])
        case sell(ID<Ticket>, [Int])

        package var line: String {
            switch self {
            case .reserve(let ticket, let numbers, let expires):
                "reserve \(ticket) \(Self.list(numbers)) \(expires.milliseconds)"
            case .lapse(let ticket, let numbers): "lapse \(ticket) \(Self.list(numbers))"
            case .cancel(let ticket, let numbers): "cancel \(ticket) \(Self.list(numbers))"
            case .sell(let ticket, let numbers): "sell \(ticket) \(Self.list(numbers))"
            }
        }

        /// Nil for a line that isn't one of ours.
        package init?(_ line: Substring) {
            let words = line.split(separator: " ")
            guard words.count >= 3, let ticket = ID<Ticket>(String(words[1])) else { return nil }
            let numbers = words[2].split(separator: ",").compactMap { Int($0) }
            switch words[0] {
            case "reserve":
                guard words.count == 4, let expires = Int64(words[3]) else { return nil }
                self = .reserve(ticket, numbers, expires: Moment(milliseconds: expires))
            case "lapse": self = .lapse(ticket, numbers)
            case "cancel": self = .cancel(ticket, numbers)
            case "sell": self = .sell(ticket, numbers)
            default: return nil
            }
        }

        private static func list(_ numbers: [Int]) -> String {
            numbers.map(String.init).joined(separator: ",")
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
        let text = entries.map(\.line).joined(separator: "\n")
        let sequence = head.sequence + 1
        let hash = PublicRecord.seal(after: head.hash, sequence: sequence, at: now, entries: text)
        try append(
            batch: text, to: allotment, as: ChainHead(sequence: sequence, hash: hash), at: now)
    }
}
