// To write down what customs did: the case moves on, its dates are set, and whatever more is wanted
// is booked to the store.

package import Rules
package import Storage

extension Shop {
    /// `day` is the day at customs of what happened. Throws `Refusal`: not an operator, no case,
    /// what can't happen now, `customsStillOpen` before the time of the law is over.
    @discardableResult
    package func recordCustoms(
        _ event: CustomsCase.Event, of id: ID<CustomsCase>, on day: Day, note: String = "",
        by account: Account
    ) async throws -> CustomsCase {
        guard account.isOperator else { throw Refusal.notAllowed }
        let faults = note.isEmpty ? [] : Fault.text(note, in: .note, most: 1000)
        guard faults.isEmpty else { throw Refusal.input(faults) }
        let now = clock.now()
        return try await storage.write { [self] tx in
            try happen(event, to: id, on: day, note: note, in: tx, at: now)
        }
    }

    func happen(
        _ event: CustomsCase.Event, to id: ID<CustomsCase>, on day: Day, note: String,
        in tx: Transaction, at now: Moment
    ) throws -> CustomsCase {
        guard let named = try tx.customsCase(id), let order = try tx.lock(named.order),
            let kept = try tx.customsCase(id)
        else { throw Refusal.notFound }
        var found = try kept.decoded()
        if event == .close, let end = try tx.customsEnd(of: found.id), now < end.ends {
            throw Refusal.customsStillOpen(until: end.day)
        }
        let line: ID<CustomsLine> = chance.id(at: now)
        let moved = try found.apply(event)
        try tx.update(found, body: try JSONText.encode(found))
        try tx.note(
            event.name, of: found.id, on: day, detail: event.told(note), id: line, at: now)
        try tx.book(moved, of: order, line: line, at: now)
        try setTimes(of: found, after: event, on: day, in: tx, at: now)
        try tx.note(
            "customs \(event.name)", about: order.id.text, detail: event.told(note),
            id: chance.id(at: now), at: now)
        return found
    }

    /// Every parcel that leaves is a case: its share of the quote is what customs is measured by.
    ///
    /// - Parameter sent: units that left in other parcels of the order.
    func openCase(
        of parcel: Parcel, to market: Country, _ quote: Quote, after sent: [String: Int],
        in tx: Transaction, at now: Moment
    ) throws {
        let found = CustomsCase(
            id: chance.id(at: now), order: parcel.order, parcel: parcel.id, market: market,
            quoted: CustomsCase.Charges(of: parcel.items, after: sent, quote: quote))
        try tx.insert(found, of: parcel.id, body: try JSONText.encode(found))
    }

    /// The time of the law is over: nobody comes back to it any more.
    func closeCase(_ subject: String, in tx: Transaction, at now: Moment) throws {
        try tx.settle(.customsFinal, of: subject, as: .over, at: now)
        guard let id = ID<CustomsCase>(subject), let kept = try tx.customsCase(id),
            try tx.customsEnd(of: id) == nil
        else { return }
        var found = try kept.decoded()
        guard found.state == .released || found.state == .decided else { return }
        _ = try found.apply(.close)
        try tx.update(found, body: try JSONText.encode(found))
        try tx.note(
            "close", of: id, on: Day(now), detail: "", id: chance.id(at: now), at: now)
    }

    private func setTimes(
        of found: CustomsCase, after event: CustomsCase.Event, on day: Day, in tx: Transaction,
        at now: Moment
    ) throws {
        let market = try rulebook.current.market(found.market)
        let times = market.customs
        let subject = found.id.text
        func set(_ kind: Deadline.Kind, _ last: Day, from anchor: Deadline.Anchor) throws {
            try tx.set(
                Deadline(
                    subject: subject, kind: kind, ends: market.localTime.end(of: last), day: last,
                    anchor: anchor, anchored: now, rule: "\(market.country.code): customs"))
        }
        switch event {
        case .declare where times.finalFrom == .declaration:
            try set(.customsFinal, day + times.finalDays, from: .declaredToCustoms)
        case .challenge(let challenge):
            try set(.customsAnswer, challenge.answerBy, from: .challenged)
        case .answer: try tx.settle(.customsAnswer, of: subject, as: .met, at: now)
        case .release, .decide:
            try tx.settle(.customsAnswer, of: subject, as: .over, at: now)
            try tx.settle(.customsProtest, of: subject, as: .over, at: now)
            if found.borne > 0 {
                try set(.customsProtest, day + times.protestDays, from: .decided)
            }
            if times.finalFrom == .decision {
                try set(.customsFinal, day + times.finalDays, from: .decided)
            }
        case .protest: try tx.settle(.customsProtest, of: subject, as: .met, at: now)
        case .declare, .close: break
        }
    }
}

extension KeptCase {
    package func decoded() throws -> CustomsCase {
        try JSONText.decode(CustomsCase.self, from: body)
    }
}

extension CustomsCase.Event {
    func told(_ note: String) -> String {
        let facts: String =
            switch self {
            case .declare(let made): "\(made.form.rawValue) \(made.reference) by \(made.declarant)"
            case .challenge(let made):
                """
                \(made.reference), \(made.ground.rawValue): \(made.claimed.total), answer by \
                \(made.answerBy)
                """
            case .release(let charges, let fee, _), .decide(let charges, let fee, _):
                "duty \(charges.duty), tax \(charges.tax), fees \(charges.fees), carrier \(fee)"
            case .answer, .protest, .close: ""
            }
        return [facts, note].filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension Reader {
    /// The last of the days before which a case can't be closed; nil when all are over.
    fileprivate func customsEnd(of id: ID<CustomsCase>) throws -> Deadline? {
        try deadlines(of: id.text).filter {
            $0.state == .open && [.customsFinal, .customsProtest].contains($0.kind)
        }.max { $0.ends < $1.ends }
    }
}

extension Transaction {
    /// The difference and the carrier's bill, to the company. What is won back comes off again.
    fileprivate func book(
        _ moved: CustomsCase.Movement, of order: Order, line: ID<CustomsLine>, at now: Moment
    ) throws {
        func book(_ kind: LedgerEntry.Kind, _ amount: Int64, _ subject: String) throws {
            guard amount > 0 else { return }
            try self.book(
                LedgerEntry(
                    order: order.id, kind: kind, subject: subject,
                    amount: Money(amount, order.total.currency), bearer: .merchant, booked: now))
        }
        try book(.customs, moved.difference, line.text)
        try book(.customsBack, -moved.difference, line.text)
        try book(.customs, moved.fee, "\(line) fee")
    }
}
