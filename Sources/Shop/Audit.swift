// The audit: does what is stored add up? Units, limits, numbers, the public record, money. The
// tests, the simulator, the rehearsal and `onsale check` all call this one function.

import Rules
package import Storage

/// Something that doesn't add up, in a sentence for the operator.
package struct AuditFinding: Hashable, Sendable, CustomStringConvertible {
    package let about: String
    package let finding: String
    package var description: String { "\(about): \(finding)" }
}

package enum Audit {
    /// Everything that doesn't add up; empty when all is well. Reads one snapshot.
    package static func run(_ reader: Reader) throws -> [AuditFinding] {
        var findings: [AuditFinding] = []
        for sale in try reader.sales() {
            for round in try reader.rounds(of: sale.id) {
                for allotment in try reader.allotments(in: round.id) {
                    findings += try auditUnits(of: allotment, reader)
                    findings += try auditRecord(of: allotment, reader)
                }
            }
            findings += try auditLimits(of: sale, reader)
        }
        findings += try auditOrders(reader)
        return findings
    }

    /// units = reserved + sold + free; each reservation has as many numbers as it holds units.
    private static func auditUnits(
        of allotment: Allotment, _ reader: Reader
    ) throws -> [AuditFinding] {
        var findings: [AuditFinding] = []
        func find(_ about: String, _ finding: String) {
            findings.append(AuditFinding(about: about, finding: finding))
        }
        func compare(_ what: String, _ counted: Int, _ found: Int) {
            if counted == found { return }
            find(allotment.id.text, "\(what): \(counted) counted, \(found) found")
        }
        let sums = try reader.unitSums(of: allotment.id)
        compare("reserved units", allotment.reserved, sums.reserved)
        compare("sold units", allotment.sold, sums.sold)
        compare("numbered units", allotment.reserved + allotment.sold, sums.numbered)
        if allotment.reserved + allotment.sold > allotment.units {
            find(allotment.id.text, "oversold")
        }
        for reservation in try reader.reservationsWithWrongNumbers(in: allotment.id) {
            find(reservation, "holds another number of units than it says")
        }
        for number in try reader.unitsInWrongHands(of: allotment.id) {
            find("unit \(number) of \(allotment.id)", "is in the wrong hands")
        }
        for reservation in try reader.reservationsOfNobody(in: allotment.id) {
            find(reservation, "refers to a sale, buyer or ticket that isn't there")
        }
        return findings
    }

    /// The record's seals hold, and it replays to the rows.
    private static func auditRecord(
        of allotment: Allotment, _ reader: Reader
    ) throws -> [AuditFinding] {
        var replay = RecordReplay(allotment: allotment.id, units: allotment.units)
        var sequence = 0
        while true {
            let batches = try reader.batches(of: allotment.id, after: sequence, limit: 1000)
            guard let last = batches.last else { break }
            for batch in batches { replay.add(batch) }
            sequence = last.sequence
        }
        let head = try reader.chainHead(of: allotment.id)
        return replay.disagreements(
            head: head, reserved: allotment.reserved, sold: allotment.sold
        ).map { AuditFinding(about: allotment.id.text, finding: $0) }
    }

    /// Nobody, and no household, has more than the limit.
    private static func auditLimits(of sale: Sale, _ reader: Reader) throws -> [AuditFinding] {
        var findings: [AuditFinding] = []
        for offender in try reader.buyersOverLimit(in: sale.id) {
            findings.append(
                AuditFinding(about: offender, finding: "is over the limit in \(sale.id)"))
        }
        for offender in try reader.householdsOverLimit(in: sale.id) {
            findings.append(
                AuditFinding(
                    about: "household \(offender)", finding: "is over the limit in \(sale.id)"))
        }
        return findings
    }

    /// captured - refunded = what the order owes; paid orders own sold units, lapsed ones none.
    private static func auditOrders(_ reader: Reader) throws -> [AuditFinding] {
        var findings: [AuditFinding] = []
        var last = ""
        while true {
            let orders = try reader.orders(after: last, limit: 500)
            guard let end = orders.last else { return findings }
            for order in orders { findings += try auditMoney(of: order, reader) }
            last = end.id.text
        }
    }

    private static func auditMoney(of order: Order, _ reader: Reader) throws -> [AuditFinding] {
        var findings: [AuditFinding] = []
        func find(_ finding: String) {
            findings.append(AuditFinding(about: order.id.text, finding: finding))
        }
        let ledger = try reader.ledger(of: order.id)
        // What is on its way back isn't ours any more, though the ledger doesn't have it yet.
        var kept = Balance(ledger, in: order.total.currency).kept
        for payment in try reader.payments(of: order.id) where payment.state == .captured {
            let refunds = try reader.refunds(of: payment.id)
            kept -= refunds.filter { $0.state == .owed }.reduce(0) { $0 + $1.amount.minor }
            findings += auditLedger(ledger, of: payment, refunds, in: order)
        }
        let isKept = order.state.isKept
        let returned = try reader.returnedMoney(of: order.id)
        let owed = isKept ? order.total.minor - returned : 0
        if kept != owed { find("keeps \(kept), owes \(owed) \(order.total.currency)") }

        for found in try reader.recoverables(of: order.id) {
            let booked = ledger.first { $0.kind == .recovered && $0.subject == found.id.text }
            let came = found.receipt?.amount.minor ?? 0
            if booked?.amount.minor ?? 0 != came {
                find("\(found.id) brought \(came), and isn't in the ledger so")
            }
        }

        let lines = try reader.lines(of: order.id)
        let states = Set(
            try reader.reservations(lines.map(\.reservation)).map(\.reservation.state))
        if isKept && states != [.sold] { find("is paid, and its units aren't sold") }
        if isKept { findings += try auditParcels(of: order, reader) }
        return findings
    }

    /// No unit left twice, came after it was called off, or is in a state of which its order knows
    /// nothing.
    private static func auditParcels(
        of order: Order, _ reader: Reader
    ) throws -> [AuditFinding] {
        let all = try reader.fulfilment(of: order.id)
        var findings: [String] = []
        for (product, units) in all.sent.merging(all.calledOff, uniquingKeysWith: +)
        where units > all.bought[product] ?? 0 {
            findings.append("\(units) \(product) left or were called off, of fewer")
        }
        if all.state != order.state {
            findings.append("is \(order.state.rawValue), and its parcels say \(all.state.rawValue)")
        }
        if all.completed != order.delivered { findings.append("arrived on another day") }
        return findings.map { AuditFinding(about: order.id.text, finding: $0) }
    }

    /// Every capture and refund stands in the ledger, once, and no more went back than came.
    private static func auditLedger(
        _ ledger: [LedgerEntry], of payment: Payment, _ refunds: [Refund], in order: Order
    ) -> [AuditFinding] {
        var findings: [String] = []
        let came = ledger.first { $0.kind == .captured && $0.subject == payment.id.text }
        if came == nil { findings.append("\(payment.id) isn't in the ledger") }
        for refund in refunds where refund.state == .made {
            let entry = ledger.first { $0.kind == .refunded && $0.subject == refund.id.text }
            if entry?.amount != refund.amount {
                findings.append("\(refund.id) isn't in the ledger as it was made")
            }
        }
        let back = refunds.filter { $0.state != .refused }.reduce(0) { $0 + $1.amount.minor }
        if let came, back > came.amount.minor { findings.append("more was refunded than captured") }
        return findings.map { AuditFinding(about: order.id.text, finding: $0) }
    }
}
