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
    private var troubles: [String] = []

    package init(allotment: ID<Allotment>, units: Int) {
        self.allotment = allotment
        self.units = units
        hash = PublicRecord.origin(of: allotment, units: units)
    }

    package mutating func add(_ batch: RecordedBatch) {
        sequence += 1
        let seal = PublicRecord.seal(
            after: hash, sequence: sequence, at: batch.made, entries: batch.entries)
        if batch.sequence != sequence { trouble("batch \(sequence) is missing") }
        if batch.hash != seal { trouble("the seal of batch \(batch.sequence) is broken") }
        hash = batch.hash
        for line in batch.entries.split(separator: "\n") {
            if let entry = PublicRecord.Entry(line) {
                play(entry)
            } else {
                trouble("a line that isn't one: \(line.prefix(80))")
            }
        }
    }

    private mutating func play(_ entry: PublicRecord.Entry) {
        switch entry {
        case .reserve(let ticket, let numbers, _):
            for number in numbers {
                if !(1...units).contains(number) { trouble("there is no unit \(number)") }
                if holders[number] != nil { trouble("unit \(number) was given to two") }
                holders[number] = ticket
            }
        case .lapse(let ticket, let numbers), .cancel(let ticket, let numbers):
            for number in numbers {
                if holders[number] != ticket || sold.contains(number) {
                    trouble("unit \(number) came back from somebody who didn't hold it")
                }
                holders[number] = nil
            }
        case .sell(let ticket, let numbers):
            for number in numbers {
                if holders[number] != ticket || !sold.insert(number).inserted {
                    trouble("unit \(number) was sold to somebody who didn't hold it")
                }
            }
        }
    }

    /// Bounded: a broken record breaks in many places, and the first few tell.
    private mutating func trouble(_ text: String) {
        if troubles.count < 20 { troubles.append(text) }
    }

    /// What doesn't agree with the rows.
    package func findings(head: ChainHead, reserved: Int, sold soldCount: Int) -> [AuditFinding] {
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
        return found.map { AuditFinding(about: allotment.text, finding: $0) }
    }
}
