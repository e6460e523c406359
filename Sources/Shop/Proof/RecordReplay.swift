// The public record played again from its first line: who held which unit when, and whether every
// seal is the hash of what stands under it.

package import Rules
package import Storage

package struct RecordReplay {
    private let allotment: ID<Allotment>
    private let units: Int
    private var hash: String
    private var sequence = 0
    /// Whose hands each unit is in.
    private var holders: [Int: ID<Ticket>] = [:]
    private var sold: Set<Int> = []
    package private(set) var troubles: [String] = []

    package init(allotment: ID<Allotment>, units: Int) {
        self.allotment = allotment
        self.units = units
        hash = PublicRecord.origin(of: allotment, units: units)
    }

    /// Units that nobody holds and nobody bought.
    package var free: Int { units - holders.count }

    /// Plays a batch, and returns what it says.
    @discardableResult
    package mutating func add(_ batch: RecordedBatch) -> [PublicRecord.Entry] {
        sequence += 1
        let seal = PublicRecord.seal(
            after: hash, sequence: sequence, at: batch.made, entries: batch.entries)
        if batch.sequence != sequence { trouble("batch \(sequence) is missing") }
        if batch.hash != seal { trouble("the seal of batch \(batch.sequence) is broken") }
        hash = batch.hash
        var entries: [PublicRecord.Entry] = []
        for line in batch.entries.split(separator: "\n", omittingEmptySubsequences: false) {
            if let entry = PublicRecord.Entry(line) {
                play(entry)
                entries.append(entry)
            } else {
                trouble("a line that isn’t one: \(line.prefix(80))")
            }
        }
        return entries
    }

    private mutating func play(_ entry: PublicRecord.Entry) {
        for number in entry.numbers {
            let isTheirs = holders[number] == entry.ticket && !sold.contains(number)
            switch entry.event {
            case .reserve, .pass, .regain:
                if !(1...units).contains(number) { trouble("there is no unit \(number)") }
                if holders[number] != nil { trouble("unit \(number) was given to two") }
                holders[number] = entry.ticket
            case .prolong:
                if !isTheirs {
                    trouble("more time for unit \(number) to somebody who didn’t hold it")
                }
            case .lapse, .cancel, .withhold:
                if !isTheirs {
                    trouble("unit \(number) came back from somebody who didn’t hold it")
                }
                holders[number] = nil
            case .sell:
                if !isTheirs {
                    trouble("unit \(number) was sold to somebody who didn’t hold it")
                }
                sold.insert(number)
            case .giveBack:
                if holders[number] != entry.ticket || !sold.contains(number) {
                    trouble("unit \(number) was given back by somebody who hadn’t bought it")
                }
                sold.remove(number)
                holders[number] = nil
            }
        }
    }

    /// Bounded: a broken record breaks in many places, and the first few tell.
    private mutating func trouble(_ text: String) {
        if troubles.count < 20 { troubles.append(text) }
    }

    /// What doesn't agree with the rows, or with what a transcript says of its end.
    package func disagreements(head: ChainHead, reserved: Int, sold soldCount: Int) -> [String] {
        var found = troubles
        if head.sequence != sequence || head.hash != hash {
            found.append("the record ends elsewhere than the allotment says")
        }
        if sold.count != soldCount {
            found.append("\(sold.count) sold by the record, not \(soldCount)")
        }
        if holders.count - sold.count != reserved {
            found.append("\(holders.count - sold.count) held by the record, not \(reserved)")
        }
        return found
    }
}
