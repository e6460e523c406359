// To compare the shop's books with a partner's: each night for the days before, and whenever an
// operator asks. What the partner lists and the shop doesn't know, and the other way round, is
// shown until somebody has dealt with it; what can be settled by asking again is asked again.

import Logging
package import Partners
package import Rules
package import Storage

/// What came of a comparison.
package struct Reconciliation: Hashable, Sendable {
    package var method: String
    package var lines = 0
    package var found: [Discrepancy] = []
    /// Payments that the partner knows more of than the shop: they are asked about again.
    package var settled = 0
    /// Why there was nothing to compare with.
    package var trouble: String?
}

extension Shop {
    /// The days before today as far as a partner's books may lag behind.
    private static let nights = Span.days(3)
    /// When the night's comparison is made, in UTC: after the last partner has closed its day.
    private static let hour = Span.hours(4)

    /// Each partner once a night, on whichever node comes first. Called by the ticker.
    package func reconcileYesterday() async throws {
        let now = clock.now()
        let today = Day(now)
        guard !payments.isEmpty, now >= today.midnight() + Self.hour else { return }
        let about = "reconciliation"
        let isDone = try await storage.read {
            try $0.journal(about: about, since: today.midnight()) > 0
        }
        if isDone { return }
        let isMine = try await storage.write { [chance] tx in
            let isDone = try tx.journal(about: about, since: today.midnight()) > 0
            if !isDone { try tx.note("reconcile", about: about, id: chance.id(at: now), at: now) }
            try tx.forgetNotices(before: now - Notice.keepsFor)
            return !isDone
        }
        guard isMine else { return }
        _ = try await reconcile(from: today.midnight() - Self.nights, to: today.midnight())
    }

    /// With every partner. Money taken before `from` and given back since is known all the same.
    @discardableResult
    package func reconcile(from: Moment, to: Moment) async throws -> [Reconciliation] {
        var results: [Reconciliation] = []
        for (name, method) in payments.sorted(by: { $0.key < $1.key }) {
            switch await method.statement(from: from, to: to) {
            case .unavailable(let trouble):
                log.warning("no books of \(name) to compare with: \(trouble)")
                results.append(Reconciliation(method: name, trouble: trouble))
            case .lines(let lines):
                results.append(try await compare(lines, with: name, from: from, to: to))
            }
        }
        return results
    }

    private func compare(
        _ lines: [StatementLine], with name: String, from: Moment, to: Moment
    ) async throws -> Reconciliation {
        let now = clock.now()
        var result = Reconciliation(method: name, lines: lines.count)
        // A transaction for each line: the books are long, and nobody may wait for them.
        for line in lines where line.kind != .other {
            let (found, isSettled) = try await storage.write { [chance] tx in
                try tx.compare(line, with: name, id: chance.id(at: now), at: now)
            }
            if let found { result.found.append(found) }
            if isSettled { result.settled += 1 }
        }
        let listed = Set(lines.filter { $0.kind == .captured }.map(\.id))
        let missing = try await storage.read {
            // The two clocks differ, and the partner's books lag behind.
            try $0.payments(capturedFrom: from + .hours(1), to: to - .hours(3), by: name).filter {
                !listed.contains($0.capture ?? "")
            }
        }
        for payment in missing {
            let found = Discrepancy(
                id: chance.id(at: now), method: name, subject: payment.id.text,
                finding: .missingMoney, detail: "\(payment.amount) \(payment.capture ?? "")",
                found: now)
            if try await storage.write({ try $0.insertUnlessFound(found) }) {
                result.found.append(found)
            }
        }
        for found in result.found {
            log.critical("\(name): \(found.finding.rawValue) \(found.subject) \(found.detail)")
        }
        return result
    }
}

extension Transaction {
    /// What doesn't fit and wasn't known yet; and whether the payment is asked about again.
    fileprivate func compare(
        _ line: StatementLine, with method: String, id: ID<Discrepancy>, at now: Moment
    ) throws -> (Discrepancy?, Bool) {
        func find(_ finding: Discrepancy.Finding, _ detail: String) throws -> Discrepancy? {
            let found = Discrepancy(
                id: id, method: method, subject: line.id, finding: finding, detail: detail,
                found: now)
            return try insertUnlessFound(found) ? found : nil
        }
        if line.kind == .refunded {
            guard let refund = try refund(reference: line.id) else {
                // One that is owed and whose answer was lost is known once it is asked again.
                if try oweRefundsAgain(line.about.capture, at: now) { return (nil, true) }
                return (try find(.strangeRefund, "\(line.amount)"), false)
            }
            guard refund.amount != line.amount else { return (nil, false) }
            return (try find(.otherAmount, "\(line.amount), not \(refund.amount)"), false)
        }
        if let payment = try payment(capture: line.id) {
            if let fee = line.fee { try book(.fee(fee, of: payment, at: now)) }
            let booked = try ledger(of: payment.order)
                .first { $0.kind == .captured && $0.subject == payment.id.text }?.amount
            guard booked != line.amount else { return (nil, false) }
            return (try find(.otherAmount, "\(line.amount), not \(payment.amount)"), false)
        }
        let ours = try line.about.request.flatMap(ID<Payment>.init).flatMap { try payment($0) }
        if let ours, ours.method == method, ours.state != .captured {
            try owe(.settle(ours.id), at: now)
            return (nil, true)
        }
        return (try find(.strangeMoney, "\(line.amount)"), false)
    }

    /// Whether any is owed of the money that the partner knows by that name.
    private func oweRefundsAgain(_ capture: String?, at now: Moment) throws -> Bool {
        guard let capture, let payment = try payment(capture: capture) else { return false }
        let owed = try refunds(of: payment.id).filter { $0.state == .owed }
        for refund in owed { try owe(.refund(refund.id), at: now) }
        return !owed.isEmpty
    }
}
